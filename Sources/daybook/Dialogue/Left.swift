/// Why nobody answers any more.
enum Left: Error, Equatable {
  /// The person gave up: Ctrl-C, or Ctrl-D on an empty line.
  case gaveUp
  /// The terminal went away.
  case gone
  /// A signal is to end the program; it does so when the terminal is as it was.
  case signalled

  /// What is said of it, where something can be said.
  var complaint: Complaint {
    switch self {
    case .gaveUp, .signalled: Complaint(.badInput, "given up: nothing was appended")
    case .gone: Complaint(.badInput, "the terminal went away: nothing was appended")
    }
  }
}
