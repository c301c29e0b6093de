package import Leaf
package import Ledger
package import Vocabulary

/// The rows of a data set as they stand after the releases that a ledger holds: every row with what later releases
/// corrected in it, without those that they retracted.
///
/// Only events that the imports of the releases appended count, told by their ids, so that what an analyst corrects by hand stays beside what the
/// publisher said.
package final class StandingRows {
  /// The releases, in the order of import.
  package let releases: [Release]
  /// The positions of the rows that stand, in the order of the last release's file.
  package private(set) var order: [UInt64] = []
  /// The corrections of each row, in order.
  package private(set) var corrections: [UInt64: [[Change]]] = [:]
  private let ledger: Ledger

  /// Reads the events from the first of the releases on.
  package init(_ releases: [Release], in ledger: Ledger, until end: UInt64? = nil) throws {
    self.releases = releases
    self.ledger = ledger
    guard let first = releases.first else { return }
    let places = Dictionary(releases.enumerated().map { ($1.stem, $0) }) { first, _ in first }
    var added = [[(position: UInt64, row: Int64)]](repeating: [], count: releases.count)
    var retracted = [Set<UInt64>](repeating: [], count: releases.count)
    var document = Document()
    try unsafe ledger.read(first.position..<(end ?? ledger.size)) { position, leaf in
      guard (try? unsafe document.parse(leaf, as: .trusted)) != nil else { return }
      let event = Event(document)
      guard let id = event.id, let release = places[id.high] else { return }
      switch event.payload {
      case .correct(let correction):
        guard let target = event.targets(.corrects).first else { return }
        corrections[target.seq, default: []].append(correction.changes)
        // The changes keep the bytes of their document.
        document = Document()
      case .retract: retracted[release].formUnion(event.targets(.retracts).map(\.seq))
      default: if let original = event.original { added[release].append((position, original.row ?? 0)) }
      }
    }
    for (index, release) in releases.enumerated() {
      order = StandingRows.order(
        order.filter { !retracted[index].contains($0) }, and: added[index], of: release.table)
    }
  }

  /// The order of a release: rows that it added stand at their numbers, between them those that were there before.
  private static func order(
    _ survivors: [UInt64], and added: [(position: UInt64, row: Int64)], of table: ImportedTable
  ) -> [UInt64] {
    if survivors.isEmpty { return added.map(\.position) }
    var kept = survivors
    if let order = table.order { kept = Order.decode(order, survivors) ?? survivors }
    var taken: Set<Int64> = Set(table.asides.map(\.row))
    var places: [Int64: UInt64] = [:]
    for row in added {
      taken.insert(row.row)
      places[row.row] = row.position
    }
    var result: [UInt64] = []
    result.reserveCapacity(kept.count + added.count)
    var rest = kept[...]
    var number: Int64 = 0
    while result.count < kept.count + added.count {
      number += 1
      if let position = places[number] {
        result.append(position)
      } else if !taken.contains(number) {
        guard let next = rest.popFirst() else { break }
        result.append(next)
      } else if number > Int64(kept.count + added.count + taken.count) {
        break
      }
    }
    return result
  }

  /// The leaf of a row as the releases leave it.
  package func document(at position: UInt64) throws -> Document {
    var document = try Document(ledger.leaf(at: position), as: .trusted)
    for changes in corrections[position] ?? [] { document = document.corrected(by: changes) }
    return document
  }

  /// Gives the leaf of every standing row, in the order of the file; those that a partial file lacked come last.
  ///
  /// - Parameter limit: how many at most.
  package func eachRow(atMost limit: Int = .max, _ body: (UInt64, Event) throws -> Void) throws {
    let order = order.prefix(limit)
    var document = Document()
    var start = 0
    // Runs of neighbours in the log are read in one go.
    while start < order.count {
      var end = start + 1
      while end < order.count, order[end] == order[end - 1] + 1 { end += 1 }
      if end - start < 4 {
        for place in start..<end { try body(order[place], Event(try self.document(at: order[place]))) }
      } else {
        try unsafe ledger.read(order[start]..<order[end - 1] + 1) { position, leaf in
          try unsafe document.parse(leaf, as: .trusted)
          guard let made = corrections[position] else { return try body(position, Event(document)) }
          try body(position, Event(made.reduce(document) { $0.corrected(by: $1) }))
        }
      }
      start = end
    }
  }
}
