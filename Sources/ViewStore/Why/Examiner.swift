internal import Leaf
internal import Ledger
internal import TransparencyLog
internal import Views
internal import Vocabulary

/// Looks up what is known of an event at the known time asked for.
struct Examiner {
  let references: References
  let ledger: Ledger

  init(_ references: References, _ ledger: Ledger) {
    self.references = references
    self.ledger = ledger
  }

  func exhibit(_ position: UInt64) throws -> Exhibit {
    let leaf = try ledger.leaf(at: position)
    let event = Event((try? Document(leaf, as: .trusted)) ?? Document())
    let subject = Subject.event(position)
    let ended = references.ended(Provenance.name, subject)
    let standing = references.facts(Provenance.name, subject).last
    let isGuarded = event.isGuarded(at: position, in: ledger, references)
    let by = Set(ended.map(\.by) + [standing?.versionBy].compactMap(\.self)).sorted()
    return Exhibit(
      position: position, id: event.id, kind: event.kindText,
      summary: references.statement(position)
        ?? event.summary(shown: references.disclosure, isGuarded: isGuarded, in: ledger), recordedAt: event.at,
      recordedBy: event.by, leafHash: Digest.leaf(leaf).bytes, standing: word(standing, ended), endedBy: by,
      reason: isGuarded ? nil : event.payload.reason,
      testimony: (standing ?? ended.last?.was).flatMap { testimony($0, isGuarded: isGuarded) },
      protectedCount: event.withheld.count, tlp: event.handling?.tlp, isGuarded: isGuarded)
  }

  private func word(_ standing: StandingFact?, _ ended: [EndedFact]) -> Exhibit.Standing {
    guard let standing else { return ended.isEmpty ? .unseen : .retracted }
    return standing.versionBy == nil ? .stands : .corrected
  }

  private func testimony(_ fact: StandingFact, isGuarded: Bool) -> Exhibit.Testimony? {
    guard let said = fact.leaf.attribution else { return nil }
    let report = fact.report.flatMap(references.report)
    let root = references.root(of: fact)
    return Exhibit.Testimony(
      report: report, publisher: (report?.report.source).map(references.sourceName), said: said,
      chain: said.chain.map { told($0, isGuarded: isGuarded) }, root: root,
      rootName: isGuarded ? references.guardedName(root.origin) : references.rootName(root.origin),
      grade: references.grade(of: fact),
      evidence: (report?.report.evidence).map { ($0, isKept($0)) })
  }

  private func isKept(_ digest: String) -> Bool {
    guard let digest = Digest(hex: digest) else { return false }
    return (try? ledger.evidence.contains(digest)) ?? false
  }

  private func told(_ link: ChainLink, isGuarded: Bool) -> String {
    let words = isGuarded ? "unnamed" : link.anonymous.map { "unnamed: \($0)" } ?? link.name
    let who = link.source.map(references.sourceName) ?? words ?? "unknown"
    return [who, link.role?.rawValue, link.report.map { "(#\($0.seq))" }].compactMap(\.self).joined(separator: " ")
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
