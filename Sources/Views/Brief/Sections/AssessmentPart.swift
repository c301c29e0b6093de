import Vocabulary

/// Causes, effects, forecasts and perceptions, each with who holds it; nothing here is an event.
enum AssessmentPart: BriefPart {
  static let heading = "Assessments and forecasts"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let statements = scope.statements.of(.claimAssessment)
    return statements.prefix(scope.limit).map(\.sentence) + scope.rest(statements.count, "assessments")
  }
}
