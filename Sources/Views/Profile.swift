/// The rules and thresholds an assessment is made with, as data; its id is printed with every answer.
///
/// A parameter alone can double a territory, so none of them is hidden in code. A ledger can define one by a `policy`
/// event with subject `profile`; what that leaves out is taken from `default-1`.
public struct Profile: Hashable, Sendable {
  /// The name, printed with every answer.
  public var id: String
  /// Which rules weigh the evidence about control.
  public var algorithm: Algorithm
  /// Points from disinterested roots that make a leader a controller (R10).
  public var thetaControl: Int
  /// Points of a takeover or loss that clear earlier evidence (R5).
  public var thetaReset: Int
  /// Points that make a rival count (R8).
  public var thetaRival: Int
  /// Days during which a fight counts towards contest (R9).
  public var contestWindow: Int
  /// Points of fighting that make an area contested: battle 2, remote 1 for each independent report-day (R9).
  public var contestPoints: Int
  /// Days during which presence counts (R6).
  public var presenceWindow: Int
  /// Days after which evidence is stale (R11).
  public var stale: Int
  /// Days after which evidence about control no longer counts; `nil` means never.
  public var expire: Int?
  /// Whether accounts that go back to one origin count once; without, each account is an origin of its own (R4).
  public var roots: Bool
  /// Whether a withdrawal from an area holds for what lies inside it (R7).
  public var cascade: Bool

  /// The ways to weigh evidence about control.
  public enum Algorithm: String, Hashable, Sendable, CaseIterable {
    /// Points of independent roots, rules R0 to R15.
    case points
    /// Whoever the newest report names.
    case lastReport = "last-report"
    /// Whoever most independent roots name.
    case majority
  }

  /// The profile of VOCABULARY.md "Control".
  public static let default1 = Profile(
    id: "default-1", algorithm: .points, thetaControl: 3, thetaReset: 3, thetaRival: 2, contestWindow: 30,
    contestPoints: 4, presenceWindow: 90, stale: 180, expire: nil, roots: true, cascade: true)
}
