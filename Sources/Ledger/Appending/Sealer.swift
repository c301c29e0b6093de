public import Vocabulary

/// Turns a draft into a leaf: decode, check, resolve, canonical bytes. Pure: the same draft, stamp and answers give the same bytes.
///
/// The vocabulary provides one; the ledger only knows that an event has an id, and that its bytes can be made again to recognise a retry.
///
/// One append uses it at a time, one draft after the other, so that it may keep memory between drafts.
public protocol Sealer: AnyObject {
  /// A decoded draft.
  associatedtype Draft: AnyObject

  /// Decodes one draft.
  ///
  /// - Throws: `LedgerError.refused` with the vocabulary's sentence; the ledger adds the line.
  func decode(_ draft: UnsafeRawBufferPointer) throws(LedgerError) -> Draft

  /// The id that the draft gives itself; `nil` when the ledger shall assign one.
  func id(of draft: Draft) -> EventID?

  /// Appends the canonical bytes of the event to `leaf`, which is empty.
  ///
  /// Every reference goes through `references`, which refuses what is not there, not earlier, or has another leaf.
  func seal(
    _ draft: Draft, as stamp: EventStamp, references: any EventReferences, into leaf: inout [UInt8]
  ) throws(LedgerError)

  /// The stamp that a stored leaf was sealed with, the leaf itself included; `nil` when it cannot be read.
  func stamp(of leaf: [UInt8]) -> EventStamp?

  /// The values that the draft sealed last hides; asked once for each new event.
  func takeProtected() -> [ProtectedValue]
}

extension Sealer {
  public func takeProtected() -> [ProtectedValue] { [] }
}
