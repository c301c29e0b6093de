/// An event that changes how an earlier one stands.
struct Effect: Equatable {
  /// Position of the correction or retraction.
  var by: UInt64
  /// What it does.
  var kind: Kind

  /// What an event does to an earlier one; the number stands in `effect.kind`.
  enum Kind: Int64 {
    case corrects = 1
    case retracts = 2
  }
}
