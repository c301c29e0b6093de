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
  func withhold(
    _ protect: Element, of id: EventID, at position: UInt64, stored: Event?
  ) throws(LedgerError) -> [String] {
    let subject = protect.member("subject")?.string
    let fields = protect.member("fields")
    if let stored {
      guard try isSame(fields, as: stored, at: position) else {
        throw .refused(line: nil, .idTaken(id, position: position))
      }
      return stored.withheld
    }
    let disclosures = try Self.members(fields).map { name, value throws(LedgerError) in
      do throws(DisclosureError) {
        return try Disclosure(salt: Random.bytes(Disclosure.saltBytes), name: name, value: value)
      } catch { throw .refused(line: nil, .draft("protect.fields: \(error.message)")) }
    }
    own[position] = disclosures
    pending = disclosures.map {
      ProtectedValue(subject: subject ?? "\(id)/\($0.name)", isOwn: subject == nil, disclosure: $0)
    }
    return disclosures.map(\.digest)
  }

  /// The values that were hidden since the last call.
  func take() -> [ProtectedValue] {
    guard !pending.isEmpty else { return [] }
    defer { pending = [] }
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
        let text = String(decoding: try ledger.disclosures.open(sealed), as: UTF8.self)
        if let disclosure = try? Disclosure(text: text) { found.append(disclosure) }
      } catch {
        guard case .disclosure(.keyMissing) = error else { throw error }
      }
    }
    return found
  }

  /// Whether the values of a draft are those that the stored event hides, as far as they can be opened.
  private func isSame(_ fields: Element?, as stored: Event, at position: UInt64) throws(LedgerError) -> Bool {
    let known = try disclosures(at: position)
    let members = Self.members(fields)
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

  private static func members(_ object: Element?) -> [(name: String, value: Value)] {
    guard let object else { return [] }
    return object.members.map { (member: Element.Member) in (member.key, member.value.value) }
  }
}
