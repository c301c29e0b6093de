internal import Leaf
public import Vocabulary

extension Sources {
  public static let kinds = Set(Kind.allCases.filter(\.isAboutTheWorld)).union([.report])

  /// A report is filed under its source and under every report it derives from; what is said about the world under the
  /// report it was read in and under the origin that its chain names. The body keeps kind and fidelity.
  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    guard kind == .report else { return account(event, into: &sink) }
    if let source = event.text("source") { state(.keyed(.source, source), event, into: &sink) }
    for target in event.targets(.derivedFrom) { state(.about(.report, target.seq), event, into: &sink) }
  }

  private static func account(_ event: Event, into sink: inout FactSink) {
    guard event.places.said != 0 else { return }
    let said = Int(event.places.said)
    let report = event.position(event.document.member(said, "report"))
    if let report { state(.about(.report, report), event, into: &sink) }
    guard let chain = event.document.member(said, "chain"), let last = event.lastLink else { return }
    if let origin = event.position(event.document.member(last, "report")), origin != report {
      state(.about(.report, origin), event, into: &sink)
    }
    if let source = event.text("source", in: last) { state(.keyed(.source, source), event, into: &sink) }
    // Without a report the first link of the chain is who passed it on.
    if report == nil, chain + 1 != last, let source = event.text("source", in: chain + 1) {
      state(.keyed(.source, source), event, into: &sink)
    }
  }

  private static func state(_ subject: Filing, _ event: Event, into sink: inout FactSink) {
    if sink.hasStated { return sink.repeatLast(under: subject, of: event) }
    let bounds = sink.bounds(of: event)
    sink.write(subject, from: bounds?.earliest, to: bounds?.latest, event) { pen in
      var body = BodyWriter()
      if event.places.said != 0 {
        body.text("fidelity", at: event.text("fidelity", in: Int(event.places.said)), of: event.document, to: &pen)
      }
      body.text("kind", at: Int(event.places.kind), of: event.document, to: &pen)
      body.end(&pen)
    }
  }
}
