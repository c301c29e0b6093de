internal import Views
internal import Vocabulary

/// Rows as SQLite stores them: a head with the type of every column, then the values.
///
/// [Database File Format](https://www.sqlite.org/fileformat2.html#record_format), section 2.1. The columns are those of
/// `views_001.sql`; the row id is not repeated in the row.
extension [UInt8] {
  /// Appends the row of `standing` of an event as it is recorded.
  ///
  /// - Returns: where the row lies, and where the public day that is still to be set; it is as wide as days can be.
  mutating func append(standing stamp: Stamp?, at position: UInt64) -> (row: Range<Int>, day: Int) {
    let start = count
    let known = Int64(position)
    let report = (stamp?.report).map { Int64($0) }
    var origin = stamp?.origin?.text
    var grade = stamp?.grade?.description
    let types = (known: Number.type(known), report: Number.type(report))
    append(0)
    append(Number.null)
    append(Number.type(Int64(0)))
    append(Number.null)
    append(types.known)
    append(Number.type(Ends.known))
    append(4)
    append(Number.type(Int64(Ends.open)))
    append(types.report)
    append(typeOf: origin)
    append(typeOf: grade)
    self[start] = UInt8(count - start)
    append(known, type: types.known)
    append(Ends.known, type: Number.type(Ends.known))
    let day = count
    append(0, type: 4)
    append(Int64(Ends.open), type: Number.type(Int64(Ends.open)))
    append(report, type: types.report)
    append(bytesOf: &origin)
    append(bytesOf: &grade)
    return (start..<count, day)
  }

  /// Appends the row of `fact` of what was stated; the texts lie in `texts`.
  @unsafe
  mutating func append(fact: FactSink.Entry, _ texts: UnsafeRawBufferPointer) -> Range<Int> {
    let start = count
    let from = (fact.from?.number).map { Int64($0) }
    let to = (fact.to?.number).map { Int64($0) }
    let types = (
      projection: Number.type(Int64(fact.projection)), from: Number.type(from), to: Number.type(to)
    )
    append(0)
    append(Number.null)
    append(types.projection)
    append(varint: Number.type(ofText: fact.subject.count))
    append(types.from)
    append(types.to)
    append(varint: Number.type(ofText: fact.body.count))
    self[start] = UInt8(count - start)
    append(Int64(fact.projection), type: types.projection)
    unsafe append(contentsOf: UnsafeRawBufferPointer(rebasing: texts[fact.subject]))
    append(from, type: types.from)
    append(to, type: types.to)
    unsafe append(contentsOf: UnsafeRawBufferPointer(rebasing: texts[fact.body]))
    return start..<count
  }

  /// Appends the row of `report`.
  mutating func append(report day: Int32) {
    let type = Number.type(Int64(day))
    append(3)
    append(Number.null)
    append(type)
    append(Int64(day), type: type)
  }

  /// Appends a key of `fact_subject`: the projection, the subject and the row.
  mutating func append(subjectKey run: KeyRun) {
    let key = run.key
    let projection = Int64(key.prefix >> 56)
    let types = (projection: Number.type(projection), row: Number.type(key.row))
    let text = Number.type(ofText: Int(key.length))
    append(UInt8(3 + Number.length(text)))
    append(types.projection)
    append(varint: text)
    append(types.row)
    append(projection, type: types.projection)
    unsafe run.withText { unsafe append(contentsOf: $0) }
    append(key.row, type: types.row)
  }

  /// Appends a key of `standing_report`: the report and the row.
  mutating func append(reportKey run: KeyRun) {
    let report = Int64(run.key.prefix)
    let types = (report: Number.type(report), row: Number.type(run.key.row))
    append(3)
    append(types.report)
    append(types.row)
    append(report, type: types.report)
    append(run.key.row, type: types.row)
  }

  private mutating func append(typeOf text: String?) {
    if let text { append(varint: Number.type(ofText: text.utf8.count)) } else { append(Number.null) }
  }

  private mutating func append(bytesOf text: inout String?) {
    text?.withUTF8 { unsafe append(contentsOf: $0) }
  }

  /// Sets four bytes, the most significant first.
  mutating func set(_ value: Int32, at place: Int) {
    for byte in 0..<4 { self[place + byte] = UInt8(truncatingIfNeeded: value >> Int32(24 - 8 * byte)) }
  }
}
