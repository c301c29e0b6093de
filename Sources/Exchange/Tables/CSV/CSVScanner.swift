/// Reads records of separated values from memory (RFC 4180, and as the world writes them).
struct CSVScanner {
  var delimiter: UInt8
  /// Whether quotation marks enclose cells.
  var knowsQuotes = true

  /// What was found at a place.
  enum Found: Equatable {
    /// A record that ends before `next`; `end` is `nil` when the memory ended first.
    case record(next: Int, end: CSVDialect.LineEnd?)
    /// The memory does not hold a whole record.
    case partial
    /// The cell, from 0, is not of the form.
    case wrong(cell: Int, Wrong, at: Int)
  }

  /// What can be wrong with the form.
  enum Wrong: Equatable { case openQuote, afterQuote, nul }

  /// Reads one record from `start` on.
  ///
  /// - Parameter isLast: whether nothing follows `limit`.
  func scan(
    _ memory: borrowing [UInt8], _ start: Int, _ limit: Int, isLast: Bool, into record: inout TableRecord,
    quoted: inout [Bool]
  ) -> Found {
    record.bytes.removeAll(keepingCapacity: true)
    record.ends.removeAll(keepingCapacity: true)
    quoted.removeAll(keepingCapacity: true)
    return unsafe memory.withUnsafeBufferPointer { bytes in
      unsafe scan(bytes, start, limit, isLast, &record, &quoted)
    }
  }

  private func scan(
    _ memory: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ isLast: Bool, _ record: inout TableRecord,
    _ quoted: inout [Bool]
  ) -> Found {
    var here = start
    while true {
      if knowsQuotes, here < limit, unsafe memory[here] == 0x22 {
        switch unsafe quotedCell(memory, &here, limit, &record) {
        case .whole: break
        case .cut: return isLast ? .wrong(cell: record.ends.count, .openQuote, at: here) : .partial
        case .nul: return .wrong(cell: record.ends.count, .nul, at: here)
        }
        quoted.append(true)
      } else {
        let begin = here
        while here < limit {
          let byte = unsafe memory[here]
          if byte <= 0x2C || byte == delimiter {
            if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
            if byte == 0 { return .wrong(cell: record.ends.count, .nul, at: here) }
          }
          here &+= 1
        }
        unsafe record.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: memory[begin..<here]))
        quoted.append(false)
      }
      record.ends.append(record.bytes.count)
      guard here < limit else { return isLast ? .record(next: here, end: nil) : .partial }
      let byte = unsafe memory[here]
      if byte == delimiter {
        here &+= 1
      } else if byte == 0x0A {
        return .record(next: here + 1, end: .lf)
      } else if byte == 0x0D {
        if here + 1 == limit && !isLast { return .partial }
        let isPair = unsafe here + 1 < limit && memory[here + 1] == 0x0A
        return .record(next: here + (isPair ? 2 : 1), end: isPair ? .crlf : .cr)
      } else {
        return .wrong(cell: record.ends.count - 1, .afterQuote, at: here)
      }
    }
  }

  private enum Cell { case whole, cut, nul }

  /// Reads a quoted cell whose opening mark stands here, and goes behind its closing mark.
  private func quotedCell(
    _ memory: UnsafeBufferPointer<UInt8>, _ here: inout Int, _ limit: Int, _ record: inout TableRecord
  ) -> Cell {
    here += 1
    var begin = here
    while here < limit {
      let byte = unsafe memory[here]
      if byte == 0x22 {
        unsafe record.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: memory[begin..<here]))
        guard here + 1 < limit, unsafe memory[here + 1] == 0x22 else {
          here += 1
          return .whole
        }
        record.bytes.append(0x22)
        here += 2
        begin = here
      } else if byte == 0 {
        return .nul
      } else {
        here &+= 1
      }
    }
    return .cut
  }
}
