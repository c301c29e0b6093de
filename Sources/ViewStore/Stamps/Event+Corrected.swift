internal import Vocabulary

extension Event {
  /// The event with the changes of a correction; as it is when the other is no correction.
  func corrected(by correction: Event) -> Event {
    guard case .correct(let payload) = correction.payload else { return self }
    return Event(document.corrected(by: payload.changes))
  }
}
