import Leaf
import Ledger
import TransparencyLog
import Views
import Vocabulary

/// Seals drafts by the vocabulary: checks them, resolves names in the views and in what the same call appends, resolves
/// references in the log, hides protected values.
///
/// It belongs to one call of append. The memory of a draft is used again for the next one.
final class VocabularySealer: Sealer {
  /// A decoded draft.
  final class Draft {
    @exclusivity(unchecked) fileprivate var memory = Document()
    var document: Document { unsafe memory }
  }

  @exclusivity(unchecked) private var draft = Draft()
  private var leaf = Document()
  private let context: SealContext
  private let earlier = Earlier()
  private let protection: Protection
  private let hiding: Hiding
  private let corrections: Corrections
  /// Words of open lists that no list has, with how often they came; kept, but worth telling.
  private(set) var unlisted: [Unlisted: Int] = [:]

  /// A word that an open list does not have, and where.
  struct Unlisted: Hashable {
    var field: String
    var word: String
    var nearest: String?
  }

  /// - Parameters:
  ///   - ledger: where protected values of earlier events are found.
  ///   - directory: the names that the ledger holds now.
  ///   - policies: the standing policies about protection.
  ///   - corrections: compares corrections with what stands.
  ///   - facts: what is known of places.
  init(
    _ ledger: Ledger, directory: any Directory, policies: [Kind: Policy] = [:], corrections: Corrections,
    facts: @escaping () throws -> References
  ) {
    self.corrections = corrections
    protection = Protection(ledger)
    let context = SealContext(
      at: "", by: "", id: EventID(high: 0, low: 0), directory: LayeredDirectory(base: directory),
      sha256: { Digest.sha256($0).bytes }, event: { [earlier] name in earlier.find(name) })
    self.context = context
    hiding = Hiding(policies, facts: facts) { context.directory }
    context.digests = { [protection, earlier] names, targets in
      earlier.storedDigests ?? protection.digests(names, targets)
    }
  }

  /// The values that redactions of this call destroy once it is durable.
  var doomed: (digests: [String], positions: [UInt64]) { protection.doomed }

  func decode(_ bytes: UnsafeRawBufferPointer) throws(LedgerError) -> Draft {
    if unsafe !isKnownUniquelyReferenced(&draft) { unsafe draft = Draft() }
    do throws(LeafError) { try unsafe draft.memory.parse(bytes, as: .draft) } catch {
      throw .refused(line: nil, .malformed(error))
    }
    return unsafe draft
  }

  func id(of draft: Draft) -> EventID? {
    guard let text = draft.document.root["id"]?.string else { return nil }
    guard text.utf8.first == UInt8(ascii: "@") else { return EventID(text) }
    return EventID(name: String(text.dropFirst())) { Digest.sha256($0).bytes }
  }

  func stamp(of leaf: [UInt8]) -> EventStamp? {
    guard let document = try? Document(leaf, as: .trusted) else { return nil }
    let event = Event(document)
    return event.id.map { EventStamp(id: $0, at: event.at, by: event.by) }
  }

  func takeProtected() -> [ProtectedValue] { protection.take() }

  func seal(
    _ draft: Draft, as stamp: EventStamp, references: any EventReferences, into leaf: inout [UInt8]
  ) throws(LedgerError) {
    var stored: Event?
    if let leaf = stamp.stored { stored = (try? Document(leaf, as: .trusted)).map(Event.init) }
    let document = try hiding.apply(draft.document, stored: stored)
    let root = document.root
    (context.id, context.position) = (stamp.id, references.own)
    if context.at != stamp.at { context.at = stamp.at }
    if context.by != stamp.by { context.by = stamp.by }
    earlier.begin(references, stored: stored)
    if !context.withheld.isEmpty { context.withheld = [] }
    if let protect = root["protect"], protect.kind == .object {
      context.withheld = try protection.withhold(
        protect, of: stamp.id, at: references.own, stored: stored)
    }
    let sealed: SealedEvent
    do throws(DraftError) { sealed = try Vocabulary.seal(document, in: context, into: &leaf) } catch {
      learn(document)
      if let failure = earlier.failure ?? protection.failure { throw failure }
      throw .refused(line: nil, .findings(error.findings.map(earlier.explained)))
    }
    switch sealed.kind {
    case .policy: try checkPolicy(leaf)
    // One that is recorded already fitted then.
    case .correct where stamp.stored == nil:
      if let document = try? Document(leaf, as: .trusted) { try corrections.check(Event(document), references) }
    case .retract: corrections.retract()
    default: break
    }
    for warning in sealed.warnings { note(warning) }
    if sealed.havePositions { try earlier.check(Event(document).references) }
    learn(sealed, leaf)
  }

  /// A policy that gives another meaning to a built-in profile would change nothing, so it is refused.
  private func checkPolicy(_ bytes: [UInt8]) throws(LedgerError) {
    guard let document = try? Document(bytes, as: .trusted), case .policy(let policy) = Event(document).payload else {
      return
    }
    if policy.subject == .protection {
      guard Kind(rawValue: policy.key) != nil else {
        let finding = Finding(
          path: "payload.key", problem: .doesNotFit, value: policy.key, reason: "no kind of event has this name",
          allowed: "the kind whose fields are protected, as attack or claim.control",
          nearest: Nearest.word(to: policy.key, among: Kind.allCases.map(\.rawValue)))
        throw .refused(line: nil, .findings([finding]))
      }
      hiding.learn(policy)
    }
    guard Profile.redefinesBuiltIn(policy) else { return }
    let finding = Finding(
      path: "payload.key", problem: .doesNotFit, value: policy.key,
      reason: "this profile is built in, with other settings, and no ledger can change it",
      allowed: "another id of your own; see daybook view --profiles")
    throw .refused(line: nil, .findings([finding]))
  }

  private func note(_ warning: Finding) {
    let field = warning.path.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".")
    unlisted[Unlisted(field: field, word: warning.value, nearest: warning.nearest), default: 0] += 1
  }

  /// Learns what later drafts of the call may name.
  private func learn(_ sealed: SealedEvent, _ bytes: [UInt8]) {
    switch sealed.kind {
    case .actor, .place, .source, .claimAgreement, .redact: break
    default: return
    }
    do throws(LeafError) { try leaf.parse(bytes, as: .trusted) } catch {
      preconditionFailure("a sealed leaf can be read: \(error.message)")
    }
    if sealed.kind == .redact { protection.doom(Event(leaf)) } else { learn(leaf) }
  }

  private func learn(_ document: Document) {
    guard var layered = context.directory as? LayeredDirectory else { return }
    // The context lets go of it, so that it is changed in its place.
    context.directory = TrustingDirectory()
    layered.learn(Event(document))
    context.directory = layered
  }
}
