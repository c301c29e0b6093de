import Foundation

/// A witness that `daybook-net` serves on a free port of the loopback address, until this value goes away.
public final class ServedWitness {
  /// Where it answers, as `http://127.0.0.1:41234`.
  public let url: String
  /// The port of that.
  public var port: UInt16 { UInt16(url.split(separator: ":").last ?? "") ?? 0 }
  private let process: Process

  /// Serves the witness of a folder; returns once it answers.
  ///
  /// - Parameters:
  ///   - folder: of the witness.
  ///   - options: words for `daybook witness serve` besides.
  public init(_ folder: String, _ options: [String] = []) throws {
    process = try BuiltProgram("daybook").process(["witness", "serve", "--at", folder, "--port", "0"] + options)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    var said = Data()
    while !said.contains(0x0a), case let more = output.fileHandleForReading.availableData, !more.isEmpty {
      said += more
    }
    let line = String(decoding: said, as: UTF8.self)
    guard let start = line.range(of: "http://")?.lowerBound else {
      process.waitUntilExit()
      throw CocoaError(.executableLoad, userInfo: [NSLocalizedDescriptionKey: "the witness does not answer: \(line)"])
    }
    url = line[start...].trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Asks it to stop, and answers its exit status.
  public func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }
}
