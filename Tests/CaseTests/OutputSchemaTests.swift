import Ledger
import Testing
import Views

/// Every output for programs is JSON, and is written down for `Tools/schema-check`, where an independent validator
/// compares it with its schema.
@Suite(.serialized)
struct `every output` {
  private static let times = ["--at", "2024-06-30"]

  private typealias Line = (schema: String, words: [String])

  private static func lines(of view: String) -> [Line] {
    [
      ("answer", ["view", view] + times + ["--format", "json"]),
      ("answer_line", ["view", view] + times + ["--format", "jsonl"]),
      (
        "diff",
        ["diff", view, "--from", "2023-08-20", "--to", "2023-11-30"] + times + ["--format", "json"]
      ),
      (
        "diff_line",
        ["diff", view, "--from", "#265", "--to", "#360"] + times + ["--format", "jsonl"]
      ),
    ]
  }

  /// History is played of views of each sort of subject; of all of them it would take minutes.
  private static func history(of view: String) -> [Line] {
    [
      (
        "changes",
        ["replay", "--changes", "--view", view, "--from", "2023-08-20", "--to", "2023-09-30"] + times
          + ["--format", "json"]
      ),
      (
        "changes_line",
        ["replay", "--changes", "--view", view, "--from", "#320"] + times + ["--format", "jsonl"]
      ),
    ]
  }

  private static let played = ["control", "attacks", "abuses", "security", "corroboration"]

  private static let lines: [Line] =
    Views.all.flatMap { lines(of: $0.name) } + played.flatMap(history) + [
      ("map", ["view", "control"] + times + ["--format", "geojson"]),
      ("map", ["view", "attacks"] + times + ["--format", "geojson"]),
      (
        "changes",
        ["replay", "--changes", "--from", "2023-01-31", "--to", "2023-12", "--step", "month", "--format", "json"]
      ),
      ("changes_line", ["replay", "--changes", "--from", "2023-08-01", "--to", "2023-08-31", "--format", "jsonl"]),
      (
        "changes_line",
        ["replay", "--changes", "--from", "2023-08", "--to", "2023-11", "--step", "week"] + times
          + ["--clock", "published-by", "--format", "jsonl"]
      ),
      (
        "changes",
        ["replay", "--changes", "--view", "attacks", "--from", "2023-08", "--to", "2023-09", "--format", "json"]
      ),
      ("views", ["view", "--format", "json"]),
      ("view_line", ["view", "--format", "jsonl"]),
      ("profiles", ["view", "--profiles", "--format", "json"]),
      ("profiles_line", ["view", "--profiles", "--format", "jsonl"]),
      ("diff", ["view", "control", "--against", "carry-3m"] + times + ["--format", "json"]),
      ("diff_line", ["view", "control", "--against", "last-report"] + times + ["--format", "jsonl"]),
      ("totals", ["view", "attacks", "--totals", "--by", "year", "--format", "json"] + times),
      ("totals_line", ["view", "attacks", "--totals", "--by", "actor", "--format", "jsonl"] + times),
      ("pairs", ["link", "--suggest", "--least", "1", "--format", "json"] + times),
      ("pairs_line", ["link", "--suggest", "--least", "1", "--format", "jsonl"] + times),
      ("pairs", ["link", "--check", "--format", "json"]),
      ("log", ["log", "--format", "json"]),
      ("log_line", ["log", "--format", "jsonl"]),
      ("log", ["log", "--search", "no such words", "--format", "json"]),
      ("export_line", ["export", "jsonl", "--retracted"]),
      ("export_line", ["export", "jsonl", "--view", "control"] + times),
      ("export_map", ["export", "geojson", "--kind", "attack"]),
      ("export_map", ["export", "geojson", "--view", "crsv"] + times),
      ("cloudevent", ["export", "cloudevents", "--kind", "abuse"]),
      ("show", ["show", "@mali/u-left-kidal", "--format", "json"]),
      ("show", ["show", "@mali/u-national-northern-gao", "--format", "json"]),
      ("show", ["show", "@mali/u-national-northern-gao", "--as-of", "#200", "--format", "json"]),
      ("show", ["show", "@mali/l-custody-upstream-notes", "--format", "json"]),
      ("show", ["show", "@mali/u-doubled-ap", "--format", "json"]),
      ("why", ["why", "control", "northern-gao"] + times + ["--format", "json"]),
      ("why", ["why", "security", "kidal-town/minusma"] + times + ["--format", "json"]),
      ("why", ["why", "presence", "central-mali/jnim"] + times + ["--format", "json"]),
      ("why", ["why", "routes", "ML08"] + times + ["--format", "json"]),
      ("why", ["why", "attacks", "@mali/a19"] + times + ["--format", "json"]),
      ("why", ["why", "corroboration", "@mali/u-moura-ohchr"] + times + ["--format", "json"]),
      ("why", ["why", "provenance", "@mali/a1"] + times + ["--format", "json"]),
      ("verify", ["replay", "--verify", "--format", "json"]),
      ("verify_line", ["replay", "--verify", "--format", "jsonl"]),
      ("replay", ["replay", "--format", "json"]),
      ("replay", ["replay", "--format", "jsonl"]),
      ("audit", ["audit", "--format", "json"]),
      ("audit_line", ["audit", "--format", "jsonl"]),
    ]

  @Test func `is JSON, and waits for the validator`() throws {
    let mali = try MaliCase.shared.get()
    var corpus = OutputCorpus()
    for line in Self.lines { try corpus.add(line.schema, line.words, ledger: mali.ledger.folder.path) }
    let worked = try WorkedLedger()
    defer { worked.remove() }
    try worked.work(&corpus)
    try corpus.write()
    // What the validator is shown must hold every answer there is.
    for view in Views.all {
      let rows = corpus.documents.filter { $0.schema == "view_\(view.name)" }
        .flatMap { (($0.object as? [String: Any])?["rows"] as? [Any]) ?? [] }
      #expect(!rows.isEmpty, "no row of the view \(view.name)")
    }
    #expect(corpus.values(of: "state", in: "evidence_check") == ["missing", "altered", "unlisted", "foreign"])
    #expect(corpus.values(of: "equal", in: "verify") == ["1", "0"])
    #expect(corpus.values(of: "verdict", in: "audit") == ["UNKNOWN", "FAIL"])
    #expect(corpus.values(of: "verdict", in: "audit_line") == ["OK", "WITHHELD", "UNKNOWN", "FAIL"])
    #expect(corpus.values(of: "followed", in: "status").contains("<null>"))
    #expect(corpus.values(of: "key", in: "status").contains("<null>"))
    #expect(corpus.values(of: "dry_run", in: "receipt") == ["1", "0"])
    let standings = corpus.documents.filter { $0.schema == "show" }.compactMap { document in
      ((document.object as? [String: Any])?["standing"] as? [String: Any])?["state"] as? String
    }
    #expect(Set(standings) == ["stands", "corrected", "retracted", "unknown"])
  }
}
