import Leaf
import Testing
import Vocabulary

/// A directory with what the tests name, and a context in which events 0 to 9 exist.
private enum Bench {
  static func leaf(_ seq: UInt64) -> String { String(repeating: "0", count: 63) + String(seq) }

  static func directory() -> MemoryDirectory {
    var directory = MemoryDirectory()
    directory.insert(
      DirectoryEntry(id: "jnim", names: ["Group for Support", "JNIM", "نصرة الإسلام"]), in: .actor)
    directory.insert(DirectoryEntry(id: "ML0701", names: ["Ansongo"], detail: "cercle in ML07"), in: .place)
    directory.insert(DirectoryEntry(id: "ansongo-town", names: ["Ansongo"], detail: "town in ML0701"), in: .place)
    directory.insert(
      DirectoryEntry(id: "ML0704", names: ["Ménaka"], to: Day("2016-01-18"), detail: "cercle in ML07"), in: .place)
    directory.insert(
      DirectoryEntry(id: "menaka-region", names: ["Ménaka"], from: Day("2016-01-19"), detail: "region in ML"),
      in: .place)
    return directory
  }

  static func context() -> SealContext {
    SealContext(
      at: "2026-11-24T08:00:00Z", by: "key-1", id: EventID(high: 1, low: 2), directory: directory(),
      sha256: { bytes in Array(bytes.suffix(32)) + Array(repeating: 7, count: max(0, 32 - bytes.count)) },
      event: { name in
        if case .position(let seq) = name, seq < 10 { return EventRef(seq: seq, leaf: leaf(seq)) }
        return nil
      })
  }

  static func seal(_ text: String) throws -> Value {
    let sealed = try Sealed(try Document(Array(text.utf8)), in: context())
    let document = try Document(sealed.bytes, as: .canonical)
    let wrong = Checker.check(document, as: .leaf).filter { !$0.isWarning }
    #expect(wrong.isEmpty, "a sealed draft is a good leaf")
    return document.root.value
  }

  static func findings(_ text: String) -> [Finding] {
    do {
      _ = try Sealed(try Document(Array(text.utf8)), in: context())
    } catch let error as DraftError { return error.findings } catch { Issue.record(error) }
    return []
  }

  /// A claim about a place, with more members.
  static func claim(_ place: String, occurred: String = "2023-08", _ more: String = "") -> String {
    """
    { "kind": "claim.control", "occurred": "\(occurred)", "place": "\(place)", "said": {"report": "#3"},
      "payload": {"content": "hold", "actor": "JNIM"} \(more) }
    """
  }
}

@Suite struct `sealing a draft` {
  @Test func `puts ids for names, keeps the names as written, and adds what the ledger assigns`() throws {
    let leaf = try Bench.seal(Bench.claim("ansongo-town"))
    #expect(leaf["place"] == ["id": "ansongo-town"])
    #expect(leaf["payload"]?["actor"] == "jnim")
    #expect(leaf["payload"]?["written"] == [["field": "actor", "text": "JNIM"]])
    #expect(leaf["occurred"] == ["edtf": "2023-08"])
    #expect(leaf["said"] == ["report": ["leaf": .string(Bench.leaf(3)), "seq": 3]])
    #expect(leaf["v"] == 1)
    #expect(leaf["at"] == "2026-11-24T08:00:00Z")
    #expect(leaf["by"] == "key-1")
    #expect(leaf["id"] == .string(EventID(high: 1, low: 2).description))
  }

  @Test(arguments: ["jnim", "JNIM", "j.n.i.m.", "group for support", "نُصرة الاسلام"])
  func `finds an actor by id, name or alias, in any case, script and spelling`(_ written: String) throws {
    let text = Bench.claim("ansongo-town").replacing("\"JNIM\"", with: "\"\(written)\"")
    #expect(try Bench.seal(text)["payload"]?["actor"] == "jnim")
  }

  @Test func `refuses a name that several entries have, and lists them`() throws {
    let finding = try #require(Bench.findings(Bench.claim("Ansongo")).first)
    #expect(finding.problem == .ambiguousName)
    #expect(finding.path == "place.id" || finding.path == "place")
    #expect(finding.value == "Ansongo")
    #expect(finding.allowed.contains("ML0701") && finding.allowed.contains("ansongo-town"))
    #expect(finding.allowed.contains("cercle in ML07") && finding.allowed.contains("town in ML0701"))
  }

