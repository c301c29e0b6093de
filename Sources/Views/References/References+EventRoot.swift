public import Vocabulary

extension References {
  /// Where what an event says comes from in the end, read from the event itself; see ``root(of:)-(StandingFact)``.
  public func root(of event: Event, at position: UInt64) -> Root {
    let stamp = Stamp(event, event.payload)
    let origin = stamp.origin.map { Verbatim($0.text) }
    return root(
      of: stamp.report == nil && origin == nil ? .event(position) : .said(report: stamp.report, origin: origin))
  }
}
