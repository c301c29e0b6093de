internal import Vocabulary

extension EventID {
  /// The first eight bytes, most significant first.
  var high: UInt64 { bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) } }
  /// The last eight bytes, most significant first.
  var low: UInt64 { bytes[8...].reduce(0) { $0 << 8 | UInt64($1) } }
}
