internal import Views
internal import Vocabulary

/// From one subject to another, as the column `fact.subject` holds them: a subject with its months.
struct SubjectRange {
  let first: [UInt8]
  let last: [UInt8]

  /// A subject, and all its months.
  init(whole subject: some Sequence<UInt8>) {
    first = Array(subject)
    last = first + [Subject.month, 0x7E]
  }

  /// All months of a subject, without what is filed under it by itself.
  init(monthsOf subject: String) {
    first = Array(subject.utf8) + [Subject.month]
    last = first + [0x7E]
  }

  /// The months of a subject that some days lie in.
  init(monthsOf subject: String, _ days: ClosedRange<Day>) {
    let head = Array(subject.utf8) + [Subject.month]
    first = head + Month(of: days.lowerBound).text
    last = head + Month(of: days.upperBound).text
  }
}
