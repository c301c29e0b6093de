import Leaf
import Ledger
import ViewStore
import Vocabulary

/// Whether corrections fit the events that they aim at, as these stand: a correction that names what never stood there, or
/// leaves an event that could not have been recorded, is refused.
///
/// It belongs to one call of append.
final class Corrections {
  private let ledger: Ledger
  private let views: ViewStore
  private var snapshot: Snapshot?
  /// What the corrections of this call have made of their targets.
  private var corrected: [UInt64: Document] = [:]
  /// Whether this call has retracted something: then what stands is not known before it is recorded.
  private var hasRetracted = false

  init(_ ledger: Ledger, _ views: ViewStore) { (self.ledger, self.views) = (ledger, views) }

  /// A draft of the call retracts something.
  func retract() { hasRetracted = true }

  /// Refuses a correction that does not fit.
  func check(_ correction: Event, _ references: any EventReferences) throws(LedgerError) {
    guard !hasRetracted, case .correct(let payload) = correction.payload,
      let target = correction.targets(.corrects).first?.seq
    else { return }
    let standing: Document
    if let known = corrected[target] { standing = known } else { standing = try self.standing(target, references) }
    do throws(DraftError) { corrected[target] = try standing.applying(payload.changes) } catch {
      throw .refused(line: nil, .findings(error.findings.map(Corrections.placed)))
    }
  }

  /// The target as it stands before this call.
  private func standing(_ target: UInt64, _ references: any EventReferences) throws(LedgerError) -> Document {
    let bytes = try references.leaf(at: target)
    do {
      let recorded = Event(try Document(bytes, as: .trusted))
      let snapshot = try snapshot ?? views.snapshot()
      self.snapshot = snapshot
      // What this call has recorded itself, the views do not know yet.
      guard target < snapshot.followed else { return recorded.document }
      return try snapshot.version(of: target, as: recorded, in: ledger).document
    } catch let error as LedgerError { throw error } catch {
      throw .inputOutput(path: ledger.folder.views, reason: "what stands at #\(target) cannot be read: \(error)")
    }
  }

  /// A finding about the event that would result, told of the correction.
  private static func placed(_ finding: Finding) -> Finding {
    guard !finding.path.hasPrefix("payload.changes") else { return finding }
    return Finding(
      path: "payload.changes", problem: finding.problem,
      reason: "with these changes the event could not stand: " + finding.message)
  }
}
