import Leaf
import Ledger
import TransparencyLog
import Vocabulary

/// The protected values that an append hides or destroys: salts, digests, and where earlier ones are found.
///
/// A draft names values by name; the leaf holds only digests. On a retry the digests of the stored leaf are taken, since
/// salts are random; a value that can still be opened must then be the same.
final class Protection {
  private let ledger: Ledger
  /// Disclosures of events of this call, by position.
  private var own: [UInt64: [Disclosure]] = [:]
  private var pending: [ProtectedValue] = []
  /// The digests that redactions of this call destroy, and the positions of their events.
  private(set) var doomed: (digests: [String], positions: [UInt64]) = ([], [])
  /// What went wrong while values were read.
  var failure: LedgerError?

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The digests for the `protect` object of a draft that will stand at `position`.
  func withhold(_ protect: Element, at position: UInt64, stored: Event?) throws(LedgerError) -> [String] {
    let subject = protect.member("subject")?.string ?? ""
    let fields = protect.member("fields")
    if let stored { return try isSame(fields, as: stored, at: position) ? stored.withheld : [] }
    var disclosures: [Disclosure] = []
    for field in fields?.members ?? [] { disclosures.append(Disclosure(name: field.key, value: field.value.value)) }
    own[position] = disclosures
    pending = disclosures.map { ProtectedValue(subject: subject, disclosure: $0) }
    return disclosures.map(\.digest)
  }

  /// The values that were hidden since the last call.
  func take() -> [ProtectedValue] {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending
  }

  /// The digests that hide the named values of earlier events; `nil` when one is not found.
  func digests(_ names: [String], _ targets: [EventRef]) -> [String]? {
    do throws(LedgerError) {
      var digests: [String] = []
      for target in targets {
        let known = try disclosures(at: target.seq)
        digests += names.flatMap { name in known.filter { $0.name == name }.map(\.digest) }
      }
      return digests.isEmpty ? nil : digests
    } catch {
      failure = failure ?? error
      return nil
    }
  }

  /// Notes the values that a redaction destroys once it is durable.
  func doom(_ event: Event) {
    guard case .redact(let redaction) = event.payload else { return }
    doomed.digests += redaction.digests
    doomed.positions += event.targets(.redacts).map(\.seq)
  }

  /// The values of an event that this reader can open.
  private func disclosures(at position: UInt64) throws(LedgerError) -> [Disclosure] {
    if let own = own[position] { return own }
    var found: [Disclosure] = []
    for sealed in try ledger.log.disclosures(of: position) {
      do throws(LedgerError) {
        if let disclosure = Disclosure(text: try ledger.disclosures.open(sealed)) { found.append(disclosure) }
      } catch {
        guard case .disclosure(.keyMissing) = error else { throw error }
      }
    }
    return found
  }

  /// Whether the values of a draft are those that the stored event hides, as far as they can be opened.
  private func isSame(_ fields: Element?, as stored: Event, at position: UInt64) throws(LedgerError) -> Bool {
    let known = try disclosures(at: position)
    let members = fields?.members.map { ($0.key, $0.value.value) } ?? []
    var unopened = stored.withheld.count - known.count
    for (name, value) in members {
      if let disclosure = known.first(where: { $0.name == name }) {
        guard disclosure.value.encode() == value.encode() else { return false }
      } else {
        unopened -= 1
      }
    }
    return unopened >= 0 && members.count <= stored.withheld.count
  }
}
