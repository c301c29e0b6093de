import Foundation
import Testing

/// A Markdown file whose `console` blocks are run and compared, step by step, in one fresh folder.
///
/// Inside a block: `$ ` begins a command and `> ` continues it on the next line; every other line is expected output,
/// `2> ` marks a line of standard error, and `? 65` the exit status when it is not 0. See `Pattern` for placeholders.
struct Transcript: Sendable, CustomTestStringConvertible {
  /// One command and what it is expected to say.
  struct Step: Sendable {
    /// The lines of the file that hold the step, the command included.
    var lines: Range<Int>
    var command: String
    var output: [String] = []
    var complaint: [String] = []
    var status: Int32 = 0
  }

  let file: URL
  let lines: [String]
  let steps: [Step]

  var testDescription: String { file.lastPathComponent }

  init(_ file: URL) throws {
    self.file = file
    lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    steps = Self.steps(in: lines)
  }

  /// Every transcript of the suite, and the README.
  static let all: [Self] = {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let folder = here.appendingPathComponent("Transcripts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let readme = repository.appendingPathComponent("README.md")
    let files = names.filter { $0.hasSuffix(".md") }.sorted().map(folder.appendingPathComponent) + [readme]
    return files.compactMap { try? Self($0) }
  }()

  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func steps(in lines: [String]) -> [Step] {
    var steps: [Step] = []
    var isInside = false
    for (number, line) in lines.enumerated() {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(lines: number..<number + 1, command: String(line.dropFirst(2))))
      } else if isInside, var step = steps.popLast() {
        if line.hasPrefix("> "), step.output.isEmpty, step.complaint.isEmpty {
          step.command += "\n" + line.dropFirst(2)
        } else if line.hasPrefix("2> ") || line == "2>" {
          step.complaint.append(String(line.dropFirst(3)))
        } else if line.hasPrefix("? "), let status = Int32(line.dropFirst(2)) {
          step.status = status
        } else {
          step.output.append(line)
        }
        step.lines = step.lines.lowerBound..<number + 1
        steps.append(step)
      }
    }
    return steps
  }
}
