import ArgumentParser
import ViewStore
import Vocabulary

/// Two times on one clock, for what compares or plays history.
struct ClockOptions: ParsableArguments {
  /// The clocks.
  enum Clock: String, CaseIterable, ExpressibleByArgument {
    /// What the ledger knew.
    case asOf = "as-of"
    /// What the public could know.
    case publishedBy = "published-by"
    /// How it was.
    case at
  }

  @Option(help: ArgumentHelp("The earlier time: #position or a date.", valueName: "when"))
  var from: String

  @Option(help: ArgumentHelp("The later time.", valueName: "when"))
  var to: String

  @Option(help: "The clock they are on; else positions mean as-of, and dates published-by.")
  var clock: Clock?

  /// The clock that was named, or that the times are written for.
  var meant: Clock { clock ?? (Self.isPosition(from) || Self.isPosition(to) ? .asOf : .publishedBy) }

  /// The question as it is asked at one of the two times.
  func question(_ question: Question, at text: String, _ option: String) throws -> Question {
    var question = question
    switch meant {
    case .asOf: question.asOf = try Self.known(text, option)
    case .publishedBy: question.publishedBy = try Self.day(text, option)
    case .at: question.at = try Self.day(text, option)
    }
    return question
  }

  static func known(_ text: String, _ option: String) throws -> AsOf {
    guard let known = AsOf(text) else {
      throw Complaint(.usage, "\(option): '\(text)' is neither a position as #12 nor a date as 2023-06-01 or 2023-06.")
    }
    return known
  }

  static func day(_ text: String, _ option: String) throws -> Day {
    guard !isPosition(text) else {
      throw Complaint(.usage, "\(option): '\(text)' is a position; this clock takes dates, or name --clock as-of.")
    }
    do throws(EDTFError) { return try DaySpan(text).last } catch {
      throw Complaint(.usage, "\(option): \(error.message)")
    }
  }

  static func isPosition(_ text: String) -> Bool {
    text.hasPrefix("#")
      || (text.utf8.count != 4 && !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) })
  }
}

extension ClockOptions.Clock {
  /// What dates on the clock are compared with.
  var covered: CoverageNote.Clock {
    switch self {
    case .asOf: .asOf
    case .publishedBy: .publishedBy
    case .at: .at
    }
  }
}
