internal import Views
internal import Vocabulary

/// Which rows of an answer a question leaves: those with certain values in their cells, and those whose place is, or lies
/// in, one of some places.
///
/// A row that has days of its own (`from` and `to`) lies where its place lay on the last of them, any other where it lies
/// on the day asked about: an attack of 2012 in Ménaka was in Gao, and counts in one region only. A place that no
/// gazetteer has lies nowhere.
struct RowFilter {
  private var values: [(column: Int, value: String)] = []
  private var inside: (place: Int, days: [Int], places: [String])?
  private let day: Day
  private let facts: References

  /// - Parameter answer: tells the columns and the day.
  /// - Throws: `noSuchColumn` for a column that the view does not have.
  init(_ question: Question, _ answer: Answer, _ facts: References) throws {
    (day, self.facts) = (answer.at, facts)
    if let places = question.inside {
      guard let place = answer.columns.firstIndex(where: { $0.name == "place" }) else {
        throw ViewStoreError.noSuchColumn("place", view: answer.view, known: answer.columns.map(\.name))
      }
      let days = ["to", "from"].compactMap { name in
        answer.columns.firstIndex { $0.name == name && $0.type == .day }
      }
      inside = (place, days, places)
    }
    values = try question.filters.map { (try answer.column(of: $0), $0.value) }
  }

  /// Whether every row is left.
  var isEmpty: Bool { inside == nil && values.isEmpty }

  func accepts(_ row: Row) -> Bool {
    guard values.allSatisfy({ row.cells[$0.column].shows($0.value) }) else { return false }
    guard let inside else { return true }
    guard case .text(let id) = row.cells[inside.place] else { return false }
    let own = inside.days.compactMap { column -> Day? in
      if case .day(let day) = row.cells[column] { day } else { nil }
    }
    return facts.place(id, liesInOneOf: inside.places, on: own.first ?? day)
  }
}

extension Answer {
  /// Leaves only the rows that have the value in the column.
  mutating func keep(_ filter: Question.Filter) throws {
    let column = try column(of: filter)
    rows.removeAll { !$0.cells[column].shows(filter.value) }
  }

  fileprivate func column(of filter: Question.Filter) throws -> Int {
    guard let column = columns.firstIndex(where: { $0.name.utf8.elementsEqual(filter.column.utf8) }) else {
      throw ViewStoreError.noSuchColumn(filter.column, view: view, known: columns.map(\.name))
    }
    return column
  }
}

extension Cell {
  /// Whether a table shows that value in this cell, or among the words of its list.
  fileprivate func shows(_ value: String) -> Bool {
    if case .list(let words) = self { return words.contains { $0.utf8.elementsEqual(value.utf8) } }
    return description.utf8.elementsEqual(value.utf8)
  }
}
