/// Where reading stopped and why; the cold path makes a ``LeafError`` of it.
struct Stop: Error {
  let reason: LeafError.Reason
  /// The first byte of what is refused.
  let offset: Int
}
