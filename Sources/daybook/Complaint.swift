/// The one error of the command line: what a person reads, and the status the program ends with.
///
/// The message says what was refused, where, the value, what is allowed and what to do. Errors of the modules become
/// complaints here and nowhere else.
struct Complaint: Error, Equatable {
  var status: ExitStatus
  /// One or more lines without a final newline; lines after the first are hints.
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// The complaint for anything that was thrown.
  init(_ error: any Error) {
    if let complaint = error as? Self {
      self = complaint
    } else if let refused = error as? Appending.Refused {
      self = refused.complaint
    } else if let complaint = Self(module: error) {
      self = complaint
    } else {
      self.init(
        .internal,
        "internal error: \(error)\nThis is a defect of Daybook; please report it with the command that you ran.")
    }
  }

  func print() {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    Descriptor.error.say("daybook: " + lines.joined(separator: "\n  "))
  }
}
