internal import Views
internal import Vocabulary

/// Rows as SQLite stores them: a head with the type of every column, then the values.
///
/// [Database File Format](https://www.sqlite.org/fileformat2.html#record_format), section 2.1. The columns are those of
/// `views_001.sql`; the row id is not repeated in the row.
extension RecordMemory {
  /// Writes the row of `standing` of an event as it is recorded.
  ///
  /// - Returns: where the row lies, and where the public day that is still to be set; it is as wide as days can be.
  func write(standing stamp: Stamp?, at position: UInt64) -> (row: Range<Int>, day: Int) {
    let known = Int64(position)
    let report = (stamp?.report).map { Int64($0) }
    var origin = stamp?.origin?.text
    var grade = stamp?.grade?.description
    let types = (known: Number.type(known), report: Number.type(report))
    let originType = origin.map { Number.type(ofText: $0.utf8.count) } ?? UInt64(Number.null)
    let gradeType = grade.map { Number.type(ofText: $0.utf8.count) } ?? UInt64(Number.null)
    let head = 9 + Number.length(originType) + Number.length(gradeType)
    let row = record(atMost: 80 + (origin?.utf8.count ?? 0) + (grade?.utf8.count ?? 0)) { record in
      record.put(UInt8(head))
      record.put(Number.null)
      record.put(Number.zero)
      record.put(Number.null)
      record.put(types.known)
      record.put(Number.four)
      record.put(Number.four)
      record.put(Number.three)
      record.put(types.report)
      record.put(varint: originType)
      record.put(varint: gradeType)
      record.put(known, type: types.known)
      record.put(Ends.known, type: Number.four)
      record.put(0, type: Number.four)
      record.put(Int64(Ends.open), type: Number.three)
      record.put(report, type: types.report)
      origin?.withUTF8 { unsafe record.put(UnsafeRawBufferPointer($0)) }
      grade?.withUTF8 { unsafe record.put(UnsafeRawBufferPointer($0)) }
    }
    return (row, row.lowerBound + head + Number.width(ofType: types.known) + 4)
  }

  /// Writes the row of `fact` of what was stated; the texts lie in `texts`.
  @unsafe
  func write(fact: FactSink.Entry, _ texts: UnsafeRawBufferPointer) -> Range<Int> {
    let projection = Int64(fact.projection)
    let from = (fact.from?.number).map { Int64($0) }
    let to = (fact.to?.number).map { Int64($0) }
    let types = (projection: Number.type(projection), from: Number.type(from), to: Number.type(to))
    let subject = Number.type(ofText: fact.subject.count)
    let month = fact.isMonthly ? Number.type(ofText: Month.length) : UInt64(Number.null)
    let body = fact.sharesBody ? UInt64(Number.null) : Number.type(ofText: fact.body.count)
    return record(atMost: 64 + fact.filed.count + fact.body.count) { record in
      record.put(UInt8(6 + Number.length(subject) + Number.length(body)))
      record.put(Number.null)
      record.put(types.projection)
      record.put(varint: subject)
      record.put(varint: month)
      record.put(types.from)
      record.put(types.to)
      record.put(varint: body)
      record.put(projection, type: types.projection)
      unsafe record.put(UnsafeRawBufferPointer(rebasing: texts[fact.subject]))
      if let month = fact.month { unsafe record.put(UnsafeRawBufferPointer(rebasing: texts[month])) }
      record.put(from, type: types.from)
      record.put(to, type: types.to)
      if !fact.sharesBody { unsafe record.put(UnsafeRawBufferPointer(rebasing: texts[fact.body])) }
    }
  }

  /// Writes the row of `report`.
  func write(report day: Int32) -> Range<Int> {
    let type = Number.type(Int64(day))
    return record(atMost: 16) { record in
      record.put(3)
      record.put(Number.null)
      record.put(type)
      record.put(Int64(day), type: type)
    }
  }

  /// Writes a key of `fact_subject`: the projection, the subject, the month and the row; a long text lies in `texts`.
  func write(subjectKey key: SortedKey, _ texts: [UInt8]) -> Range<Int> {
    let projection = Int64(key.prefix >> 56)
    let types = (projection: Number.type(projection), row: Number.type(key.row))
    let filed = key.isLong ? Month.split(texts[key.long]) : (subject: Int(key.length), isMonthly: false)
    let text = Number.type(ofText: filed.subject)
    return record(atMost: 48 + Int(key.length)) { record in
      record.put(UInt8(4 + Number.length(text)))
      record.put(types.projection)
      record.put(varint: text)
      record.put(varint: filed.isMonthly ? Number.type(ofText: Month.length) : UInt64(Number.null))
      record.put(types.row)
      record.put(projection, type: types.projection)
      if key.isLong {
        let subject = key.long.prefix(filed.subject)
        unsafe texts.withUnsafeBytes { texts in
          unsafe record.put(UnsafeRawBufferPointer(rebasing: texts[subject]))
          let month = key.long.suffix(Month.length)
          if filed.isMonthly { unsafe record.put(UnsafeRawBufferPointer(rebasing: texts[month])) }
        }
      } else {
        record.put(Int64(bitPattern: key.prefix) >> Int64(56 - 8 * key.length), width: Int(key.length))
      }
      record.put(key.row, type: types.row)
    }
  }

  /// Writes a key of `standing_report`: the report and the row.
  func write(reportKey key: SortedKey) -> Range<Int> {
    let report = Int64(key.prefix)
    let types = (report: Number.type(report), row: Number.type(key.row))
    return record(atMost: 32) { record in
      record.put(3)
      record.put(types.report)
      record.put(types.row)
      record.put(report, type: types.report)
      record.put(key.row, type: types.row)
    }
  }
}
