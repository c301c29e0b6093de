public import Vocabulary

/// Who the actors are and how they stand to each other on a day: names, what they are part of, allies, enemies, successors.
///
/// One row for each actor, and one for each relation. What is said by `claim.relation` and what the register says of a
/// parent are relations; an attack of a named perpetrator on a named actor is hostility shown, and a relation of its own
/// with a direction (`attacks`), never mixed with what is said (`hostile`). A row about two actors is the same whichever of
/// them it was reached from, and stands once in an answer about both.
///
/// The facts lie under the key of each actor concerned; see `ActorFact`.
public enum Actors: View {
  public static let name = "actors"
  public static let version = 1
  public static let summary = "who the actors are, what they belong to, with whom they stand and against whom"

  public static let columns = [
    Column("actor", "Actor", .text, "The key of the actor."),
    Column("name", "Name", .text, "Its name on the day asked about."),
    Column(
      "relation", "Relation", .text,
      "How it stands to the other: affiliation, part-of, alliance, hostile, signatory, partner, succession (the actor "
        + "follows the other), or attacks (shown by incidents); empty in the row of the actor itself."),
    Column("other", "Other", .text, "The key of the other actor."),
    Column("other_name", "Other's name", .text, "Its name on the day asked about."),
    Column(
      "status", "Status", .text,
      "Of a relation: holds, last known (nobody said that it ended), possible or ended; attacks hold as long as the profile "
        + "does not call them stale. Of an actor: exists, not yet, ended, not in the register, or unknown: no evidence."
    ),
    Column(
      "strength", "Strength", .text,
      "established: by the register, or with the points from disinterested roots that the profile asks for; else claimed."
    ),
    Column("since", "Since", .day, "The first day of it."),
    Column("until", "Until", .day, "The day on which it ended."),
    Column("last_evidence", "Evidence", .day, "The newest day that its evidence vouches for."),
    Column("basis", "Basis", .list, "What says so: register, claims, incidents."),
    Column("incidents", "Incidents", .number, "How many incidents show it; accounts of one incident count once."),
    Column("directed", "Directed", .flag, "Whether it goes from the actor to the other, and not both ways."),
    Column("type", "Type", .text, "What the actor is."),
    Column("names", "Other names", .list, "Its other names, with language and script."),
    Column("former_names", "Former names", .list, "What it was called before."),
    Column("part_of", "Part of", .list, "What it is part of by the register, the nearest first."),
  ]

  public static func subjects(at day: Day, facts: References) -> [String] {
    let family = Subject.Family.actor.rawValue + ":"
    let registered = facts.standing.subjects(ReferenceFacts.name, prefix: family).map {
      $0.dropFirst(family.utf8.count)
    }
    let known = registered.map(String.init) + facts.standing.subjects(name)
    return Set(known.map(Verbatim.init)).sorted().map(\.text)
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    let ties = ActorTies(of: subject, facts)
    let related = ties.all.compactMap { TieAssessment($0, day, facts, profile)?.row(facts) }
    return [ActorProfile(subject, day, facts).row(isKnown: !ties.all.isEmpty, facts)] + related
  }

  public static let isSorted = true

  /// Every actor with its relations behind it. A relation is reached from both of its ends; it stands once, behind the first.
  public static func arrange(_ rows: [Row]) -> [Row] {
    var seen: Set<Verbatim> = []
    let once = rows.filter { seen.insert(Verbatim($0.key)).inserted }
    return once.sorted { one, other in
      let (mine, others) = (Verbatim(one.cells[0].description), Verbatim(other.cells[0].description))
      return mine == others ? Verbatim(one.key) < Verbatim(other.key) : mine < others
    }
  }
}
