import Foundation

/// Runs the steps of one transcript in a folder of its own, with the `daybook` that was built beside these tests.
struct Shell {
  /// What one command said.
  struct Answer {
    var output: [String]
    var complaint: [String]
    var status: Int32
  }

  private let folder: URL
  var work: URL { folder.appendingPathComponent("work") }

  init() throws {
    let name = "daybook-transcript-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString.prefix(8))"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("home"), withIntermediateDirectories: true)
    // A transcript of the README may call the scripts of the repository.
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("Tools"),
      withDestinationURL: Transcript.repository.appendingPathComponent("Tools"))
    try Data("cd '\(work.path)'\n".utf8).write(to: folder.appendingPathComponent("state"))
  }

  /// Deletes the folder; a transcript may have made files that nobody may write.
  func remove() {
    _ = try? execute("chmod -R u+rwX '\(folder.path)'; rm -rf '\(folder.path)'", output: nil, complaint: nil)
  }

  /// Runs one command. The working directory and exported variables carry over to the next, as in a terminal.
  func run(_ command: String) throws -> Answer {
    let state = folder.appendingPathComponent("state").path
    // What a command leaves running must not hold what Foundation waits on for the end of this one.
    let script = """
      for fd in /proc/self/fd/*; do fd=${fd##*/}; if [ "$fd" -gt 2 ]; then eval "exec $fd>&-"; fi; done; unset fd
      . '\(state)'
      trap '{ export -p; printf "cd %q\\n" "$PWD"; } > "\(state)"' EXIT
      \(command)
      """
    let output = folder.appendingPathComponent("output")
    let complaint = folder.appendingPathComponent("complaint")
    let status = try execute(script, output: output, complaint: complaint)
    return Answer(output: try lines(of: output), complaint: try lines(of: complaint), status: status)
  }

  /// A line that a command said, with the paths that were taken out of it.
  func filled(_ line: some StringProtocol) -> String {
    line.replacingOccurrences(of: "«work»", with: work.path)
      .replacingOccurrences(of: "«repository»", with: Transcript.repository.path)
  }

  private func execute(_ script: String, output: URL?, complaint: URL?) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["timeout", "300", "bash", "-c", script]
    process.environment = [
      "PATH": Self.binaries.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"),
      "HOME": folder.appendingPathComponent("home").path, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "DAYBOOK": Self.binaries.appendingPathComponent("daybook").path, "REPOSITORY": Transcript.repository.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try output.map(Self.writing) ?? FileHandle.nullDevice
    process.standardError = try complaint.map(Self.writing) ?? FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  private static func writing(_ file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  private func lines(of file: URL) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .replacingOccurrences(of: "\r\n", with: "\n")
      .replacingOccurrences(of: work.path, with: "«work»")
      .replacingOccurrences(of: Transcript.repository.path, with: "«repository»")
    if text.isEmpty { return [] }
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() } else { lines.append("«no newline at the end»") }
    return lines
  }

  /// The folder of the built products, which also holds the tests that run now.
  static let binaries: URL = {
    let candidates = CommandLine.arguments.filter { $0.contains(".xctest") }
    let tests = candidates.first ?? (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    var folder = URL(fileURLWithPath: tests ?? CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("daybook").path) { return folder }
      folder.deleteLastPathComponent()
    }
    return Transcript.repository.appendingPathComponent(".build/debug")
  }()
}
