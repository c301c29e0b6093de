import Foundation
import Testing

/// A `ReplayRunner` process, and what it said.
final class SpawnedReplay {
  private let process = Process()
  private let output: URL

  /// Starts a process on a ledger. What it says goes to a file, which is there whatever becomes of the process.
  init(_ arguments: [String], in scratch: Scratch) throws {
    output = URL(fileURLWithPath: scratch.path("said-\(UUID().uuidString)"))
    try Data().write(to: output)
    let program: URL = try #require(SpawnedReplay.program, "ReplayRunner was not built beside these tests")
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Waits until it has said so many lines; `false` when it has ended before.
  func wait(forLines count: Int) throws -> Bool {
    while try said().count < count {
      if !process.isRunning { return try said().count >= count }
      usleep(300)
    }
    return true
  }

  /// Kills the process; it can do nothing any more. `false` when it had ended by itself, which it never should.
  func kill() -> Bool {
    let wasRunning = process.isRunning
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: output)
    return wasRunning
  }

  private func said() throws -> [Substring] {
    String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n")
  }

  /// The program, in the folder of the built products, which also holds the tests that run now.
  private static let program: URL? = {
    let tests = CommandLine.arguments.first { $0.contains(".xctest") }
    let own = tests ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    var folder = URL(fileURLWithPath: own ?? CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let program = folder.appendingPathComponent("ReplayRunner")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
      folder.deleteLastPathComponent()
    }
    return nil
  }()
}
