internal import Leaf

/// Writes records of provenance as PROV-N and as PROV-JSON.
struct ProvText {
  /// The names that prefixes stand for.
  let prefixes: [(name: String, uri: String)]

  /// The prefixes of a log.
  init(origin: String, withRows: Bool) {
    prefixes =
      [
        ("led", "https://\(origin)/leaf/"), ("obj", "https://\(origin)/object/"), ("ag", "https://\(origin)/recorder/"),
        ("l", "https://\(origin)/ns#"),
      ] + (withRows ? [("row", "https://\(origin)/row/")] : [])
  }

  /// The head of a document in PROV-N.
  var headN: String { "document\n" + prefixes.map { "  prefix \($0.name) <\($0.uri)>\n" }.joined() + "\n" }
  /// Its foot.
  static let footN = "endDocument\n"

  /// One record in PROV-N (W3C PROV-N section 3).
  static func n(_ record: ProvRecords.Record) -> String {
    switch record {
    case .entity(let id, let attributes): "  entity(\(id), \(n(attributes)))\n"
    case .activity(let id, let time): "  activity(\(id), \(time ?? "-"), \(time ?? "-"))\n"
    case .agent(let id, let attributes): "  agent(\(id)\(attributes.isEmpty ? "" : ", " + n(attributes)))\n"
    case .generated(let entity, let activity, let time): "  wasGeneratedBy(\(entity), \(activity), \(time ?? "-"))\n"
    case .associated(let activity, let agent): "  wasAssociatedWith(\(activity), \(agent), -)\n"
    case .attributed(let entity, let agent): "  wasAttributedTo(\(entity), \(agent))\n"
    case .used(let activity, let entity): "  used(\(activity), \(entity), -)\n"
    case .derived(let entity, let source, let activity, let type):
      "  wasDerivedFrom(\(entity), \(source), \(activity), -, -, [prov:type=\(n(type))])\n"
    }
  }

  private static func n(_ attributes: [(String, ProvRecords.Attribute)]) -> String {
    "[\(attributes.map { "\($0.0)=\(n($0.1))" }.joined(separator: ", "))]"
  }

  /// A text between quotation marks; PROV-N and JSON escape alike what names and keys can hold.
  private static func quoted(_ text: String) -> String { String(decoding: Value.string(text).encode(), as: UTF8.self) }

  private static func n(_ attribute: ProvRecords.Attribute) -> String {
    switch attribute {
    case .name(let name): "'\(name)'"
    case .text(let text): quoted(text)
    case .number(let number): "\"\(number)\" %% xsd:long"
    }
  }

  /// The head of a document in PROV-JSON.
  var headJSON: String {
    "{\n\"prefix\": {" + prefixes.map { "\"\($0.name)\": \"\($0.uri)\"" }.joined(separator: ", ") + "}"
  }

  /// One record as a member of its section in PROV-JSON (W3C member submission of 24 April 2013).
  ///
  /// - Parameter number: names a relation, which has no id of its own.
  static func json(_ record: ProvRecords.Record, _ number: UInt64) -> String {
    func relation(_ members: [(String, String)]) -> String {
      let body = members.map { "\"prov:\($0.0)\": \($0.1)" }.joined(separator: ", ")
      return "\"_:\(record.section.rawValue)\(number)\": {\(body)}"
    }
    switch record {
    case .entity(let id, let attributes), .agent(let id, let attributes):
      return "\"\(id)\": {\(attributes.map { "\"\($0.0)\": \(json($0.1))" }.joined(separator: ", "))}"
    case .activity(let id, let time):
      return "\"\(id)\": {" + (time.map { "\"prov:startTime\": \"\($0)\", \"prov:endTime\": \"\($0)\"" } ?? "") + "}"
    case .generated(let entity, let activity, let time):
      return relation(
        [("entity", "\"\(entity)\""), ("activity", "\"\(activity)\"")] + (time.map { [("time", "\"\($0)\"")] } ?? []))
    case .associated(let activity, let agent):
      return relation([("activity", "\"\(activity)\""), ("agent", "\"\(agent)\"")])
    case .attributed(let entity, let agent):
      return relation([("entity", "\"\(entity)\""), ("agent", "\"\(agent)\"")])
    case .used(let activity, let entity):
      return relation([("activity", "\"\(activity)\""), ("entity", "\"\(entity)\"")])
    case .derived(let entity, let source, let activity, let type):
      return relation([
        ("generatedEntity", "\"\(entity)\""), ("usedEntity", "\"\(source)\""), ("activity", "\"\(activity)\""),
        ("type", json(type)),
      ])
    }
  }

  private static func json(_ attribute: ProvRecords.Attribute) -> String {
    switch attribute {
    case .name(let name): "{\"$\": \"\(name)\", \"type\": \"prov:QUALIFIED_NAME\"}"
    case .text(let text): quoted(text)
    case .number(let number): "{\"$\": \"\(number)\", \"type\": \"xsd:long\"}"
    }
  }
}
