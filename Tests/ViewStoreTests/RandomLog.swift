/// Logs made of a small grammar of kinds: sources, places, actors, reports with dates in any order, relays, claims,
/// attacks, abuses, withdrawals, disputes, grades, links, retractions and corrections of any of them, and of one another.
struct RandomLog {
  private(set) var entries: [Entry] = []
  private var generator: Seeded

  /// A log of `count` events.
  init(_ count: Int, seed: UInt64) {
    generator = Seeded(seed)
    grow(to: count)
  }

  /// Goes on until there are `count` events.
  mutating func grow(to count: Int) { while entries.count < count { add() } }

  var leaves: [[UInt8]] { entries.map(\.leaf.bytes) }

  private mutating func add() {
    let size = entries.count
    switch size < 6 ? size : Int.random(in: 0..<30, using: &generator) {
    case 0: source()
    case 1: actor()
    case 2, 3: place()
    case 4, 5, 6, 7: report()
    case 8...13: claim()
    case 14, 15: attack()
    case 16, 17, 18: retract()
    case 19, 20, 21: correct()
    case 22: grade()
    case 23, 24: link()
    case 25: dispute()
    case 26: withdrawal()
    case 27: abuse()
    default: presence()
    }
  }

  mutating func pick<Item>(_ items: [Item]) -> Item { items.randomElement(using: &generator)! }

  private mutating func day() -> Int { Int.random(in: 0..<40, using: &generator) }

  private mutating func earlier(_ kinds: [String]) -> Int? {
    entries.indices.filter { kinds.contains(entries[$0].kind) }.randomElement(using: &generator)
  }

  func ref(_ target: Int, _ rel: String? = nil) -> JSON {
    var edge: JSON = ["leaf": .text(String(repeating: "0", count: 64)), "seq": .number(target)]
    if let rel { edge["rel"] = .text(rel) }
    return edge
  }

  mutating func append(
    _ kind: String, _ payload: JSON, _ members: [String: JSON] = [:], saidBy report: Int? = nil
  ) {
    let id = String(entries.count)
    var leaf: JSON = [
      "at": .text("2026-01-0\(1 + entries.count / 200)T00:00:00Z"), "by": "k1",
      "id": .text(String(repeating: "0", count: 32 - id.count) + id), "kind": .text(kind), "payload": payload, "v": 1,
    ]
    for (key, value) in members { leaf[key] = value }
    if let report { leaf["said"] = ["report": ref(report)] }
    entries.append(Entry(leaf: leaf, kind: kind, report: report))
  }

  private mutating func source() {
    append("source", ["class": "outlet", "key": .text(pick(["ap", "afp", "un"])), "name": "An outlet"])
  }

  private mutating func actor() {
    append("actor", ["key": .text(pick(["gov", "isgs", "jnim"])), "name": "A group", "type": "rebel-group"])
  }

  private mutating func place() {
    append(
      "place",
      [
        "key": .text(pick(["a", "b", "c"])), "level": "cercle", "name": "Somewhere", "parent": .text(pick(["a", "m"])),
      ],
      saidBy: generator.once(in: 4) ? earlier(["report"]) : nil)
  }

  private mutating func report() {
    var payload: JSON = ["source": .text(pick(["ap", "afp", "un"])), "title": "A report"]
    let published = generator.once(in: 6) ? nil : day()
    if let published { payload["published"] = .text(Entry.text(published)) }
    var members: [String: JSON] = [:]
    if generator.once(in: 3), let parent = earlier(["report"]) { members["refs"] = [ref(parent, "derived-from")] }
    append("report", payload, members)
    entries[entries.count - 1].published = published
  }

  private mutating func claim() {
    let from = day()
    append(
      "claim.control",
      ["actor": .text(pick(["gov", "isgs", "jnim"])), "content": .text(pick(["hold", "gain", "lose", "deny"]))],
      [
        "grade": ["credibility": .number(pick([1, 2, 3])), "reliability": .text(pick(["A", "B", "C"]))],
        "occurred": ["edtf": .text(Entry.text(from))], "place": ["id": .text(pick(["a", "b", "c"]))],
      ], saidBy: generator.once(in: 8) ? nil : earlier(["report"]))
  }

  private mutating func attack() {
    append(
      "attack",
      [
        "counts": [["best": .number(pick([1, 2, 9])), "what": "killed"]], "form": "single",
        "mode": .text(pick(["battle", "shelling", "attack-on-civilians"])),
      ],
      [
        "occurred": ["edtf": .text(Entry.text(day()))],
        "parties": [["actor": .text(pick(["gov", "isgs"])), "role": "perpetrator"]],
        "place": ["id": .text(pick(["a", "b", "c"]))],
      ], saidBy: earlier(["report"]))
  }

