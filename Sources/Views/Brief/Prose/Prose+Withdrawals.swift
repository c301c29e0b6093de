import Vocabulary

extension Prose {
  /// One phase of leaving.
  func told(_ withdrawal: Withdrawal) -> String {
    let provider = actor(withdrawal.provider)
    let area = self.area ?? "an area that is not named"
    let orderer = withdrawal.orderedBy.map(actor) ?? parties("orderer")
    let told =
      switch withdrawal.phase {
      case .requested: "\(orderer ?? "somebody not named") requested that \(provider) leave \(area)"
      case .ordered: "\(orderer ?? "somebody not named") ordered \(provider) to leave \(area)"
      case .announced: "it was announced that \(provider) would leave \(area)"
      case .mandateEnded: "the mandate of \(provider) in \(area) ended"
      case .begun: "\(provider) began to leave \(area)"
      case .completed: "\(provider) left \(area)"
      case .reversed: "\(provider) reversed its leaving of \(area)"
      case .refused: "\(provider) refused to leave \(area)"
      case nil: "\(provider) and \(area): a phase of leaving that this program does not know"
      }
    let except = withdrawal.exceptions.isEmpty ? "" : ", except \(Prose.list(withdrawal.exceptions.map(place)))"
    let successor = withdrawal.successor.map { "; to be followed by \(actor($0))" } ?? ""
    let reason = withdrawal.reason.map { " (reason given: \($0))" } ?? ""
    return told + except + when + successor + reason + remaining(withdrawal)
  }

  private func remaining(_ withdrawal: Withdrawal) -> String {
    guard let left = withdrawal.remaining else { return "" }
    let range = Cell.range(min: left.min.map(Int.init), best: left.best.map(Int.init), max: left.max.map(Int.init))
    return "; \(range.description) remain"
  }
}
