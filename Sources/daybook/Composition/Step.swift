import ArgumentParser
import Vocabulary

/// How far apart the pictures of a history are.
enum Step: String, CaseIterable, ExpressibleByArgument {
  case day, week, month, quarter, year

  /// The days from one to another: the first, then a step apart, then the last.
  ///
  /// Months are counted from the first day, so that 31 January is followed by 28 February and 31 March.
  func days(from first: Day, to last: Day) -> [Day] {
    guard first < last else { return [last] }
    var days: [Day] = []
    var next = first
    while next < last {
      days.append(next)
      next = day(days.count, after: first)
    }
    return days + [last]
  }

  /// How many there are at most, without making them.
  func count(from first: Day, to last: Day) -> Int {
    let length = max(0, first.distance(to: last))
    return switch self {
    case .day: length + 1
    case .week: length / 7 + 2
    case .month: length / 28 + 2
    case .quarter: length / 89 + 2
    case .year: length / 365 + 2
    }
  }

  private func day(_ number: Int, after first: Day) -> Day {
    switch self {
    case .day: first.advanced(by: number)
    case .week: first.advanced(by: 7 * number)
    case .month: Step.month(number, after: first)
    case .quarter: Step.month(3 * number, after: first)
    case .year: Step.month(12 * number, after: first)
    }
  }

  /// The same day so many months later, or the last of a shorter month.
  private static func month(_ number: Int, after first: Day) -> Day {
    let date = first.date
    let months = date.year * 12 + date.month - 1 + number
    let (year, month) = (months / 12, months % 12 + 1)
    let day = min(date.day, Day.length(ofMonth: month, year: year))
    return Day(year: year, month: month, day: day) ?? first.advanced(by: 31 * number)
  }
}
