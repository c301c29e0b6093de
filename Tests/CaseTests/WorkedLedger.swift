import Foundation
import Testing

/// A ledger that the commands themselves make, fill, redact and damage; what they print goes to the corpus.
struct WorkedLedger {
  private let folder: URL
  private var path: String { folder.appendingPathComponent("mali").path }
  private static let drafts = MaliCase.drafts

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("worked-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try OutputCorpus.output(of: ["init", path, "--origin", "example.org/mali"])
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Every command that writes, and every answer that only a ledger in a certain state gives.
  func work(_ corpus: inout OutputCorpus) throws {
    try ask(&corpus, "status", "status")
    try list(&corpus)
    try append(&corpus)
    try ask(&corpus, "status", "status")
    try keep(&corpus)
    try decide(&corpus)
    try redact(&corpus)
    try OutputCorpus.output(of: ["checkpoint", "--ledger", path])
    try ask(&corpus, "show", "show", "#0")
    try bundle(&corpus)
    try ask(&corpus, "log", "log", "--reverse", "--limit", "3")
    try damage(&corpus)
    try ask(&corpus, "status", "status")
  }

  private func ask(_ corpus: inout OutputCorpus, _ schema: String, _ words: String...) throws {
    try corpus.add(schema, words + ["--format", "json"], ledger: path)
  }

  /// The lists, which may be empty.
  private func list(_ corpus: inout OutputCorpus) throws {
    try ask(&corpus, "log", "log", "--limit", "5")
    try ask(&corpus, "evidence_list", "evidence", "list")
    try ask(&corpus, "evidence_check", "evidence", "check")
  }

  private func append(_ corpus: inout OutputCorpus) throws {
    for part in ["reference", "reports", "assertions", "upstream", "ledger"] {
      let file = Self.drafts.appendingPathComponent("\(part).jsonl").path
      try ask(&corpus, "receipt", "append", "--json", file, "--dry-run")
      try ask(&corpus, "receipt", "append", "--json", file)
    }
    try ask(&corpus, "receipt", "append", "--json", Self.drafts.appendingPathComponent("reports.jsonl").path)
    let source = ["source", "--id", "@test/s1", "--key", "s1", "--class", "person", "--name", "One"]
    let hidden = ["--protect", "name=Awa Exemple", "--protect", "village=Ansongo", "--protect-subject", "s1"]
    for words in [["append", "--dry-run"] + source + hidden, ["append"] + source + hidden] {
      try corpus.add("receipt", words + ["--format", "json"], ledger: path)
    }
    try ask(
      &corpus, "receipt", "append", "source", "--id", "@test/s2", "--key", "s2", "--class", "person", "--name", "Two")
    try ask(
      &corpus, "receipt", "append", "source", "--id", "@test/s2", "--key", "s2", "--class", "person", "--name", "Two")
  }

  /// A decision that cannot hold beside an earlier one.
  private func decide(_ corpus: inout OutputCorpus) throws {
    try ask(
      &corpus, "receipt", "link", "same", "@mali/u-kidal-convoy", "@mali/u-ber-convoy", "--reason",
      "a clash for the test")
    try corpus.add("clashes_line", ["link", "--check", "--format", "jsonl"], ledger: path)
  }

  /// A bundle of one event, and its check, which needs no ledger.
  private func bundle(_ corpus: inout OutputCorpus) throws {
    let bundle = folder.appendingPathComponent("bundle").path
    try ask(&corpus, "bundle", "bundle", bundle, "--event", "#3", "--view", "control")
    try corpus.add("audit", ["verify", bundle, "--format", "json"], ledger: nil)
    try corpus.add("audit_line", ["verify", bundle, "--format", "jsonl"], ledger: nil)
  }

  private func redact(_ corpus: inout OutputCorpus) throws {
    try ask(&corpus, "show", "show", "@test/s1")
    for field in ["village", "name"] {
      try ask(&corpus, "protected", "redact", "@test/s1")
      try ask(
        &corpus, "receipt", "redact", "@test/s1", "--field", field, "--reason", "asked for it", "--authority", "office")
    }
    try ask(&corpus, "protected", "redact", "@test/s1")
    try ask(&corpus, "show", "show", "@test/s1")
  }

  private func keep(_ corpus: inout OutputCorpus) throws {
    let notes = try FileManager.default.contentsOfDirectory(
      at: evidence(of: Self.drafts), includingPropertiesForKeys: nil)
    let stray = folder.appendingPathComponent("stray.txt")
    try Data("no event names this".utf8).write(to: stray)
    let files = notes.map(\.path).sorted() + [stray.path]
    try corpus.add("evidence_add", ["evidence", "add"] + files + ["--format", "json"], ledger: path)
    try corpus.add("evidence_add_line", ["evidence", "add"] + files + ["--format", "jsonl"], ledger: path)
    try list(&corpus)
    try corpus.add("evidence_list_line", ["evidence", "list", "--format", "jsonl"], ledger: path)
  }

  private func evidence(of folder: URL) -> URL { folder.appendingPathComponent("evidence") }

  /// An original is altered, a foreign file lies among them, the views and the log are altered, the key is lost.
  private func damage(_ corpus: inout OutputCorpus) throws {
    let ledger = URL(fileURLWithPath: path)
    let originals = evidence(of: ledger).appendingPathComponent("sha256")
    let kept = try #require(FileManager.default.enumerator(at: originals, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.lastPathComponent.count == 64 }
    for original in kept where try String(contentsOf: original, encoding: .utf8).contains("Mali") {
      try FileManager.default.removeItem(at: original)
      try Data("altered".utf8).write(to: original)
    }
    let folder = try #require(kept.first).deletingLastPathComponent()
    try Data("foreign".utf8).write(to: folder.appendingPathComponent("foreign.txt"))
    try ask(&corpus, "evidence_check", "evidence", "check")
    try corpus.add("evidence_check_line", ["evidence", "check", "--format", "jsonl"], ledger: path)
    try Self.replace("Ansongo", by: "Xnsongo", in: ledger.appendingPathComponent("views.sqlite"))
    try ask(&corpus, "verify", "replay", "--verify")
    try Self.replace("\"min\":46", by: "\"min\":47", in: ledger.appendingPathComponent("log.sqlite"))
    try ask(&corpus, "audit", "audit")
    try corpus.add("audit_line", ["audit", "--format", "jsonl"], ledger: path)
    try FileManager.default.removeItem(at: ledger.appendingPathComponent("keys"))
  }

  private static func replace(_ old: String, by new: String, in file: URL) throws {
    var bytes = try Data(contentsOf: file)
    var place = bytes.startIndex
    var count = 0
    while let found = bytes.range(of: Data(old.utf8), in: place..<bytes.endIndex) {
      bytes.replaceSubrange(found, with: Data(new.utf8))
      place = found.upperBound
      count += 1
    }
    try #require(count > 0, "\(file.path) does not hold \(old)")
    try bytes.write(to: file)
  }
}
