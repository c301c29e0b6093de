import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// A situation report ready to be drawn: its head, its sections, and a note for each event that it rests on.
struct BriefDocument {
  let reading: BriefReading
  /// The ledger's name, as in its checkpoints.
  let origin: String
  /// A picture of who holds what, as SVG; `nil` where nothing can be drawn.
  var map: String?

  var brief: Brief { reading.brief }

  /// What it is about and when.
  var title: String { "Situation report: \(brief.region?.name ?? "everything recorded"), \(brief.from) to \(brief.to)" }

  /// The clocks, the profile, how it may be shared, the checkpoint and the command that gives the same bytes again.
  var head: [(name: String, value: String)] {
    [
      ("Region", brief.region.map { "\($0.name) (\($0.id))" } ?? "none named"),
      ("Valid time", "\(brief.from) to \(brief.to); pictures as of \(brief.to)"),
      ("Known to the ledger", reading.size == 0 ? "no event" : "as of #\(reading.size - 1) (\(reading.size) events)"),
      ("Known to the public", reading.published.map { "what was published by \($0)" } ?? "whenever published"),
      ("Profile", brief.profile),
      ("Handling", handling),
      ("Checkpoint", "\(origin) \(reading.size) \(Hex.text(reading.root))"),
      ("Made by", command),
    ]
  }

  /// The strictest word of the Traffic Light Protocol that an event in it carries.
  private var handling: String {
    let order: [TLP] = [.clear, .green, .amber, .amberStrict, .red]
    let marked = reading.exhibits.values.compactMap { exhibit in exhibit.tlp.map { ($0, exhibit.position) } }
    guard let strictest = marked.max(by: { (order.firstIndex(of: $0.0) ?? 9) < (order.firstIndex(of: $1.0) ?? 9) })
    else { return "no event in it carries a word of the Traffic Light Protocol" }
    let events = marked.filter { $0.0 == strictest.0 }.map(\.1).sorted().prefix(5).map { "#\($0)" }
    return "TLP:\(strictest.0.rawValue.uppercased()), the strictest that an event in it carries ("
      + events.joined(separator: ", ") + ")"
  }

  private var command: String {
    var words = ["daybook brief"]
    if let region = brief.region { words.append("--region \(region.id)") }
    words.append("--from \(brief.from) --to \(brief.to)")
    if reading.size > 0 { words.append("--as-of \(reading.size - 1)") }
    if let published = reading.published { words.append("--published-by \(published)") }
    words.append("--profile \(brief.profile)")
    if let report = reading.report { words.append("--report \(report)") }
    if let since = reading.since, since > 0 { words.append("--since \(since - 1)") }
    if reading.limit != BriefQuestion.usualLimit { words.append("--limit \(reading.limit)") }
    return words.joined(separator: " ")
  }
}