  private mutating func withdrawal() {
    append(
      "withdrawal",
      ["phase": .text(pick(["ordered", "begun", "completed"])), "provider": .text(pick(["gov", "un"]))],
      ["occurred": ["edtf": .text(Entry.text(day()))], "place": ["id": .text(pick(["a", "b", "m"]))]],
      saidBy: earlier(["report"]))
  }

  private mutating func abuse() {
    append(
      "abuse",
      [
        "acts": [["act": "killing", "perpetrator": .text(pick(["isgs", "jnim"])), "victims": "civilians"]],
        "status": "reported",
      ],
      ["occurred": ["edtf": .text(Entry.text(day()))], "place": ["id": .text(pick(["a", "b", "c"]))]],
      saidBy: earlier(["report"]))
  }

  private mutating func presence() {
    append(
      "claim.presence",
      ["actor": .text(pick(["gov", "isgs", "jnim"])), "content": .text(pick(["active", "govern", "depart"]))],
      ["occurred": ["edtf": .text(Entry.text(day()))], "place": ["id": .text(pick(["a", "b", "c"]))]],
      saidBy: earlier(["report"]))
  }

  private mutating func dispute() {
    guard let target = earlier(["claim.control", "attack", "abuse"]) else { return }
    append("dispute", ["reason": "Not so."], ["refs": [ref(target, "disputes")]], saidBy: earlier(["report"]))
  }

  private mutating func retract() {
    guard !entries.isEmpty else { return }
    var targets = [Int.random(in: entries.indices, using: &generator)]
    if generator.once(in: 2), let other = earlier(["retract", "correct"]) { targets = [other] }
    if generator.once(in: 5) { targets.append(Int.random(in: entries.indices, using: &generator)) }
    targets = Array(Set(targets)).sorted()
    append(
      "retract", ["reason": "It was wrong."], ["refs": .list(targets.map { ref($0, "retracts") })],
      saidBy: generator.once(in: 3) ? nil : earlier(["report"]))
    entries[entries.count - 1].retracts = targets
  }

  private mutating func correct() {
    guard !entries.isEmpty else { return }
    var target = Int.random(in: entries.indices, using: &generator)
    if generator.once(in: 4), let report = earlier(["report"]) { target = report }
    let change = change(of: target)
    var written: JSON = ["field": .text(change.field)]
    if let new = change.new { written["new"] = new }
    append(
      "correct", ["changes": [written], "reason": "It was written wrongly."],
      ["refs": [ref(target, "corrects")]], saidBy: generator.once(in: 3) ? nil : earlier(["report"]))
    entries[entries.count - 1].corrects = target
    entries[entries.count - 1].changes = [change]
  }

  private mutating func change(of target: Int) -> (field: String, new: JSON?) {
    let entry = entries[target]
    if entry.report != nil, generator.once(in: 3),
      let report = entries[..<target].indices.last(where: {
        entries[$0].kind == "report" && $0 != entry.report
      })
    {
      return ("said.report", ref(report))
    }
    switch entry.kind {
    case "report": return ("payload.published", generator.once(in: 5) ? nil : .text(Entry.text(day())))
    case "claim.control":
      return pick([
        ("place.id", .text(pick(["a", "b", "c"]))), ("payload.actor", .text(pick(["gov", "isgs", "jnim"]))),
        ("payload.content", "hold"), ("grade.reliability", .text(pick(["A", "F"]))),
      ])
    case "attack": return ("payload.counts.0.best", .number(pick([3, 4])))
    case "place": return ("payload.parent", generator.once(in: 2) ? nil : "m")
    case "correct" where entry.changes[0].new != nil: return ("payload.changes.0.new", entry.changes[0].new)
    case "source", "actor": return ("payload.name", "Another name")
    default: return ("payload.reason", "Another reason.")
    }
  }

  private mutating func grade() {
    guard let target = earlier(["claim.control", "attack"]) else { return }
    append(
      "grade", ["reason": "Seen again."],
      ["grade": ["credibility": 2, "reliability": .text(pick(["A", "D"]))], "refs": [ref(target, "grades")]],
      saidBy: earlier(["report"]))
  }

  private mutating func link() {
    let kinds = pick([["claim.control"], ["attack"], ["abuse", "claim.control", "attack"]])
    guard let one = earlier(kinds), let other = earlier(kinds), one != other else { return }
    append(
      "link", ["reason": "The same.", "relation": .text(pick(["same", "same", "not-same", "contradicts"]))],
      ["refs": [ref(min(one, other), "object"), ref(max(one, other), "subject")]], saidBy: earlier(["report"]))
  }
}
