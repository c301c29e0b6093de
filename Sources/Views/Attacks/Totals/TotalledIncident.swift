import Vocabulary

/// An incident that is counted once: a row of `attacks`, or all rows of an abuse that tell of more than a concern.
struct TotalledIncident {
  /// `single`, `pattern`, `aggregate`, or `unstated` where nobody says whether it is one incident.
  let form: String
  private let rows: [Row]
  private let answer: Answer

  /// The incidents of an answer of one of ``Totals/views``, in its order; what was retracted or is unknown is none.
  static func all(_ answer: Answer) -> [TotalledIncident] {
    guard answer.view.utf8.elementsEqual(Abuses.name.utf8) else {
      return answer.rows.compactMap { TotalledIncident([$0], answer, unstated: nil) }
    }
    let told = answer.rows.filter { answer.cell("incident", of: $0) == .flag(true) }
    let abuses = Dictionary(grouping: told) { Subject.position(answer.cell("abuse", of: $0).description) ?? 0 }
    return abuses.sorted { $0.key < $1.key }.compactMap { TotalledIncident($0.value, answer, unstated: "unstated") }
  }

  private init?(_ rows: [Row], _ answer: Answer, unstated: String?) {
    let stated = rows.first.map { answer.cell("form", of: $0).description }
    let form = ["single", "pattern", "aggregate"].first { $0 == stated }
    guard let form = form ?? unstated else { return nil }
    (self.form, self.rows, self.answer) = (form, rows, answer)
  }

  /// The value of a column that is the same in all its rows.
  func cell(_ column: String) -> Cell { rows.first.map { answer.cell(column, of: $0) } ?? .none }

  /// The events it rests on, ascending.
  var events: [UInt64] { Set(rows.flatMap(\.events)).sorted() }

  /// The events that tell of it, ascending.
  var accounts: [UInt64] {
    let told = rows.flatMap { $0.because.filter { $0.rule == "A1-account" || $0.rule == "B1-account" } }
    return Set(told.flatMap(\.events)).sorted()
  }

  /// The group it is of.
  func group(_ grouping: Totals.Grouping, _ references: References) -> String {
    switch grouping {
    case .all: return "all"
    case .year: return Totals.year(day("from"), day("to"))
    case .region: return Totals.region(cell("place").description, on: day("to") ?? answer.at, references)
    case .actor:
      let perpetrators = words("perpetrators") + words("perpetrator")
      let actors = perpetrators.isEmpty ? words("participants") : perpetrators
      return actors.isEmpty ? "unknown" : actors.joined(separator: ", ")
    case .mode: return (words("mode") + words("act")).joined(separator: ", ")
    }
  }

  private func day(_ column: String) -> Day? { if case .day(let day) = cell(column) { day } else { nil } }

  /// The words of a column over all rows, each once, sorted.
  private func words(_ column: String) -> [String] {
    let all = rows.flatMap { row -> [String] in
      switch answer.cell(column, of: row) {
      case .list(let words): words
      case .text(let word): [word]
      default: []
      }
    }
    return Set(all.map(Verbatim.init)).sorted().map(\.text)
  }
}
