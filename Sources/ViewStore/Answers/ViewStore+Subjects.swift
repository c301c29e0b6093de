internal import Crypto
public import Ledger
public import Views
public import Vocabulary

extension ViewStore {
  /// The subjects of a view that people mean by what they wrote: ids or names of places; `#12`, ids or `@names` of events.
  ///
  /// - Parameter day: namesakes that do not hold on it are left out.
  /// - Throws: `noSuchView`, `noSuchSubject` with the nearest, or ``ResolutionError`` where a name is ambiguous.
  public func subjects(
    written: [String], of view: any View.Type, at day: Day, in ledger: Ledger
  ) throws -> [String] {
    var subjects: [String] = []
    switch view.subjectKind {
    case .place:
      let directory = try directory()
      for word in written { subjects.append(try entry(word, .place, view.name, day, directory)) }
    case .event:
      for word in written { subjects.append(try ViewStore.event(word, view.name, ledger)) }
    case .actor:
      let directory = try directory()
      for word in written { subjects.append(try entry(word, .actor, view.name, day, directory)) }
    case .source:
      let directory = try directory()
      for word in written { subjects.append(try entry(word, .source, view.name, day, directory)) }
    case .key:
      let facts = References(try snapshot())
      for word in written {
        guard let subject = view.subject(written: word, at: day, facts: facts) else {
          let known = view.words(at: day, facts: facts)
          throw ViewStoreError.noSuchSubject(
            word, view: view.name, nearest: Nearest.words(to: word, among: known, limit: 3))
        }
        subjects.append(subject)
      }
    }
    return subjects
  }

  /// The place that people mean by what they wrote.
  ///
  /// - Throws: ``ResolutionError``, also where a name is ambiguous.
  public func place(written word: String, at day: Day) throws -> String {
    let directory = try directory()
    let resolved = Result { () throws(ResolutionError) in try directory.identify(word, in: .place, on: day) }
    if let failure = directory.failure { throw failure }
    return try resolved.get()
  }

  /// The place that people mean by a word when they speak of a region: of namesakes that lie in one another, the outermost.
  ///
  /// - Throws: ``ResolutionError`` where there is none, or where namesakes lie apart.
  public func region(written word: String, at day: Day) throws -> String {
    do { return try place(written: word, at: day) } catch let error as ResolutionError {
      guard case .ambiguous(_, _, let candidates) = error else { throw error }
      let facts = References(try snapshot())
      let outermost = candidates.first { outer in
        candidates.allSatisfy { facts.place($0.id, liesIn: outer.id, on: day) }
      }
      guard let outermost else { throw error }
      return outermost.id
    }
  }

  private func entry(
    _ word: String, _ namespace: Namespace, _ view: String, _ day: Day, _ directory: FactDirectory
  ) throws -> String {
    let resolved = Result { () throws(ResolutionError) in try directory.identify(word, in: namespace, on: day) }
    if let failure = directory.failure { throw failure }
    guard case .failure(.unknown(_, _, let nearest)) = resolved else { return try resolved.get() }
    // Events may name a place or an actor in words that no register has.
    let named = try snapshot().subjects(view, prefix: word)
    guard named.contains(where: { $0.utf8.elementsEqual(word.utf8) }) else {
      throw ViewStoreError.noSuchSubject(
        word, view: view, nearest: Set(nearest.map(Verbatim.init)).sorted().map(\.text))
    }
    return word
  }

  private static func event(_ word: String, _ view: String, _ ledger: Ledger) throws -> String {
    let isNumber = !word.isEmpty && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    let position: UInt64?
    switch EventName(isNumber ? "#" + word : word, sha256: { Array(SHA256.hash(data: $0)) }) {
    case .position(let number): position = number
    case .id(let id): position = try ledger.position(of: id)
    case .leaf, nil: position = nil
    }
    guard let position else { throw ViewStoreError.noSuchSubject(word, view: view, nearest: []) }
    let size = try ledger.size
    guard position < size else { throw LedgerError.noSuchPosition(position, size: size) }
    return Subject.event(position).text
  }
}

extension Directory {
  /// The id that a person who reads means by a name: as ``resolve(_:in:on:)``, but a name of another day will do when only
  /// one thing ever had it and that one is there on the day, under another name.
  fileprivate func identify(
    _ written: String, in namespace: Namespace, on day: Day
  ) throws(ResolutionError) -> String {
    do throws(ResolutionError) { return try resolve(written, in: namespace, on: day) } catch {
      guard case .notThen(_, _, _, let candidates) = error else { throw error }
      let id = candidates[0].id
      guard candidates.allSatisfy({ Verbatim($0.id) == Verbatim(id) }),
        entries(named: id, folded: Folding.fold(id), in: namespace).contains(where: { $0.holds(on: day) })
      else { throw error }
      return id
    }
  }
}
