import Foundation
import Testing

/// A `LogWriter` process, and what it acknowledged.
final class SpawnedWriter {
  /// A call that was acknowledged as durable.
  struct Acknowledged: Equatable {
    var call: Int
    var position: UInt64
  }

  let number: UInt64
  private let process = Process()
  private let acknowledgements: URL
  private let input = Pipe()

  /// Starts a writer with a number of its own.
  ///
  /// What it says goes to a file, which is there whatever becomes of the process.
  init(_ arguments: [String], number: UInt64 = 0, in folder: TestFolder) throws {
    self.number = number
    acknowledgements = URL(fileURLWithPath: folder.path("acknowledged-\(UUID().uuidString)"))
    try Data().write(to: acknowledgements)
    let program: URL = try #require(SpawnedWriter.program, "LogWriter was not built beside these tests")
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = try FileHandle(forWritingTo: acknowledgements)
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Waits until the writer has said so many lines, the first of them that it is ready; `false` when it has ended before.
  func wait(forLines count: Int = 1) throws -> Bool {
    while try said().count < count {
      if !process.isRunning { return try said().count >= count }
      usleep(300)
    }
    return true
  }

  /// Kills the process as a power failure of the machine's program would: it can do nothing any more.
  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Ends its input and waits until it has ended by itself; answers its exit status.
  @discardableResult
  func end() -> Int32 {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Its lines.
  func said() throws -> [String] {
    String(decoding: try Data(contentsOf: acknowledgements), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The calls it acknowledged, in order.
  func acknowledged() throws -> [Acknowledged] {
    try said().compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "call", let call = Int(words[1]), let position = UInt64(words[2]) else {
        return nil
      }
      return Acknowledged(call: call, position: position)
    }
  }

  /// The program, in the folder of the built products, which also holds the tests that run now.
  private static let program: URL? = {
    let tests = CommandLine.arguments.first { $0.contains(".xctest") }
    let own = tests ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    var folder = URL(fileURLWithPath: own ?? CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let program = folder.appendingPathComponent("LogWriter")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
      folder.deleteLastPathComponent()
    }
    return nil
  }()
}
