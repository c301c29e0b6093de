extension Control {
  public static let subjectKind = SubjectKind.place

  public static let reach = Reach.places

  public static let shown = [
    "place", "name", "status", "holders", "extent", "confidence", "freshness", "last_evidence", "roots", "grade",
    "possible", "disputes", "redactions", "because",
  ]

  public static let spared = [
    "grade", "extent", "roots", "freshness", "place", "confidence",
  ]

  public static let factColumns = [
    FactColumn("act", "$.as", "hold, gain, lose, deny, contest, presence, departure, battle, remote or withdrawal."),
    FactColumn("actors", "$.actors", "Of whom it is said, as a JSON list of keys."),
    FactColumn("from_actor", "$.from", "From whom the area is gained."),
    FactColumn("extent", "$.extent", "How much of the area."),
    FactColumn("except_places", "$.except", "The places a withdrawal leaves out, as a JSON list of ids."),
    FactColumn(
      "imprecise", "$.imprecise", "1 when it was so on at least one day between the bounds, not on every day."),
    FactColumn("guarded", "$.guarded", "1 for sexual violence, which counts for regions and countries only."),
    FactColumn("ends", "$.ends", "1 when it came to an end at the last bound."),
  ]

  public static let rules =
    Rule.ofStanding + [
      Rule("R2-change-possible", "The day lies between the bounds of this change: it may have come about already."),
      Rule("R2-within-bounds", "True on some day of a period that is not over yet, so it does not count yet."),
      Rule("R2-ended", "It had ended before the day asked about."),
      Rule("R2-undated", "Neither it nor the report that says it has a date."),
      Rule("R3-parent-area-claim-not-inherited", "Said of the area around, which never sets what lies inside."),
      Rule("R4-same-root-as", "A relay: its origin is that of the event named, and an origin counts once."),
      Rule("R5-takeover-resets", "A takeover strong enough to clear the evidence about others from before it."),
      Rule("R5-loss-resets", "A loss strong enough to clear the loser's evidence from before it."),
      Rule("R6-fight-outside-window", "A fight longer ago than the window of the profile."),
      Rule("R6-presence-outside-window", "Presence longer ago than the window of the profile."),
      Rule("R6-no-points", "Graded E or 5: too weak to show a fight or presence."),
      Rule("R7-withdrawal", "A withdrawal: it clears the actor's evidence from before it."),
      Rule("R7-withdrawal-cascade", "A withdrawal from the area around, which holds for everything inside it."),
      Rule("R7-cascade-off", "A withdrawal from the area around, which this profile keeps from what lies inside."),
      Rule("R7-departure", "A departure: it clears the actor's earlier presence."),
      Rule("R7-excepted-place", "The withdrawal names this place as an exception."),
      Rule("R7-no-points", "Graded E or 5: too weak to show that anybody left."),
      Rule("R8-rival-claim", "A rival has enough points, and at least half of the leader's: contested."),
      Rule("R8-denial", "Said not to hold the place."),
      Rule("R9-fighting-in-window", "Enough fighting by others than the controller within the window: contested."),
      Rule("R10-control-evidence", "Enough points from origins without an interest in it: controlled."),
      Rule("R11-stale", "The newest evidence is older than the profile allows: stale, and low confidence."),
      Rule("R11-expired", "Older than the profile lets evidence count."),
      Rule(
        "R12-below-threshold-or-interested-only",
        "Too few points, or only from those who gain from saying so: claimed, not controlled."),
      Rule("R13-presence-without-control", "Somebody is there, and nobody is known to hold it: influence."),
      Rule("R14-vacuum-after-withdrawal", "The last controller left and nobody came."),
      Rule("R15-no-evidence", "No event says anything about it by then: unknown."),
      Rule("L1-last-report", "The newest report decides (profile last-report)."),
      Rule("L2-majority-of-roots", "Most origins decide (profile majority)."),
    ]
}
