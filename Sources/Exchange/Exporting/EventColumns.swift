/// The columns of exported events.
enum EventColumns {
  static let all: [ExportColumn] = [
    .init("position", .integer, "#event+position", "Its position in the log."),
    .init("id", .text, "#event+id", "Its id."),
    .init("kind", .text, "#event+kind", "What kind of event it is."),
    .init("summary", .text, "#description+summary", "What it says, in one line."),
    .init("occurred", .text, "#date+occurred+edtf", "When it was so (EDTF, ISO 8601-2)."),
    .init("occurred_from", .day, "#date+occurred+start", "The first day it can mean; none when open."),
    .init("occurred_to", .day, "#date+occurred+end", "The last day it can mean; none when open."),
    .init("place", .text, "#loc+code", "The id of the place."),
    .init("name", .text, "#loc+name", "The name of the place as written, else that of the gazetteer."),
    .init("lat", .decimal, "#geo+lat", "The latitude that the event itself gives (WGS 84)."),
    .init("lon", .decimal, "#geo+lon", "The longitude that the event itself gives."),
    .init("where_prec", .integer, "#geo+precision", "How precise the place is: UCDP where_prec, 1 exact to 7."),
    .init(
      "located_as", .text, "#geo+source",
      "What the geometry is: event (its own coordinates), gazetteer (those of the town or site), or nothing: a point in the "
        + "middle of a region would look like a town."),
    .init("parties", .texts, "#group+list", "Who had a part in it: actor or name, role, certainty."),
    .init("figures", .texts, "#affected+list", "Every figure as people read it."),
    .init("killed_min", .integer, "#affected+killed+min", "At least so many killed, where it has one such figure."),
    .init("killed_best", .integer, "#affected+killed+best", "The best figure; never a sum of several."),
    .init("killed_max", .integer, "#affected+killed+max", "At most so many."),
    .init("report", .integer, "#meta+report", "The position of the report it was read in."),
    .init("root", .text, "#meta+root", "Where it comes from in the end."),
    .init("quote", .text, "#description+quote", "The words of the report."),
    .init("note", .text, "#description+note", "A remark of the recorder."),
    .init("tlp", .text, "#meta+tlp", "How it may be shared (Traffic Light Protocol)."),
    .init("standing", .text, "#status+standing", "stands, corrected (shown as corrected) or retracted."),
    .init("standing_by", .integer, "#status+by", "The position of the correction or retraction."),
    .init("withheld", .flag, "#meta+withheld", "Whether it is shown by region and month only."),
    .init("recorded", .time, "#date+recorded", "When the ledger knew it: recorded time (UTC)."),
    .init("published", .day, "#date+published", "When the public could know it: the publication of its report."),
    .init("leaf", .text, "#meta+leaf", "The hash of its leaf (RFC 6962)."),
  ]

  /// What every exported row carries behind its own columns, whatever it is.
  static let common: [ExportColumn] = [
    .init("events", .positions, "#event+list+position", "The events it rests on, by position."),
    .init("event_ids", .texts, "#event+list+id", "Their ids, in the same order."),
    .init("roots", .integer, "#meta+roots", "How many independent origins it rests on."),
    .init("grade", .text, "#meta+grade", "The best grade among them (Admiralty)."),
    .init("at", .day, "#date+asked+valid", "Valid time asked for; none for events, which have their own."),
    .init("as_of", .integer, "#meta+asked+position", "Known time: the last position that could be used."),
    .init("published_by", .day, "#date+asked+published", "Known time to the public asked for; none for any."),
    .init("profile", .text, "#meta+profile", "The profile that assessed it; none for events, which are not assessed."),
    .init("disclosure", .text, "#meta+disclosure", "How exactly sexual violence is shown: region or full."),
    .init("log", .text, "#meta+log", "The name of the log."),
    .init("log_size", .integer, "#meta+log+size", "How many events the log had."),
    .init("log_root", .text, "#meta+log+root", "The root of the tree over them (RFC 6962)."),
    .init(
      "checkpoint", .integer, "#meta+checkpoint",
      "The size of the first signed checkpoint that covers the events; none when they are not signed yet."),
  ]
}
