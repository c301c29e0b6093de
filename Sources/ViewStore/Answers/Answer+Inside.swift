internal import Views
internal import Vocabulary

extension Answer {
  /// Leaves only the rows whose place is, or lies in, one of these.
  ///
  /// A row that has days of its own (`from` and `to`) lies where its place lay on the last of them, any other where it lies
  /// on the day asked about: an attack of 2012 in Ménaka was in Gao, and counts in one region only. A place that no
  /// gazetteer has lies nowhere.
  ///
  /// - Throws: `noSuchColumn` for a view without places.
  mutating func keep(inside: [String], _ facts: References) throws {
    guard let place = columns.firstIndex(where: { $0.name == "place" }) else {
      throw ViewStoreError.noSuchColumn("place", view: view, known: columns.map(\.name))
    }
    let days = ["to", "from"].compactMap { name in columns.firstIndex { $0.name == name && $0.type == .day } }
    rows.removeAll { row in
      guard case .text(let id) = row.cells[place] else { return true }
      let own = days.compactMap { column -> Day? in
        if case .day(let day) = row.cells[column] { day } else { nil }
      }
      return !facts.place(id, liesInOneOf: inside, on: own.first ?? at)
    }
  }
}

extension Question {
  /// Whom the view is asked about: of places only those inside, so that a region costs no more than its places.
  func subjects(_ lens: Lens, _ facts: References) -> [String]? {
    guard let inside, lens.view.subjectKind == .place else { return lens.subjects }
    let all = lens.subjects ?? lens.view.subjects(at: at, facts: facts)
    return all.filter { facts.place($0, liesInOneOf: inside, on: at) }
  }
}

extension References {
  fileprivate func place(_ id: String, liesInOneOf others: [String], on day: Day) -> Bool {
    others.contains { place(id, liesIn: $0, on: day) }
  }
}
