internal import Views
internal import Vocabulary

extension Question {
  /// Whom the view is asked about: of places only those inside, so that a region costs no more than its places.
  func subjects(_ lens: Lens, _ facts: References) -> [String]? {
    guard let inside, lens.view.subjectKind == .place else { return lens.subjects }
    let all = lens.subjects ?? lens.view.subjects(at: at, facts: facts)
    return all.filter { facts.place($0, liesInOneOf: inside, on: at) }
  }
}

extension References {
  func place(_ id: String, liesInOneOf others: [String], on day: Day) -> Bool {
    others.contains { place(id, liesIn: $0, on: day) }
  }
}
