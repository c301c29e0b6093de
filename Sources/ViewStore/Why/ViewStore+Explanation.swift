internal import Leaf
public import Ledger
internal import TransparencyLog
internal import Views
internal import Vocabulary

extension ViewStore {
  /// Explains one row of a view, from the rules down to the sources, the originals and the leaves.
  ///
  /// - Parameters:
  ///   - key: the key of the row, as the view prints it; the id of a place or `#position` is enough where it has one row.
  ///   - question: the view and the clocks; its subjects are those of the row.
  ///   - ledger: the log, for leaves and proofs, and the originals.
  /// - Throws: `noSuchRow` with the rows there are.
  public func explain(_ key: String, _ question: Question, of ledger: Ledger) throws -> Explanation {
    let log = FollowedLedger(ledger)
    return try converting {
      let moment = Moment(known: try question.asOf.count(in: log), published: question.publishedBy)
      let snapshot = try snapshot(at: moment)
      var reading = try answer(question, snapshot: snapshot, log: log)
      reading.answer.rows = [try ViewStore.row(key, in: reading.answer)]
      guard let view = Views.named(question.view) else {
        throw ViewStoreError.noSuchView(question.view, known: Views.all.map { $0.name })
      }
      let row = reading.answer.rows[0]
      let examiner = Examiner(References(snapshot), ledger)
      var exhibits: [UInt64: Exhibit] = [:]
      for event in row.everyEvent where event < reading.size { exhibits[event] = try examiner.exhibit(event) }
      if let failure = snapshot.failure { throw failure }
      let rules = Set((row.because + row.against).map(\.rule) + row.ignored.map(\.rule))
      let sentences = rules.compactMap { rule in view.sentence(of: rule).map { (rule, $0) } }
      return Explanation(
        reading: reading, exhibits: exhibits, sentences: Dictionary(uniqueKeysWithValues: sentences))
    }
  }

  private static func row(_ key: String, in answer: Answer) throws -> Row {
    if let exact = answer.rows.first(where: { $0.key.utf8.elementsEqual(key.utf8) }) { return exact }
    let keys = answer.rows.map(\.key)
    if answer.rows.count == 1, !key.utf8.contains(0x2F) { return answer.rows[0] }
    throw ViewStoreError.noSuchRow(key, view: answer.view, keys: keys)
  }
}

extension Row {
  /// Every event that the row names, on either side, counted or not, and the disputes.
  fileprivate var everyEvent: [UInt64] {
    let reasons = (because + against).flatMap { $0.events + $0.rivals }
    return Set(reasons + ignored.map(\.event) + ignored.compactMap(\.cause) + disputes).sorted()
  }
}

/// Looks up what is known of an event at the known time asked for.
private struct Examiner {
  let references: References
  let ledger: Ledger
  let tree: LogTree?

  init(_ references: References, _ ledger: Ledger) {
    self.references = references
    self.ledger = ledger
    tree = try? ledger.tree()
  }

  func exhibit(_ position: UInt64) throws -> Exhibit {
    let leaf = try ledger.leaf(at: position)
    let event = Event((try? Document(leaf, as: .trusted)) ?? Document())
    let subject = Subject.event(position)
    let ended = references.ended(Provenance.name, subject)
    let standing = references.facts(Provenance.name, subject).last
    let by = Set(ended.map(\.by) + [standing?.versionBy].compactMap(\.self)).sorted()
    return Exhibit(
      position: position, id: event.id, kind: event.kindText,
      summary: references.statement(position) ?? event.summary, recordedAt: event.at, recordedBy: event.by,
      leafHash: Digest.leaf(leaf).bytes, standing: word(standing, ended), endedBy: by, reason: event.payload.reason,
      testimony: (standing ?? ended.last?.was).flatMap(testimony), protectedCount: event.withheld.count)
  }

  private func word(_ standing: StandingFact?, _ ended: [EndedFact]) -> Exhibit.Standing {
    guard let standing else { return ended.isEmpty ? .unseen : .retracted }
    return standing.versionBy == nil ? .stands : .corrected
  }

  private func testimony(_ fact: StandingFact) -> Exhibit.Testimony? {
    guard let said = fact.leaf.attribution else { return nil }
    let report = fact.report.flatMap(references.report)
    let root = references.root(of: fact)
    return Exhibit.Testimony(
      report: report, publisher: (report?.report.source).map(sourceName), said: said, chain: said.chain.map(told),
      root: root, rootName: name(root.origin), grade: references.grade(of: fact),
      evidence: (report?.report.evidence).map { ($0, isKept($0)) })
  }

  private func isKept(_ digest: String) -> Bool {
    guard let digest = Digest(hex: digest) else { return false }
    return (try? ledger.evidence.contains(digest)) ?? false
  }

  private func told(_ link: ChainLink) -> String {
    let who = link.source.map(sourceName) ?? link.anonymous.map { "unnamed: \($0)" } ?? link.name ?? "unknown"
    return [who, link.role?.rawValue, link.report.map { "(#\($0.seq))" }].compactMap(\.self).joined(separator: " ")
  }

  private func sourceName(_ key: String) -> String { references.source(key)?.source.name ?? key }

  private func name(_ origin: Root.Origin) -> String {
    switch origin {
    case .report(let position):
      (references.report(position)?.report).map { "\(sourceName($0.source)), “\($0.title)” (#\(position))" }
        ?? "#\(position)"
    case .source(let key): sourceName(key.text)
    case .anonymous(let people, let report): "unnamed: \(people.text)" + (report.map { ", in #\($0)" } ?? "")
    case .event(let position): "#\(position) alone"
    }
  }
}

extension Payload {
  /// Why somebody corrected, retracted, disputed, linked or redacted something.
  fileprivate var reason: String? {
    switch self {
    case .correct(let payload): payload.reason
    case .retract(let payload): payload.reason
    case .dispute(let payload): payload.reason
    case .link(let payload): payload.reason
    case .redact(let payload): payload.reason
    default: nil
    }
  }
}