  @Test func `resolves a name as of the day it happened`() throws {
    #expect(try Bench.seal(Bench.claim("Menaka", occurred: "2016-01-18"))["place"]?["id"] == "ML0704")
    #expect(try Bench.seal(Bench.claim("Menaka", occurred: "2016-01-19"))["place"]?["id"] == "menaka-region")
  }

  @Test func `refuses an unknown name with the nearest one`() throws {
    let finding = try #require(Bench.findings(Bench.claim("Ansogno")).first)
    #expect(finding.problem == .unknownName)
    #expect(finding.nearest?.contains("Ansongo") == true)
  }

  @Test func `reports everything that is wrong, each with its field`() {
    let text = """
      { "kind": "claim.control", "occurred": "2023-02-30", "place": "ML0701", "said": {"report": "#12"},
        "handling": {"tlp": "PURPLE"}, "payload": {"content": "hold", "actor": "jnim", "colour": 1} }
      """
    let found = Bench.findings(text)
    #expect(Set(found.map(\.problem)).isSuperset(of: [.impossibleDate, .notInList, .unknownField]))
    #expect(Set(found.map(\.path)).isSuperset(of: ["occurred", "handling.tlp", "payload.colour"]))
  }

  @Test func `refuses an event that is not there`() throws {
    let text = Bench.claim("ML0701").replacing("\"#3\"", with: "\"#12\"")
    let finding = try #require(Bench.findings(text).first)
    #expect(finding.problem == .unknownEvent)
    #expect(finding.path == "said.report" && finding.value == "#12")
  }

  @Test func `refuses figures by hand whose least is above the best`() throws {
    let text = """
      { "kind": "attack", "occurred": "2023-08", "place": "ML0701", "said": {"report": "#3"},
        "payload": {"form": "single", "mode": "ambush", "counts": [{"what": "killed", "min": 5, "best": 3}]} }
      """
    let found = Bench.findings(text)
    #expect(found.map(\.problem) == [.figuresOutOfOrder])
    #expect(found.first?.path.hasPrefix("payload.counts.0") == true)
  }

  @Test func `refuses a leaf of more than 65,535 bytes`() throws {
    func text(_ length: Int) -> String {
      Bench.claim("ML0701", #", "note": "\#(String(repeating: "a", count: length))""#)
    }
    let least = try Sealed(try Document(Array(text(1).utf8)), in: Bench.context()).bytes.count
    let fitting = try Sealed(
      try Document(Array(text(Limits.leafBytes - least + 1).utf8)), in: Bench.context())
    #expect(fitting.bytes.count == Limits.leafBytes)
    #expect(Bench.findings(text(Limits.leafBytes - least + 2)).map(\.problem) == [.tooLong])
  }

  @Test(arguments: Kind.allCases)
  func `is the same on the straight way and on the resolving one`(_ kind: Kind) throws {
    let leaf = try Document(Array(Example(.leaf, full: true).event(kind).line.utf8)).root.value
    var draft = leaf
    for key in ["v", "at", "by", "_sd"] { draft[key] = nil }
    let document = try Document(draft.encode())
    guard Checker.check(document, as: .draft).allSatisfy(\.isWarning) else { return }
    let context = SealContext(
      at: "2026-11-24T08:00:00Z", by: "key-1", id: EventID(high: 1, low: 2), directory: TrustingDirectory(),
      sha256: { _ in Array(repeating: 0, count: 32) }, event: { _ in EventRef(seq: 1, leaf: Bench.leaf(1)) })
    context.digests = { _, _ in [String(repeating: "A", count: 43)] }
    let plain = try Sealed(document, in: context)
    let spaced = try Document(Array(" \(String(decoding: draft.encode(), as: UTF8.self)) ".utf8))
    let again = try Sealed(spaced, in: context)
    #expect(plain.bytes == again.bytes)
    let sealed = try Document(plain.bytes, as: .canonical).root.value
    #expect(sealed["at"] == "2026-11-24T08:00:00Z" && sealed["by"] == "key-1" && sealed["v"] == 1)
    #expect(sealed["payload"]?["written"] == leaf["payload"]?["written"])
  }
}
