internal import Leaf
package import Ledger
package import Vocabulary

/// One imported release of a data set: its report in the ledger.
package struct Release: Sendable {
  /// The position of the report.
  package let position: UInt64
  /// The report, with the table.
  package let report: Report
  package let table: ImportedTable
  /// The first half of the ids of all events that the import of this release appended for rows.
  let stem: UInt64

  /// Every release that a ledger holds, in the order of their import. A report that was retracted still has its rows.
  ///
  /// Cost: it reads the whole log.
  package static func all(in ledger: Ledger) throws -> [Release] {
    var found: [Release] = []
    try unsafe ledger.read(0..<ledger.size) { position, leaf in
      guard unsafe Release.mayHoldTable(leaf) else { return }
      var document = Document()
      guard (try? unsafe document.parse(leaf, as: .trusted)) != nil else { return }
      let event = Event(document)
      guard case .report(let report) = event.payload, let table = report.table, let id = event.id else { return }
      found.append(Release(position: position, report: report, table: table, stem: id.high ^ id.low))
    }
    return found
  }

  /// Whether a leaf may be a report with a table: its kind stands at a place that depends on what is before it, so the
  /// bytes `"table":{` are looked for, which no text can hold unescaped.
  private static func mayHoldTable(_ leaf: UnsafeRawBufferPointer) -> Bool {
    let sign: StaticString = "\"table\":{"
    let before = sign.utf8CodeUnitCount - 1
    func isSign(_ place: Int) -> Bool {
      (0..<before).allSatisfy { unsafe leaf[place - before + $0] == sign.utf8Start[$0] }
    }
    var place = before
    // Brackets are few: eight bytes are asked for one at once, whether any of them is zero once a bracket is taken from each.
    while place + 8 <= leaf.count {
      let others = unsafe leaf.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ 0x7B7B_7B7B_7B7B_7B7B
      if (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080 != 0,
        (place..<place + 8).contains(where: { unsafe leaf[$0] == 0x7B && isSign($0) })
      {
        return true
      }
      place += 8
    }
    return (place..<max(place, leaf.count)).contains { unsafe leaf[$0] == 0x7B && isSign($0) }
  }
}
