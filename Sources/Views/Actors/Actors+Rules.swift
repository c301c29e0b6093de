extension Actors {
  public static let subjectKind = SubjectKind.actor

  public static let shown = [
    "actor", "relation", "other", "status", "strength", "since", "until", "last_evidence", "incidents", "roots",
    "grade",
    "disputes", "type", "basis", "name",
  ]

  public static let spared = [
    "basis", "grade", "roots", "disputes", "type", "last_evidence", "incidents", "strength",
  ]

  public static let factColumns = [
    FactColumn("basis", "$.as", "claim, register or attack."),
    FactColumn("actor", "$.actor", "The actor, where a relation is said."),
    FactColumn("relation", "$.relation", "How it stands to the other."),
    FactColumn("other", "$.other", "The other actor."),
    FactColumn("attackers", "$.by", "Who attacked, as JSON."),
    FactColumn("attacked", "$.on", "Who was attacked, as JSON."),
    FactColumn("imprecise", "$.imprecise", "1 when it was so on at least one day, not on every day."),
  ]

  public static let rules =
    Rule.ofStanding + [
      Rule("V0-no-evidence", "The register does not have the actor by then."),
      Rule("V1-register", "An entry of the register says so."),
      Rule("V2-claim", "Somebody says so; points are those of disinterested roots."),
      Rule("V2-incident", "An attack of the one on the other shows it; points are those of disinterested roots."),
      Rule("V3-established", "By the register, or with the points that the profile asks for."),
      Rule("V3-claimed", "Too few points, or only from sources that gain from one of the two."),
      Rule("V4-contradicted", "Says otherwise."),
    ]
}
