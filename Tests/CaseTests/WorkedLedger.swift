import Foundation
import TestSupport
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
    try bringIn(&corpus)
    try decide(&corpus)
    try redact(&corpus)
    try rotate(&corpus)
    try witness(&corpus)
    try ask(&corpus, "publish", "publish", folder.appendingPathComponent("www").path)
    try corpus.add("timestamp_check", ["timestamp", "check", "--format", "json"], ledger: path)
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

  /// A data set: only tried, imported, the same again, and a newer release.
  private func bringIn(_ corpus: inout OutputCorpus) throws {
    let header = "event_id_cnty,event_date,event_type,actor1,country,location,latitude,longitude,fatalities\n"
    let row = "MLI1,2023-06-01,Battles,One,Mali,Ansongo,15.66,0.5,"
    let file = path + "/table.csv"
    for (text, words) in [
      (header + row + "3\n", ["--dry-run"]), (header + row + "3\n", []), (header + row + "3\n", []),
      (header + row + "4\n", []),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      try corpus.add("import", ["import", "acled", file] + words + ["--format", "json"], ledger: path)
    }
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
    try disclose(&corpus)
    for field in ["village", "name"] {
      try ask(&corpus, "protected", "redact", "@test/s1")
      try ask(
        &corpus, "receipt", "redact", "@test/s1", "--field", field, "--reason", "asked for it", "--authority", "office")
    }
    try ask(&corpus, "protected", "redact", "@test/s1")
    try ask(&corpus, "show", "show", "@test/s1")
    try ask(&corpus, "destroyed", "redact", "--finish")
    try corpus.add("disclose_list_line", ["disclose", "list", "--format", "jsonl"], ledger: path)
    let file = folder.appendingPathComponent("disclosures.jsonl").path
    try corpus.add("disclose_check_line", ["disclose", "check", file, "--format", "jsonl"], ledger: path)
  }

  private func disclose(_ corpus: inout OutputCorpus) throws {
    try ask(&corpus, "disclose_list", "disclose", "list")
    let file = folder.appendingPathComponent("disclosures.jsonl").path
    try OutputCorpus.output(of: ["disclose", "@test/s1", "--to", "colleague", "--out", file, "--ledger", path])
    try ask(&corpus, "disclose_check", "disclose", "check", file)
    try ask(&corpus, "disclose_list", "disclose", "list")
  }

  /// The key is replaced by another.
  private func rotate(_ corpus: inout OutputCorpus) throws {
    let old = try #require(
      try OutputCorpus.output(of: ["key", "show", "--format", "jsonl", "--ledger", path]).firstMatch(
        of: #/"id":"(\w+)"/#))
    try OutputCorpus.output(of: ["key", "rotate", "--ledger", path])
    try OutputCorpus.output(of: ["checkpoint", "--ledger", path])
    try ask(&corpus, "key_show", "key", "show")
    try OutputCorpus.output(of: ["key", "retire", String(old.output.1), "--ledger", path])
    try corpus.add("key_show_line", ["key", "show", "--format", "jsonl"], ledger: path)
  }

  /// A checkpoint is cosigned.
  private func witness(_ corpus: inout OutputCorpus) throws {
    func file(_ name: String) -> String { folder.appendingPathComponent(name).path }
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    }
    try OutputCorpus.output(of: ["witness", "init", file("eyes"), "--name", "witness.example.net/ngo"])
    let key = try String(contentsOfFile: file("eyes/witness.vkey"), encoding: .utf8)
    try write("witness ngo \(key)quorum ngo\n", "policy")
    try askOverHTTP(&corpus, key.trimmingCharacters(in: .whitespacesAndNewlines))
    let policy = ["--policy", file("policy"), "--ledger", path]
    try corpus.add(
      "witness_status", ["witness", "status", "--format", "json", "--policy", file("policy")], ledger: path)
    for log in try String(contentsOfFile: path + "/keys/log.vkey", encoding: .utf8).split(separator: "\n") {
      try OutputCorpus.output(of: ["witness", "accept", String(log), "--at", file("eyes")])
    }
    try write(OutputCorpus.output(of: ["witness", "request"] + policy), "request")
    try write(OutputCorpus.output(of: ["witness", "sign", file("request"), "--at", file("eyes")]), "response")
    try OutputCorpus.output(of: ["witness", "add", file("response")] + policy)
    try corpus.add(
      "witness_status", ["witness", "status", "--format", "json", "--policy", file("policy")], ledger: path)
  }

  /// Witnesses that can be asked: one that does not know the log, one that is not there, one without a URL.
  private func askOverHTTP(_ corpus: inout OutputCorpus, _ key: String) throws {
    let served = try ServedWitness(folder.appendingPathComponent("eyes").path)
    let policy = folder.appendingPathComponent("asked")
    func write(_ url: String) throws { try Data("witness ngo \(key) \(url)\nquorum ngo\n".utf8).write(to: policy) }
    let words = ["witness", "ask", "--format", "json", "--policy", policy.path]
    for url in [served.url, "http://127.0.0.1:1"] {
      try write(url)
      try corpus.add("witness_ask", built: words, ledger: path)
    }
  }

  private func keep(_ corpus: inout OutputCorpus) throws {
    let notes = try FileManager.default.contentsOfDirectory(
      at: evidence(of: Self.drafts), includingPropertiesForKeys: nil)
    let stray = folder.appendingPathComponent("stray.txt")
    try Data("no event names this".utf8).write(to: stray)
    let files = notes.map(\.path).sorted() + [stray.path]
    try corpus.add("evidence_add", ["evidence", "add"] + files + ["--format", "json"], ledger: path)
    try corpus.add(
      "evidence_add_line", ["evidence", "add"] + files.prefix(1) + ["--tool", "hand", "--format", "jsonl"], ledger: path
    )
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
