/// An event that was looked at and did not count, with the rule that says why.
public struct Ignored: Hashable, Sendable {
  /// Position of the event.
  public var event: UInt64
  /// The rule, for example `R6-presence-outside-window`.
  public var rule: String
  /// The event that the rule names as its cause, where it names one: the retraction (R1), the evidence of the same root (R4).
  public var cause: UInt64?

  public init(_ event: UInt64, _ rule: String, cause: UInt64? = nil) {
    self.event = event
    self.rule = rule
    self.cause = cause
  }

  /// The rule with its cause, for example `R4-same-root-as-#12`.
  public var text: String { cause.map { "\(rule)-#\($0)" } ?? rule }
}
