internal import Vocabulary

extension CSVDialect {
  /// The dialect that a report tells of.
  init(_ table: ImportedTable) {
    self.init()
    if let sign = table.delimiter?.utf8.first { delimiter = sign }
    if let word = table.quoting.flatMap(Quoting.init) { quoting = word }
    if let word = table.lineEnd.flatMap(LineEnd.init) { lineEnd = word }
    if let word = table.encoding.flatMap(TextEncoding.init) { encoding = word }
    hasByteOrderMark = table.hasByteOrderMark
    isLastLineEnded = table.isLastLineEnded
  }
}
