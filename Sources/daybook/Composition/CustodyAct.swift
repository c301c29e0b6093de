import Audit
import Leaf
import Ledger
import TransparencyLog

/// What the commands about custody share: hashing an original as it is now, and appending the events.
struct CustodyAct {
  let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The day of today, UTC.
  var today: String { String(ledger.now.prefix(10)) }

  /// The digests as they are now; `nil` when the original is not kept here.
  ///
  /// - Throws: a complaint with status 1 when its bytes are not those of its digest.
  func measured(_ digest: Digest) throws -> (sha256: Digest, sha512: String, size: UInt64)? {
    guard let now = try ledger.evidence.digests(of: digest) else { return nil }
    guard now.sha256 == digest else { throw LedgerError.evidence(.altered(digest, found: now.sha256)) }
    return now
  }

  /// The first event that names an original; `nil` when none does.
  func naming(_ digest: Digest) throws -> UInt64? { try NamedOriginals.first(naming: digest, in: ledger) }

  /// Appends the events and prints the receipt.
  func append(_ drafts: [Value], _ format: TextFormat, _ output: inout Output) throws {
    let appended = try Appending(ledger).append(DraftList(drafts.map { $0.encode() }), .few)
    let leaf = drafts.count == 1 ? try ledger.leaf(at: appended.receipt.position(ofDraft: 0)) : nil
    Receipt(appended, leaf: leaf, in: ledger).print(format, &output)
  }
}
