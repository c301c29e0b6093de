public import Leaf
public import TransparencyLog
public import Vocabulary

/// Why a draft was not appended.
public enum Refusal: Error, Equatable, Sendable {
  /// It cannot be used; the sentence says why.
  case draft(String)
  /// It is no JSON of the profile.
  case malformed(LeafError)
  /// The vocabulary refused it: everything that is wrong with it.
  case findings([Finding])
  /// The id belongs to another event.
  case idTaken(EventID, position: UInt64)
  /// The leaf would be longer than the format allows.
  case tooLong(bytes: Int, limit: Int)
  /// A line of the input is longer than any draft can be.
  case lineTooLong(limit: Int)
  /// A reference names no event of the ledger.
  case noSuchEvent(written: String)
  /// A reference names a position that is not earlier than the event itself.
  case notEarlier(position: UInt64, own: UInt64)
  /// A reference gives a leaf hash that is not the one at its position.
  case otherLeaf(position: UInt64, written: Digest, actual: Digest)
}

extension Refusal {
  /// What a person should read.
  public var message: String {
    switch self {
    case .draft(let sentence): sentence
    case .malformed(let error): error.message
    case .findings(let findings): findings.map(\.message).joined(separator: "\n")
    case .idTaken(let id, let position):
      "id \(id) belongs to event #\(position), which has other content: give the new event another id, "
        + "or append a correct event for #\(position)"
    case .tooLong(let bytes, let limit):
      "the event would take \(bytes) bytes where \(limit) are allowed: keep long text as evidence and cite it"
    case .lineTooLong(let limit): "the line is longer than \(limit) bytes: one JSON document a line, one event each"
    case .noSuchEvent(let written):
      "\(written) names no event of this ledger: append that one first, or check the spelling"
    case .notEarlier(let position, let own):
      "reference to #\(position), but this event will be #\(own): references point to earlier events only"
    case .otherLeaf(let position, let written, let actual):
      "reference to #\(position) gives leaf \(written), but the leaf there is \(actual): it was written for another "
        + "ledger, or the position is wrong"
    }
  }
}
