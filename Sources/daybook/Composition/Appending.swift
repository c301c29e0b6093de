import Ledger
import TransparencyLog
import ViewStore
import Views

/// Appends drafts to a ledger by the vocabulary: the one way that every command uses.
struct Appending {
  let ledger: Ledger
  /// Refuses unless the ledger has exactly that many events.
  var expected: UInt64?
  /// The file that the drafts come from, for the lines of a refusal.
  var input: String?

  init(_ ledger: Ledger, expecting expected: UInt64? = nil, input: String? = nil) {
    self.ledger = ledger
    self.expected = expected
    self.input = input
  }

  /// Appends, and destroys what a redaction among the drafts announces.
  func append(_ drafts: any DraftSource, _ volume: AppendVolume) throws -> Appended {
    let sealer = try sealer()
    let receipt: AppendReceipt
    do throws(LedgerError) {
      receipt = try ledger.append(drafts, sealer: sealer, recorder: recorder, expecting: expected, volume: volume)
    } catch { throw refused(error) }
    let doomed = sealer.doomed
    let destruction = doomed.digests.isEmpty ? nil : try destroy(doomed)
    return Appended(receipt: receipt, unlisted: sealer.unlisted, destruction: destruction)
  }

  /// Does everything but keep it; `leaf` gets what would be appended.
  func rehearse(_ drafts: any DraftSource, leaf: @escaping (UInt64, [UInt8]) -> Void) throws -> Appended {
    let sealer = try sealer()
    do throws(LedgerError) {
      let receipt = try ledger.rehearse(
        drafts, sealer: sealer, recorder: recorder, expecting: expected, leaf: leaf)
      return Appended(receipt: receipt, unlisted: sealer.unlisted, destruction: nil)
    } catch { throw refused(error) }
  }

  private func sealer() throws -> VocabularySealer {
    let views = try Following.views(of: ledger)
    let policies = References(try views.snapshot()).protections
    return VocabularySealer(
      ledger, directory: try views.directory(), policies: policies, corrections: Corrections(ledger, views)
    ) {
      References(try views.snapshot())
    }
  }

  private var recorder: String {
    get throws(LedgerError) { KeyID.text(try ledger.keys.verifier()) }
  }

  private func destroy(
    _ doomed: (digests: [String], positions: [UInt64])
  ) throws(Complaint) -> Ledger.Destruction {
    do throws(LedgerError) { return try ledger.destroy(digests: doomed.digests, of: doomed.positions) } catch {
      var complaint = Complaint(ledger: error)
      complaint.message +=
        "\nThe redaction is recorded, but not yet carried out: run: daybook redact --finish"
      throw complaint
    }
  }

  /// The refusal with what became of the drafts, as far as it is known.
  private func refused(_ error: LedgerError) -> Refused {
    var refused = Refused(error: error, complaint: Complaint(ledger: error, input: input), tail: "")
    let size = (try? ledger.size).map { "; the ledger has \(Progress.grouped($0)) events" }
    switch error {
    case .refused, .refusedLines, .stale, .busy, .readOnly, .diskFull, .inputOutput:
      refused.tail = "Nothing was appended" + (size.map { "\($0) as before." } ?? ".")
    case .unsynced:
      refused.tail =
        "The events are not there\(size ?? ""). Should this machine crash now, they may come back: look before you append again."
    default: return refused
    }
    refused.complaint.message += "\n" + refused.tail
    return refused
  }

  /// Why nothing was appended.
  struct Refused: Error {
    var error: LedgerError
    /// What a person should read.
    var complaint: Complaint
    /// The promise that nothing was appended; empty when the message says so itself.
    var tail: String
  }
}

/// What an append came to.
struct Appended {
  var receipt: AppendReceipt
  /// Words of open lists that no list has.
  var unlisted: [VocabularySealer.Unlisted: Int]
  /// What a redaction destroyed.
  var destruction: Ledger.Destruction?
}
