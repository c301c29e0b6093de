extension Presence {
  public static let subjectKind = SubjectKind.place

  public static let reach = Reach.places

  public static let shown = [
    "place", "actor", "status", "does", "did", "since", "last_seen", "leaving_since", "left", "from_places",
    "to_places", "possible", "certainty", "stance", "roots", "grade", "disputes", "redactions", "name", "around",
    "because",
  ]

  public static let spared = [
    "around", "name", "because", "grade", "stance", "certainty", "did", "roots", "to_places", "leaving_since", "since",
    "from_places", "possible",
  ]

  public static let factColumns =
    [FactColumn].ofIncident + [
      FactColumn("content", "$.payload.content", "What a claim of presence says."),
      FactColumn("actor", "$.payload.actor", "Of whom a claim of presence speaks, by key."),
      FactColumn("from_place", "$.payload.from_place", "Where the actor came from, by id."),
      FactColumn("stance", "$.payload.stance", "How the actor behaves."),
      FactColumn("mode", "$.payload.mode", "How an attack was carried out."),
      FactColumn("phase", "$.payload.phase", "The phase of a withdrawal."),
      FactColumn("provider", "$.payload.provider", "Who withdraws, by key."),
      FactColumn("act", "$.payload.act", "What a statement does."),
    ]

  public static let rules =
    Rule.ofStanding + [
      Rule("W0-no-evidence", "No event says that anybody was there by then: unknown."),
      Rule("W1-said-to-be-there", "Says that the group is, acts or arrives there."),
      Rule(
        "W1-takes-or-holds",
        "Says that the group takes or holds the place: it was there; how surely it holds it, control tells."),
      Rule("W1-violence", "Violence by the group on the spot: it was there."),
      Rule("W2-left", "Left, or a withdrawal completed: what was seen until then no longer counts."),
      Rule("W2-left-cascade", "A withdrawal completed from the area around, which holds for everything inside it."),
      Rule("W2-leaving", "A withdrawal has begun or its mandate ended: still there, and leaving."),
      Rule("W2-reversed", "The withdrawal was reversed: it did not leave."),
      Rule("W2-moved-away", "Said to have moved from here; whether all of it went is not said."),
      Rule("W2-before-it-left", "Seen before it left."),
      Rule("W2-excepted-place", "The withdrawal names this place as an exception."),
      Rule("W3-change-possible", "The day lies between the bounds of this change: it may have come about already."),
      Rule("W3-within-bounds", "True on some day of a period that is not over yet, so it does not count yet."),
      Rule("W3-undated", "Neither it nor the report that says it has a date."),
      Rule("W4-posture", "Says how the actor behaves, which does not show that it is there."),
      Rule("W4-own-words", "What the actor says of itself, which does not show that it is there."),
      Rule("W5-said-of-the-area-around", "Said of an area around, which never sets what lies inside."),
      Rule("W6-contradicts", "One account contradicts the other; both stand side by side."),
      Rule("W6-outweighed", "A better graded account contradicts it: it is told, and dates nothing."),
      Rule("W7-interested-only", "Only those who gain from it say so: claimed."),
      Rule("W8-stale", "Last seen longer ago than the presence window of the profile."),
      Rule("W9-no-points", "Graded E or 5: too weak to show that anybody was there or left."),
    ]
}
