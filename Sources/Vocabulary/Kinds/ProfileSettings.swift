/// The settings of a policy about a profile: the rules and thresholds that an assessment is made with.
///
/// What a policy leaves out is taken from the profile `default-1`. A name or value that is not one of these is refused when
/// it is appended, for a profile that silently means something else would show another territory.
public enum ProfileSettings {
  public static let shape = Shape(
    "profile_settings", "The rules and thresholds that an assessment is made with.",
    [
      .may("algorithm", .code(.algorithm), "How the evidence about control is weighed."),
      .may(
        "theta_control", .integer(0...most), "Points from disinterested roots that make a leader a controller (R10)."),
      .may("theta_reset", .integer(0...most), "Points of a takeover or loss that clear earlier evidence (R5)."),
      .may("theta_rival", .integer(0...most), "Points that make a rival count, if half the leader's (R8)."),
      .may("contest_window_d", .integer(0...most), "Days during which a fight counts towards contest (R9)."),
      .may(
        "contest_points", .integer(0...most),
        "Points of fighting that make an area contested: battle 2, remote 1 for each independent report-day (R9)."),
      .may("presence_window_d", .integer(0...most), "Days during which presence counts (R6)."),
      .may("stale_d", .integer(0...most), "Days after which evidence is stale and confidence low (R11)."),
      .may("expire_d", .integer(1...most), "Days after which evidence about control no longer counts; absent: never."),
      .may("roots", .boolean, "Whether accounts of one origin count once (R4); else each is an origin of its own."),
      .may("cascade", .boolean, "Whether a withdrawal from an area holds for what lies inside it (R7)."),
    ])

  /// More than any count of points or days that means anything.
  private static let most: Int64 = 999_999
}
