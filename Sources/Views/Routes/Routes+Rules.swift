extension Routes {
  public static let subjectKind = SubjectKind.place

  public static let reach = Reach.places

  public static let shown = [
    "place", "name", "status", "stake", "commodity", "contestants", "direction", "endpoints", "since", "until", "roots",
    "grade", "said_to_hold", "area_held_by", "levied_by", "exploited_by", "disputes", "redactions", "around", "because",
  ]

  public static let spared = [
    "around", "because", "grade", "exploited_by", "area_held_by", "since", "name", "until", "direction", "endpoints",
    "status",
  ]

  public static let factColumns =
    [FactColumn].ofIncident + [
      FactColumn("stake", "$.payload.stake", "What is contested."),
      FactColumn("contestants", "$.payload.contestants", "Who contests, as a JSON list of keys and classes."),
      FactColumn("commodity", "$.payload.commodity", "What is traded, as a JSON list."),
      FactColumn("direction", "$.payload.direction", "The direction of the traffic."),
      FactColumn("endpoints", "$.payload.endpoints", "Where the route begins and ends, as a JSON list."),
    ]

  public static let rules =
    Rule.ofStanding + [
      Rule("T0-no-evidence", "No standing event tells of a contest there by then: unknown."),
      Rule("T1-account", "An account of the contest."),
      Rule("T2-same-contest", "Says that the accounts tell of the same contest."),
      Rule(
        "T3-other-contestants",
        "Tells of a contest over the same stake in the place by others; both stand side by side."),
      Rule("T3-contradicts", "One account contradicts the other; both stand side by side."),
      Rule("T4-said-to-hold", "An account of the contest calls the actor its controller."),
      Rule("T4-holds-the-area", "The view control says so of the area, which is not the route."),
      Rule("T4-levies", "Named in a contest over a levy or tax in the place."),
      Rule("T4-exploits", "Said to exploit the place."),
      Rule("T5-stale", "The newest account is older than the stale days of the profile."),
      Rule("T5-within-bounds", "True on some day of a period that is not over yet: possible."),
      Rule("T5-undated", "Neither it nor the report that says it has a date."),
      Rule("T6-said-of-the-area-around", "Said of an area around, which never sets what lies inside."),
    ]
}
