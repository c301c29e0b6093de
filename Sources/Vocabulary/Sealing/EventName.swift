/// How a draft names an earlier event.
public enum EventName: Hashable, Sendable {
  /// By its id; a `@name` is the id that the name stands for.
  case id(EventID)
  /// By its position, from 0.
  case position(UInt64)
  /// By its leaf hash, 64 hexadecimal digits.
  case leaf(String)

  /// Reads `@name`, `#12`, an event id or a leaf hash; `nil` for anything else.
  ///
  /// - Parameter sha256: the hash, handed in so that this module needs no cryptography.
  public init?(_ text: String, sha256: ([UInt8]) -> [UInt8]) {
    guard TextForm.eventName.matches(text.utf8Span.span) else { return nil }
    if text.utf8.first == 0x23 {
      guard let position = UInt64(text.dropFirst()) else { return nil }
      self = .position(position)
    } else if text.utf8.first == 0x40 {
      self = .id(EventID(name: String(text.dropFirst()), sha256: sha256))
    } else if let id = EventID(text) {
      self = .id(id)
    } else {
      self = .leaf(text)
    }
  }
}

extension EventID {
  /// The id that a name stands for: the first 16 bytes of SHA-256("daybook/id/v1\n" ‖ name).
  ///
  /// Deterministic, so that a file of named drafts can be appended twice.
  public init(name: String, sha256: ([UInt8]) -> [UInt8]) {
    let digest = sha256(Array("daybook/id/v1\n".utf8) + Array(name.utf8))
    guard let id = EventID(bytes: digest) else { preconditionFailure("SHA-256 has 32 bytes") }
    self = id
  }
}
