internal import Crypto
package import Ledger
internal import TransparencyLog
internal import Vocabulary

/// Gives an imported table back as it came, byte for byte, from the events alone; the digest in the report proves it.
package struct TableReturn {
  private let ledger: Ledger
  /// The release that is given back.
  package let release: Release
  private let rows: StandingRows

  /// - Parameters:
  ///   - dataSet: the data set; `nil` for the only one of the format.
  ///   - number: the release: its name, or its number from 1; `nil` for the last.
  package init(_ format: String, dataSet: String?, release number: String?, in ledger: Ledger) throws {
    self.ledger = ledger
    let all = try Release.all(in: ledger).filter { $0.table.format == format }
    let names = all.map(\.table.dataSet)
    guard let name = dataSet ?? names.first, dataSet != nil || names.allSatisfy({ $0 == name }) else {
      throw ExchangeError.unfit(
        names.isEmpty
          ? "the ledger holds no table of the format \(format); import one with: daybook import \(format) FILE"
          : "the ledger holds several data sets of the format \(format): name one with --data-set.\nThere are: "
            + Set(names).sorted().joined(separator: ", "))
    }
    let releases = all.filter { $0.table.dataSet == name }
    guard !releases.isEmpty else {
      throw ExchangeError.unfit(
        "there is no data set '\(name)' of the format \(format).\nThere are: \(Set(names).sorted().joined(separator: ", "))"
      )
    }
    let last = try TableReturn.place(number, releases, name)
    release = releases[last]
    rows = try StandingRows(
      Array(releases[...last]), in: ledger, until: last + 1 < releases.count ? releases[last + 1].position : nil)
  }

  private static func place(_ number: String?, _ releases: [Release], _ name: String) throws -> Int {
    guard let number else { return releases.count - 1 }
    if let place = releases.lastIndex(where: { $0.table.release == number }) { return place }
    if let place = Int(number), releases.indices.contains(place - 1) { return place - 1 }
    let there = releases.enumerated().map { $1.table.release ?? "\($0 + 1)" }
    throw ExchangeError.unfit(
      "the data set '\(name)' has no release '\(number)'.\nThere are: \(there.joined(separator: ", "))")
  }

  /// Writes the table.
  ///
  /// - Throws: ``ExchangeError/differs(expected:found:)`` after the last byte, when they are not the bytes that came in.
  package func write(_ body: ([UInt8]) -> Void) throws {
    var hasher = SHA256()
    let writer = TableWriter(release.table)
    func give() {
      let bytes = writer.take()
      hasher.update(data: bytes)
      body(bytes)
    }
    var record = TableRecord()
    try rows.eachRow(atMost: Int(release.table.rows)) { _, event in
      guard let original = event.original else { return }
      record.take(original)
      writer.put(record, header: original.header)
      if writer.isFull { give() }
    }
    writer.end()
    give()
    let found = Digest(Array(hasher.finalize()))?.hex ?? ""
    guard found == release.table.digest else {
      throw ExchangeError.differs(expected: release.table.digest, found: found)
    }
  }
}
