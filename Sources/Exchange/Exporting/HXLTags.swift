/// Hashtags of the Humanitarian Exchange Language (HXL 1.1) for the columns of views.
///
/// Core hashtags where one says what the column holds; any other column is `#meta` with its name as an attribute.
enum HXLTags {
  /// The tag of a column of a view.
  static func tag(of column: String, in view: String) -> String {
    if column == "name", view == "actors" { return "#group+name" }
    if column == "name", view == "sources" { return "#meta+source+name" }
    return tags[column] ?? "#meta+" + column
  }

  private static let tags: [String: String] = [
    "place": "#loc+code", "region": "#adm1+code", "name": "#loc+name", "places": "#loc+list",
    "when": "#date+occurred+edtf", "from": "#date+occurred+start", "to": "#date+occurred+end",
    "since": "#date+start", "until": "#date+end", "last_evidence": "#date+evidence", "published": "#date+published",
    "status": "#status", "phase": "#status+phase", "confidence": "#severity+confidence",
    "actor": "#group+code", "actor_name": "#group+name", "controller": "#group+controller+code",
    "controller_name": "#group+controller+name", "rivals": "#group+rivals", "claimants": "#group+claimants",
    "perpetrators": "#group+perpetrators", "perpetrator": "#group+perpetrator", "provider": "#group+provider",
    "killed": "#affected+killed", "injured": "#affected+injured", "abducted": "#affected+abducted",
    "survivors": "#affected+survivors", "victims": "#affected+group", "commodity": "#item+commodity",
    "incident": "#event+incident", "mode": "#event+mode", "form": "#event+form", "kind": "#event+kind",
    "text": "#description", "quote": "#description+quote", "title": "#description+title",
  ]
}
