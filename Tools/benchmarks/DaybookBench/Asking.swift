import Ledger
import ViewStore
import Views
import Vocabulary

/// Questions about the view `control` of a ledger of `Tools/benchmarks/country.py`, asked of warm views in one process.
struct Asking {
  private let ledger: Ledger
  private let views: ViewStore
  private let log: FollowedLedger

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    views = ViewStore(at: ledger.folder.views)
    log = FollowedLedger(ledger)
    try views.follow(log)
  }

  /// The whole country at nine times on both clocks, thirty rows explained, and what some last events changed.
  func run() throws {
    let size = try ledger.size
    let times = ["2013-06-30", "2017-03-31", "2023-12-31"].flatMap { day in
      [size / 4, size / 2, size].map { (day, $0) }
    }
    try timed("country", times) { day, known in
      var question = Asking.question(day, known)
      question.tellsIgnored = false
      return try views.answer(question, from: log).answer.rows.count
    }
    let rows = try views.answer(Asking.question("2020-01-01", size), from: log).answer.rows
    let places = stride(from: 0, to: rows.count, by: max(1, rows.count / 30)).map { rows[$0].key }
    try timed("why", places) { place in
      var question = Asking.question("2020-01-01", size)
      question.subjects = [place]
      return try views.explain(place, question, of: ledger, newest: 20).exhibits.count
    }
    for last in [UInt64(10), 1_000] where last < size {
      try timed("diff_\(last)", [last, last, last]) { last in
        let (earlier, later) = (Asking.question("2023-12-31", size - last), Asking.question("2023-12-31", size))
        return try views.compare(earlier, later, from: log).comparison.changed.count
      }
    }
  }

  private static func question(_ day: String, _ known: UInt64) -> Question {
    guard let at = Day(day) else { preconditionFailure("\(day) is no day") }
    return Question("control", at: at, asOf: known == 0 ? .now : .position(known - 1))
  }

  /// Asks each question twice, and prints the middle of the second times in milliseconds, and the slowest.
  private func timed<Asked>(_ name: String, _ all: [Asked], _ ask: (Asked) throws -> Int) throws {
    var times: [Double] = []
    var found = 0
    for asked in all {
      _ = try ask(asked)
      let start = ContinuousClock.now
      found += try ask(asked)
      times.append((ContinuousClock.now - start) / .milliseconds(1))
    }
    times.sort()
    print("\(name)_ms=\(times[times.count / 2])\n\(name)_slowest_ms=\(times[times.count - 1])\n\(name)_found=\(found)")
  }
}
