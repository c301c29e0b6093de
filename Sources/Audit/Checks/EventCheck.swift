/// The events by themselves: canonical bytes, order of recording, ids, and references to earlier events.
enum EventCheck: AuditCheck {
  static let name = "events"
  static let promise = "every event is canonical, in order, found by its id, and refers to earlier events as they were"

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    let survey = try audit.survey()
    for problem in survey.problems { report.add(problem) }
    guard survey.problems.isEmpty else { return }
    report.add(
      Finding(
        .ok, check: name,
        "\(survey.eventCount) events are canonical and in order; \(survey.referenceCount) references lead to what they "
          + "name"))
  }
}
