public import Vocabulary

/// Where an armed group is, what it does there, since when, last seen, and whether it has left.
///
/// The facts lie under the id of the place: claims of presence (under the place a group came from as well) and of taking or
/// holding a place, attacks and abuses that show who carried them out on the spot, withdrawals, and speakers who position themselves; bodies keep kind,
/// occurred, parties, payload and place of the leaf. A row is an actor in a place. Fire from afar shows nobody there, and
/// neither do a posture or a group's own words: they are told, and the status says that nothing else is known. Sexual
/// violence counts only where it is said of a region or a country: its place is never shown below that (`crsv`).
///
/// A change takes effect at the latest bound of its period and is possible between the bounds. What is said of an area
/// around sets nothing, but a completed withdrawal holds for everything inside. Rules: `W0` to `W9`, see ``rules``.
public enum Presence: View {
  public static let name = "presence"
  public static let version = 1
  public static let summary = "where an armed group is, what it does there, since when, last seen, and whether it left"

  public static let columns = [
    Column("place", "Place", .text, "The id of the place."),
    Column("name", "Name", .text, "Its name on the day asked about."),
    Column("actor", "Actor", .text, "Who is or was there, by key."),
    Column("actor_name", "Actor's name", .text, "The name of that actor on the day asked about."),
    Column(
      "status", "Status", .text,
      "present; leaving (a withdrawal has begun); stale (not seen within the window of the profile); claimed (only by those "
        + "who gain from it); disputed (only by accounts that better graded ones contradict); moved (elsewhere, whether all "
        + "of it is not said); left; possible (between the bounds of a date); posture (only that or its own words are known); "
        + "or unknown: no evidence."),
    Column(
      "does", "Does", .list,
      "What it does there by evidence within the window: active, arrive, move, base, govern, exploit, hold, gain, fight, "
        + "violence; posture and positions-itself show no presence."),
    Column(
      "did", "Did", .list, "What it did there before the window or before it left, with the last day it was seen so."),
    Column("stance", "Stance", .list, "How it behaves, by evidence within the window."),
    Column("intensity", "Intensity", .text, "How strong, by the newest account that says so."),
    Column("certainty", "Certainty", .text, "How sure it is that it was this actor: named, presumed or suspected."),
    Column("extent", "Extent", .text, "In how much of the place, by the newest account that says so."),
    Column("since", "Since", .day, "The first day of the evidence that it is there, since it last left."),
    Column("last_seen", "Last seen", .day, "The newest day that evidence vouches for."),
    Column(
      "leaving_since", "Leaving since", .day, "When a withdrawal began or its mandate ended, while it is not complete."),
    Column("left", "Left", .day, "When it last left: a departure, or a completed withdrawal here or from around."),
    Column("from_places", "From", .list, "The places it is said to have come from, by id."),
    Column("to_places", "To", .list, "The places it is said to have moved to from here, by id."),
    Column("possible", "Possible", .list, "What may have come about already, between the bounds of its date."),
    Column("around", "Said around", .list, "What is said of it of the areas around, which sets nothing here."),
    Column("by_account", "By account", .list, "What each account says, with its date as EDTF."),
  ]

  public static func subjects(at day: Day, facts: References) -> [String] {
    facts.standing.subjects(name)
  }

  public static func assess(_ subject: String, at day: Day, facts: References, profile: Profile) -> [Row] {
    let evidence = PresenceEvidence(place: subject, day: day, references: facts)
    guard !evidence.actors.isEmpty else {
      var row = Row(
        key: subject, cells: blank(subject, day, facts, around: evidence.around(nil), status: "unknown: no evidence"))
      row.because = [Reason("W0-no-evidence")]
      row.ignore(evidence.ignored)
      return [row]
    }
    return evidence.actors.map { actor in
      let stay = Stay(actor, evidence, day: day, profile: profile, references: facts)
      var cells = blank(subject, day, facts, around: evidence.around(actor), status: stay.status)
      cells[2] = .text(actor.text)
      cells[3] = .text(facts.actorName(actor.text, on: day))
      cells.replaceSubrange(5..<18, with: stay.cells)
      cells[19] = .list(stay.byAccount)
      var row = Row(key: subject + "/" + actor.text, cells: cells)
      row.because = stay.because
      row.against = stay.against
      row.ignore(evidence.ignored(about: actor) + stay.ignored)
      row.weigh(evidence.known, behind: stay.counted)
      row.complete(facts)
      return row
    }
  }

  private static func blank(
    _ subject: String, _ day: Day, _ facts: References, around: [String], status: String
  ) -> [Cell] {
    var cells = [Cell](repeating: .none, count: columns.count)
    cells[0] = .text(subject)
    cells[1] = .text(facts.placeName(subject, on: day))
    cells[4] = .text(status)
    cells[18] = .list(around)
    return cells
  }
}
