import Views
import Vocabulary

/// Actors and the relations between them on a day, ready to be drawn as a graph; read from an answer of the view `actors`.
struct Network {
  /// An actor.
  struct Node {
    let key: String
    let name: String
    /// What it is; empty when the register does not say.
    let type: String
  }

  /// A relation between two nodes, by their indices.
  struct Edge {
    let from: Int
    let to: Int
    let relation: String
    /// Rests on enough; else only claimed.
    let isEstablished: Bool
    /// Holds on the day; else it may, or was last known earlier.
    let isCurrent: Bool
    let isDirected: Bool
    /// How many incidents show it; `nil` for what is said.
    let incidents: Int?
  }

  /// In the order of their keys.
  let nodes: [Node]
  let edges: [Edge]
  /// Names of actors of the answer that have no relation on the day.
  let alone: [String]

  /// Leaves out relations that have ended.
  init(_ answer: Answer) {
    func text(_ column: String, _ row: Row) -> String { answer.cell(column, of: row).description }
    let related = answer.rows.filter { !text("relation", $0).isEmpty && text("status", $0) != "ended" }
    var names: [Verbatim: String] = [:]
    var types: [Verbatim: String] = [:]
    for row in related {
      names[Verbatim(text("actor", row))] = text("name", row)
      names[Verbatim(text("other", row))] = text("other_name", row)
    }
    var alone: [String] = []
    for row in answer.rows where text("relation", row).isEmpty {
      let key = Verbatim(text("actor", row))
      types[key] = text("type", row)
      if names[key] == nil, text("status", row) == "exists" { alone.append(text("name", row)) }
    }
    let keys = names.keys.sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
    nodes = keys.map { Node(key: $0.text, name: names[$0] ?? $0.text, type: types[$0] ?? "") }
    edges = related.compactMap { row in
      guard let from = places[Verbatim(text("actor", row))], let to = places[Verbatim(text("other", row))], from != to
      else { return nil }
      let incidents: Int? = if case .number(let count) = answer.cell("incidents", of: row) { count } else { nil }
      return Edge(
        from: from, to: to, relation: text("relation", row), isEstablished: text("strength", row) == "established",
        isCurrent: text("status", row) == "holds",
        isDirected: answer.cell("directed", of: row) == .flag(true), incidents: incidents)
    }
    self.alone = alone
  }
}
