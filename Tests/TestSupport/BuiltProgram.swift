public import Foundation

/// A program of the product, as it was built beside the tests that run now.
public struct BuiltProgram: Sendable {
  /// What it said, once it has ended.
  public struct Answer: Sendable {
    /// Its exit status.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: String
    /// What it wrote to standard error.
    public var complaint: String
  }

  /// The file.
  public let path: URL

  /// The program of that name.
  public init(_ name: String) throws {
    guard let path = BuiltProgram.folder?.appendingPathComponent(name),
      FileManager.default.isExecutableFile(atPath: path.path)
    else { throw CocoaError(.executableNotLoadable, userInfo: [NSLocalizedDescriptionKey: "\(name) was not built"]) }
    self.path = path
  }

  /// Runs it to its end. It sees no variable of ours but PATH, so that no proxy is used.
  public func run(_ words: [String], input: [UInt8] = []) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("said-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ bytes: [UInt8] = []) throws -> URL {
      let file = folder.appendingPathComponent(name)
      try Data(bytes).write(to: file)
      return file
    }
    let (given, output, complaint) = try (file("input", input), file("output"), file("complaint"))
    let process = process(words)
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: complaint)
    try process.run()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      complaint: String(decoding: try Data(contentsOf: complaint), as: UTF8.self))
  }

  /// The program with its arguments, not started yet.
  public func process(_ words: [String]) -> Process {
    let process = Process()
    process.executableURL = path
    process.arguments = words
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "TZ": "UTC"]
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// The folder of the built products, which also holds the tests that run now.
  private static let folder: URL? = {
    let tests = CommandLine.arguments.first { $0.contains(".xctest") }
    let own = tests ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    var folder = URL(fileURLWithPath: own ?? CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("daybook").path) { return folder }
      folder.deleteLastPathComponent()
    }
    return nil
  }()
}
