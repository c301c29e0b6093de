import Testing

/// The pure modules take time, chance and files as arguments, so that the same events give the same bytes everywhere.
@Suite struct PurityTests {
  static let pure: Set<String> = ["Leaf", "TransparencyLog", "Vocabulary", "Views", "Geometry"]

  /// Words that reach outside, each with what it reaches.
  static let forbidden: [(word: String, reaches: String)] = [
    ("Date", "the clock"), ("ContinuousClock", "the clock"), ("SuspendingClock", "the clock"),
    ("clock_gettime", "the clock"), ("gettimeofday", "the clock"),
    ("SystemRandomNumberGenerator", "chance"), ("UUID", "chance"), ("arc4random", "chance"), ("getrandom", "chance"),
    ("FileManager", "files"), ("FileHandle", "files"), ("fopen", "files"), ("readLine", "files"), ("print", "files"),
    ("ProcessInfo", "the process"), ("getenv", "the process"), ("CommandLine", "the process"),
  ]

  /// Where these words may stand alone: a module that uses locks or raw memory says so here, file by file.
  static let unchecked: Set<String> = [
    // A tape is written only while its document alone holds it, and never under an element that was given out.
    "Sources/Leaf/Tape/Tape.swift",
    // Sixteen answers of a comparison, of a byte each, as one number.
    "Sources/Leaf/Reading/Words.swift",
    // A kind takes one byte, its place in the list; a test proves it.
    "Sources/Vocabulary/Kind.swift",
    // Rows that are made once and never change.
    "Sources/Vocabulary/Checking/Table.swift",
    // The sweep belongs to the second thread until that has ended.
    "Sources/Audit/SweepLane.swift",
    // The drafts belong to the second thread until that has ended.
    "Sources/Ledger/Appending/DraftsAhead.swift",
    // A mutex with a condition: everything in it is reached under the lock.
    "Sources/Ledger/Threads/Gate.swift",
    // Runs a waiting caller's closure on the thread that commits for all.
    "Sources/SQLiteLog/AppendQueue.swift",
    // One connection, used by whoever leads, by turns with the second thread of a large append.
    "Sources/SQLiteLog/LogWriter.swift",
  ]

  @Test(arguments: Repository.here.sources.filter { pure.contains($0.module ?? "") })
  func `a pure module has no clock, no chance and no file`(file: Repository.File) {
    let words = Self.words(of: file.text)
    for (word, reaches) in Self.forbidden where words.contains(word) {
      Issue.record("\(file.path) says \(word), which reaches \(reaches)")
    }
    #expect(!SwiftText(file.text).text.contains(".random("), "\(file.path) draws a random value")
  }

  @Test(arguments: Repository.here.sources)
  func `only listed files promise by hand what the compiler cannot check`(file: Repository.File) {
    let text = SwiftText(file.text).text
    for promise in ["@unchecked Sendable", "nonisolated(unsafe)", "Task.detached", "unsafeBitCast"]
    where text.contains(promise) && !Self.unchecked.contains(file.path) {
      Issue.record("\(file.path) uses \(promise); avoid it, or list the file here with its reason")
    }
  }

  static func words(of text: String) -> Set<String> {
    let code = SwiftText(text).text
    return Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
  }
}
