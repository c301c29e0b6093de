import Views

extension Picture {
  /// One line a row, as ``CSVTable`` writes it.
  func writeCSV(to output: inout Output) {
    let table = CSVTable(reading, origin: origin)
    output.write(table.header)
    for row in answer.rows {
      output.write(table.line(row))
      if !output.isWanted { return }
    }
  }
}
