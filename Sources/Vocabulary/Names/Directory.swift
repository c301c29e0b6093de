/// The actors, places, sources and agreements that drafts may name.
///
/// A store implements the three look-ups; how a name is resolved is written once, in the extension.
public protocol Directory: Sendable {
  /// Whether an entry with the id exists. Called for every id of every draft.
  func knows(_ id: String, in namespace: Namespace) -> Bool

  /// The entries with one of these: the id, or a name that folds to `folded` (see ``Folding``).
  func entries(named written: String, folded: [UInt8], in namespace: Namespace) -> [DirectoryEntry]

  /// All names and ids of the namespace, for suggesting the nearest. Called only before an error.
  func names(in namespace: Namespace) -> [String]
}

extension Directory {
  /// The id that a written name stands for: the entry with the id, else the one with exactly the name, else the one
  /// with the folded name; namesakes that do not hold on the day are left out.
  ///
  /// - Throws: ``ResolutionError`` with candidates or the nearest names.
  public func resolve(
    _ written: String, in namespace: Namespace, on day: Day? = nil
  ) throws(ResolutionError) -> String {
    if knows(written, in: namespace) { return written }
    let folded = Folding.fold(written)
    var found = folded.isEmpty ? [] : entries(named: written, folded: folded, in: namespace)
    guard !found.isEmpty else {
      let nearest = Nearest.words(to: written, among: names(in: namespace), limit: 3)
      throw .unknown(written: written, namespace: namespace, nearest: nearest)
    }
    let exact = found.filter { entry in
      entry.id.utf8.elementsEqual(written.utf8) || entry.names.contains { $0.utf8.elementsEqual(written.utf8) }
    }
    if !exact.isEmpty { found = exact }
    if let day {
      let then = found.filter { $0.holds(on: day) }
      guard !then.isEmpty else {
        throw .notThen(written: written, namespace: namespace, day: day, candidates: found)
      }
      found = then
    }
    guard found.allSatisfy({ $0.id.utf8.elementsEqual(found[0].id.utf8) }) else {
      throw .ambiguous(written: written, namespace: namespace, candidates: found)
    }
    return found[0].id
  }
}
