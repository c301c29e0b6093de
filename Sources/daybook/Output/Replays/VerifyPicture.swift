import TransparencyLog
import ViewStore
import Vocabulary

/// The digests of the live views beside those of a fresh rebuild.
struct VerifyPicture {
  let parts: [ViewDigest]
  /// How many events the live views have seen.
  let size: UInt64
  let origin: String

  var isEqual: Bool { parts.allSatisfy(\.isEqual) }

  /// Writes them in a format.
  func write(_ format: Format, to output: inout Output) {
    switch format {
    case .table: writeText(to: &output)
    case .json:
      output.write(
        JSONText.object([
          ("log", .object([("origin", .string(origin)), ("size", .position(size))])), ("equal", .boolean(isEqual)),
          ("parts", .array(parts.map(json))),
        ]).pretty)
    case .jsonl: for part in parts { output.line(json(part).line) }
    case .csv:
      output.write(CSV.line(["part", "live", "rebuilt", "equal"]))
      for part in parts {
        output.write(CSV.line([part.view, digest(part.live), digest(part.rebuilt), part.isEqual ? "yes" : "no"]))
      }
    }
  }

  private func writeText(to output: inout Output) {
    output.line("The views of \(origin) after \(Progress.grouped(size)) events, and the same built anew")
    output.line()
    let longest = parts.map { $0.view.utf8.count }.max() ?? 0
    for part in parts {
      let name = part.view + String(repeating: " ", count: longest - part.view.utf8.count)
      if part.isEqual {
        output.line("same     \(name)  \(digest(part.live))")
      } else {
        output.line("DIFFERS  \(name)  live     \(digest(part.live))")
        output.line("         \(String(repeating: " ", count: longest))  rebuilt  \(digest(part.rebuilt))")
      }
    }
    output.line()
    output.line(
      isEqual
        ? "Equal: the live views are what the log gives."
        : "They differ: the views were altered. `daybook replay` builds them anew; `daybook audit` checks the log.")
  }

  private func json(_ part: ViewDigest) -> JSONText {
    .object([
      ("part", .string(part.view)), ("live", .text(part.live?.hex)), ("rebuilt", .text(part.rebuilt?.hex)),
      ("equal", .boolean(part.isEqual)),
    ])
  }

  private func digest(_ digest: Digest?) -> String { digest?.hex ?? "absent" }
}
