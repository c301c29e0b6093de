/// One draft of a call that was refused.
public struct RefusedLine: Equatable, Sendable {
  /// Its line, from 1.
  public var line: Int
  /// Why.
  public var refusal: Refusal

  /// A refused draft.
  public init(line: Int, refusal: Refusal) {
    self.line = line
    self.refusal = refusal
  }
}
