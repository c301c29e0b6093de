internal import Vocabulary

extension FactSink {
  /// Files a claim under every earlier event that it answers, or whose place it takes.
  mutating func stateAnswers(_ event: Event) {
    guard event.places.refs != 0 else { return }
    for ref in event.refs where ref.relation == .answers || ref.relation == .supersedes {
      if let target = ref.target { state(.about(.answer, target.seq), during: event, .claim) }
    }
  }
}
