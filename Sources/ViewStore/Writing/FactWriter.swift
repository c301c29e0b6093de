internal import SQLite
internal import Views
internal import Vocabulary

/// Writes rows of `standing` and `fact`; knows nothing of why.
final class FactWriter {
  private let insertStanding: Statement
  private let insertFact: Statement
  /// The days that the facts written so far speak of.
  private(set) var days = SpokenDays()

  init(_ source: StatementSource) throws {
    insertStanding = try source.prepare("INSERT INTO standing VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
    insertFact = try source.prepare("INSERT INTO fact VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)")
  }

  /// Gives the days of the facts written since it was last asked.
  func takeDays() -> SpokenDays {
    defer { days = SpokenDays() }
    return days
  }

  /// One rectangle of known and public time, and how the event stands in it.
  struct Rectangle: Equatable {
    var code: Int64
    var by: UInt64?
    var knownFrom: UInt64
    var publicFrom: Int32
    var publicTo: Int32
  }

  /// Writes a rectangle that is still open in known time; with the facts where the event stands.
  ///
  /// - Parameter number: the number of the row within the event.
  func write(_ rectangle: Rectangle, number: Int64, of event: borrowing MappedEvent, stating: Bool) throws {
    guard event.position <= RowID.lastEvent, number < RowID.standings else {
      throw ViewStoreError.tooLarge(event: event.position)
    }
    let id = RowID.standing(event: event.position, number: number)
    try insertStanding.bind(1, id)
    try insertStanding.bind(2, rectangle.code)
    try insertStanding.bind(3, rectangle.by.map { Int64($0) })
    try insertStanding.bind(4, Int64(rectangle.knownFrom))
    try insertStanding.bind(5, Ends.known)
    try insertStanding.bind(6, Int64(rectangle.publicFrom))
    try insertStanding.bind(7, Int64(rectangle.publicTo))
    let stamp = stating ? event.stamp : nil
    try insertStanding.bind(8, (stamp?.report).map { Int64($0) })
    try insertStanding.bind(9, text: stamp?.origin?.text)
    try insertStanding.bind(10, text: stamp?.grade?.description)
    try insertStanding.run()
    if stating { try writeFacts(of: event, standing: id) }
  }

  private func writeFacts(of event: borrowing MappedEvent, standing: Int64) throws {
    guard !event.facts.entries.isEmpty else { return }
    guard event.facts.entries.count <= RowID.facts else { throw ViewStoreError.tooLarge(event: event.position) }
    try unsafe event.facts.bytes.withUnsafeBytes { bytes in
      for (number, entry) in event.facts.entries.enumerated() {
        days.add(entry)
        try insertFact.bind(1, RowID.fact(standing: standing, number: number))
        try insertFact.bind(2, Int64(entry.projection))
        try unsafe insertFact.bind(3, borrowedText: UnsafeRawBufferPointer(rebasing: bytes[entry.subject]))
        if let month = entry.month {
          try unsafe insertFact.bind(4, borrowedText: UnsafeRawBufferPointer(rebasing: bytes[month]))
        } else {
          try insertFact.bindNull(4)
        }
        try insertFact.bind(5, entry.from.map { Int64($0.number) })
        try insertFact.bind(6, entry.to.map { Int64($0.number) })
        if entry.sharesBody {
          try insertFact.bindNull(7)
        } else {
          try unsafe insertFact.bind(7, borrowedText: UnsafeRawBufferPointer(rebasing: bytes[entry.body]))
        }
        try insertFact.run()
      }
    }
    insertFact.clearBindings()
  }
}
