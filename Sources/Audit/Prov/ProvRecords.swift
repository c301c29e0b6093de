internal import Leaf
internal import TransparencyLog

/// What W3C PROV says of one event: PROV-DM entities, activities, agents and their relations.
///
/// The event is an entity, recording it an activity, the recorder's key an agent. A reference makes the event derive from
/// the earlier one; a correction is a revision of what it corrects. An original is an entity that the recording used; a
/// derivative derives from the original it was made of. A row of a view is an entity that an assessment by Daybook derived
/// from the events it rests on.
struct ProvRecords {
  /// One record.
  enum Record {
    case entity(String, [(String, Attribute)])
    case activity(String, time: String?)
    case agent(String, [(String, Attribute)])
    case generated(String, by: String, time: String?)
    case associated(String, with: String)
    case attributed(String, to: String)
    case used(String, String)
    case derived(String, from: String, by: String, type: Attribute)

    /// The section that it belongs to.
    var section: Section {
      switch self {
      case .entity: .entity
      case .activity: .activity
      case .agent: .agent
      case .generated: .wasGeneratedBy
      case .associated: .wasAssociatedWith
      case .attributed: .wasAttributedTo
      case .used: .used
      case .derived: .wasDerivedFrom
      }
    }
  }

  /// The value of an attribute.
  enum Attribute {
    case name(String)
    case text(String)
    case number(UInt64)
  }

  /// The sections of PROV-JSON, in the order in which they are written.
  enum Section: String, CaseIterable {
    case entity, activity, agent, wasGeneratedBy, wasAssociatedWith, wasAttributedTo, used, wasDerivedFrom
  }

  /// Agents and originals that were named already; each is declared once. Grows with those, not with the events.
  private var declared: Set<String> = []

  /// The records of an event.
  mutating func records(of root: Element, at position: UInt64, leaf: Digest) -> [Record] {
    let event = "led:\(leaf.hex)"
    let act = "l:record-\(position)"
    let time = root["at"]?.string ?? "1970-01-01T00:00:00Z"
    let agent = "ag:" + ProvRecords.local(root["by"]?.string ?? "unknown")
    var records: [Record] = [
      .entity(
        event,
        [
          ("prov:type", .name("l:" + ProvRecords.local(root["kind"]?.string ?? "unknown"))),
          ("l:index", .number(position)),
        ]),
      .activity(act, time: time),
    ]
    if declared.insert(agent).inserted { records.append(.agent(agent, [])) }
    records += [
      .generated(event, by: act, time: time), .associated(act, with: agent), .attributed(event, to: agent),
    ]
    addOriginals(root, act, &records)
    addReferences(root, event, act, &records)
    return records
  }

  /// The records of a row, after those of its events.
  mutating func records(of row: ProvenRow, leaves: [Digest]) -> [Record] {
    let entity = "row:\(row.name)"
    let act = "l:assess-\(row.name)"
    var records: [Record] = [.entity(entity, row.attributes), .activity(act, time: nil)]
    if declared.insert("l:daybook").inserted {
      records.append(.agent("l:daybook", [("prov:type", .name("prov:SoftwareAgent"))]))
    }
    records += [
      .generated(entity, by: act, time: nil), .associated(act, with: "l:daybook"), .attributed(entity, to: "l:daybook"),
    ]
    for leaf in leaves {
      records.append(.used(act, "led:\(leaf.hex)"))
      records.append(.derived(entity, from: "led:\(leaf.hex)", by: act, type: .name("l:rests-on")))
    }
    return records
  }

  private mutating func addOriginals(_ root: Element, _ act: String, _ records: inout [Record]) {
    var used: Set<Digest> = []
    for digest in LeafFacts.originals(root) where used.insert(digest).inserted {
      let name = "obj:\(digest.hex)"
      if declared.insert(name).inserted { records.append(.entity(name, [("l:sha256", .text(digest.hex))])) }
    }
    let payload = root["payload"]
    let before = payload?["before"]?.string.flatMap { Digest(hex: $0) }
    let after = payload?["after"]?.string.flatMap { Digest(hex: $0) }
    for digest in used.sorted() where digest != after || after == before {
      records.append(.used(act, "obj:\(digest.hex)"))
    }
    if let before, let after, before != after {
      records.append(
        .derived("obj:\(after.hex)", from: "obj:\(before.hex)", by: act, type: .name("l:derivative")))
    }
  }

  private func addReferences(_ root: Element, _ event: String, _ act: String, _ records: inout [Record]) {
    var used: Set<String> = []
    LeafFacts.references(root) { leaf, _, word in
      guard let hash = leaf.string.flatMap({ Digest(hex: $0) }) else { return }
      let target = "led:\(hash.hex)"
      if used.insert(target).inserted { records.append(.used(act, target)) }
      let type = word == "corrects" ? "prov:Revision" : "l:" + ProvRecords.local(word ?? "refers-to")
      records.append(.derived(event, from: target, by: act, type: .name(type)))
    }
  }

  /// A text as the local part of a qualified name: what PROV-N has no place for becomes a hyphen.
  private static func local(_ text: String) -> String {
    var bytes = text.utf8.map { byte -> UInt8 in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      return isPlain || byte == 0x2d || byte == 0x5f || byte == 0x2e ? byte : 0x2d
    }
    while bytes.last == 0x2e { bytes.removeLast() }
    return bytes.isEmpty ? "unknown" : String(decoding: bytes, as: UTF8.self)
  }
}
