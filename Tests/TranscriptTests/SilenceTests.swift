import Testing
import Views

/// No command answers a question that no event can answer with nothing at all.
@Suite struct SilenceTests {
  /// A question, how the answer is printed, and what a person and a program must be told where nothing is known.
  private struct Silent {
    var words: String
    var formats = ["table", "json", "jsonl", "csv"]
    var nothing = "unknown: no evidence"
  }

  private static let ofViews = Views.all.flatMap { view in
    [
      Silent(words: "view \(view.name) --at 2023-06-30", formats: ["table", "jsonl"]),
      Silent(words: "diff \(view.name) --from 2022 --to 2023 --at 2023-06-30", formats: ["csv"]),
    ]
  }

  private static let others = [
    Silent(words: "view attacks --at 2023-06-30"), Silent(words: "diff control --from 2022 --to 2023 --at 2023-06-30"),
    Silent(words: "replay --changes --from 2023-01 --to 2023-03 --step month"),
    Silent(words: "replay --changes --view attacks --from 2023-01 --to 2023-03 --step month"),
    Silent(words: "replay --changes --view control --clock as-of --from 2022-01 --at 2023-06-30"),
    Silent(words: "replay --changes --view crsv --from 2022 --to 2023 --at 2023-06-30"),
    Silent(words: "view attacks --totals --at 2023-06-30"),
    Silent(words: "view control --against carry-3m --at 2023-06-30"), Silent(words: "link --suggest --at 2023-06-30"),
    Silent(words: "link --check", nothing: "None: no decision"),
    Silent(words: "log --kind attack", nothing: "No event meets these filters"),
    Silent(words: "log --search 'no such words'", nothing: "No event meets these filters"),
    Silent(words: "evidence list", nothing: "There are no originals"),
    Silent(words: "view control --at 2023-06-30", formats: ["geojson"]),
  ]

  @Test func `what nobody has reported is said to be unknown, in every format`() throws {
    let shell = try Shell()
    defer { shell.remove() }
    #expect(try shell.run("daybook init mali").status == 0)
    let asked = (Self.ofViews + Self.others).flatMap { silent in silent.formats.map { (silent, $0) } }
    // One shell for all of them: starting one for each costs more than the questions.
    let script = asked.enumerated().map { number, one in
      let command = "daybook \(one.0.words) --ledger mali --format \(one.1) > out.txt 2> err.txt"
      return
        "\(command); echo \"\(number) status $?\"; sed 's/^/\(number) out /' out.txt; sed 's/^/\(number) err /' err.txt"
    }
    let told = try shell.run(script.joined(separator: "\n")).output
    for (number, (silent, format)) in asked.enumerated() {
      let lines = told.filter { $0.hasPrefix("\(number) ") }
      let start = format == "table" ? "\(number) out " : "\(number) err daybook: note: "
      #expect(lines.contains("\(number) status 0"), "\(silent.words) --format \(format): \(lines)")
      #expect(
        lines.contains { $0.hasPrefix(start) && $0.contains(silent.nothing) },
        "\(silent.words) --format \(format): \(lines)")
    }
  }
}
