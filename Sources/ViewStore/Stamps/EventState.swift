internal import Leaf
internal import Vocabulary

/// How an event stands at one known time.
enum EventState {
  /// It stands, as recorded or in the version of the last of its corrections.
  case stands(Event, correctedBy: UInt64?)
  /// It was retracted by that event.
  case retracted(by: UInt64)

  /// The number in `standing.state`.
  var code: Int64 {
    switch self {
    case .stands(_, nil): 0
    case .stands(_, .some): 1
    case .retracted: 2
    }
  }

  /// The event that brought it into this state; `nil` while it stands as recorded.
  var by: UInt64? {
    switch self {
    case .stands(_, let correction): correction
    case .retracted(let retraction): retraction
    }
  }

  /// Whether both show the same thing.
  func shows(theSameAs other: EventState) -> Bool {
    guard code == other.code, by == other.by else { return false }
    guard case .stands(let event, _) = self, case .stands(let otherEvent, _) = other else { return true }
    return event.document.bytes == otherEvent.document.bytes
  }
}
