import ViewStore
import Views
import Vocabulary

extension Reading {
  /// Both clocks, the profile and, where it matters, the level; null means that no limit was asked.
  var asked: JSONText {
    .object(
      [
        ("at", .day(answer.at)), ("as_of", answer.known == nil ? .null : .position(asOf)),
        ("published_by", .day(answer.published)), ("profile", .string(answer.profile)),
      ] + (answer.disclosure.map { [("disclosure", .string($0.rawValue))] } ?? []))
  }

  /// The log that the answer stands on.
  func log(_ origin: String) -> JSONText {
    .object([("origin", .string(origin)), ("size", .position(size)), ("root", .hex(root))])
  }
}

extension Column {
  var json: JSONText {
    .object([
      ("name", .string(name)), ("title", .string(title)), ("type", .string(type.rawValue)), ("doc", .string(doc)),
    ])
  }
}

extension Row {
  /// The members of a row: its key, its cells by column, and everything that can be asked of it.
  func members(_ columns: [Column]) -> [(String, JSONText)] {
    [
      ("key", .string(key)), ("cells", .object(zip(columns, cells).map { ($0.name, $1.json) })),
      ("because", .array(because.map(\.json))), ("against", .array(against.map(\.json))),
      ("ignored", .array(ignored.map(\.json))), ("roots", .number(roots)), ("grade", .text(grade?.description)),
      ("disputes", .positions(disputes)), ("redactions", .texts(redactions)),
    ]
  }
}

extension Cell {
  var json: JSONText {
    switch self {
    case .none: .null
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .flag(let flag): .boolean(flag)
    case .day(let day): .day(day)
    case .list(let words): .texts(words)
    case .range(let min, let best, let max):
      .object([("min", .number(min)), ("best", .number(best)), ("max", .number(max))])
    case .events(let positions): .positions(positions)
    }
  }
}

extension Reason {
  var json: JSONText { .object(members) }

  var members: [(String, JSONText)] {
    [
      ("rule", .string(rule)), ("events", .positions(events)), ("rivals", .positions(rivals)),
      ("points", .number(points)), ("actors", .texts(actors)), ("since", .day(since)),
    ]
  }
}

extension Ignored {
  var json: JSONText { .object(members) }

  var members: [(String, JSONText)] {
    [("event", .position(event)), ("rule", .string(rule)), ("cause", .position(cause))]
  }
}
