import ViewStore
import Views
import Vocabulary

/// One question asked again and again along one of the clocks: history as a row of pictures.
struct Sampling {
  /// The clock whose time moves; the others stand still.
  enum Clock: String {
    /// How it was: valid time.
    case at
    /// As the ledger learned it.
    case asOf = "as-of"
    /// As the public could learn it.
    case publishedBy = "published-by"
  }

  let clock: Clock
  let step: Step
  let from: Day
  let to: Day

  /// No more pictures are made in one go: some fifty years of days.
  static let most = 20_000

  /// The picture of a day.
  struct Sample {
    var day: Day
    var reading: Reading
    /// What differs from the picture before; `nil` for the first.
    var changes: Comparison?
  }

  /// - Throws: a complaint when the last day lies before the first, or there would be too many pictures.
  init(_ clock: Clock, from: Day, to: Day, step: Step) throws(Complaint) {
    guard from <= to else { throw Complaint(.usage, "--from \(from) lies after --to \(to); exchange them.") }
    let count = step.count(from: from, to: to)
    guard count <= Sampling.most else {
      throw Complaint(
        .usage,
        "--step \(step.rawValue): about \(count) pictures from \(from) to \(to); at most \(Sampling.most) are made. "
          + "Allowed: \(Step.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    (self.clock, self.from, self.to, self.step) = (clock, from, to, step)
  }

  /// The days of the pictures.
  var days: [Day] { step.days(from: from, to: to) }

  /// Asks for every day in order; `body` answers whether to go on.
  func play(_ question: Question, _ asking: Asking, _ body: (Sample) throws -> Bool) throws {
    let days = days
    var progress = Progress("pictures", of: UInt64(days.count))
    defer { progress.end() }
    var before: Answer?
    for (number, day) in days.enumerated() {
      let reading = try asking.views.answer(self.question(question, on: day), from: asking.log)
      let changes = before.map { Comparison(from: $0, to: reading.answer) }
      before = reading.answer
      progress.reach(UInt64(number + 1))
      guard try body(Sample(day: day, reading: reading, changes: changes)) else { return }
    }
  }

  private func question(_ question: Question, on day: Day) -> Question {
    var question = question
    switch clock {
    case .at: question.at = day
    case .asOf: question.asOf = .day(day)
    case .publishedBy: question.publishedBy = day
    }
    return question
  }
}
