import Vocabulary

/// A date by which something shall be so, as written, with the last day it can mean.
struct Deadline {
  /// EDTF as written.
  let text: String
  /// The last day it can mean; `nil` when it has no end, or one that nobody knows.
  let last: Day?

  /// The date that a text in EDTF means; `nil` when it is none.
  init?(_ text: String) {
    guard let period = try? Period(text) else { return nil }
    self.text = text
    last = period.latest
  }
}
