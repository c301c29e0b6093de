import Foundation

print(ProcessInfo.processInfo.processName.isEmpty)
