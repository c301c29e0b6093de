internal import Leaf
public import Ledger
internal import TransparencyLog

/// The provenance of a ledger, or of some of its events, in the words of W3C PROV.
///
/// It streams: PROV-N in one pass over the events, PROV-JSON in one pass for each of its sections, since that form groups
/// records by what they are. Memory grows with recorders and originals alone.
public struct Provenance {
  private let ledger: Ledger
  private let positions: [UInt64]?
  private let size: UInt64
  private let rows: [ProvenRow]
  private let progress: (UInt64, UInt64) -> Void
  private let text: ProvText

  /// - Parameters:
  ///   - positions: the events, in order; `nil` is all of the first `size`.
  ///   - size: how many events are looked at.
  ///   - rows: rows of views that are told after the events.
  ///   - progress: told how many events were read, and how many there are to read: in PROV-JSON each several times.
  public init(
    of ledger: Ledger, positions: [UInt64]? = nil, size: UInt64, rows: [ProvenRow] = [],
    progress: @escaping (UInt64, UInt64) -> Void = { _, _ in }
  ) {
    self.ledger = ledger
    self.positions = positions
    self.size = size
    self.rows = rows
    self.progress = progress
    text = ProvText(origin: ledger.origin, withRows: !rows.isEmpty)
  }

  /// Writes PROV-N.
  public func writeN(_ write: (String) throws -> Void) throws {
    try write(text.headN)
    try eachRecord(pass: 0, of: 1) { try write(ProvText.n($0)) }
    try write(ProvText.footN)
  }

  /// Writes PROV-JSON.
  public func writeJSON(_ write: (String) throws -> Void) throws {
    try write(text.headJSON)
    let sections = ProvRecords.Section.allCases
    for (pass, section) in sections.enumerated() {
      var number: UInt64 = 0
      var count = 0
      try eachRecord(pass: UInt64(pass), of: UInt64(sections.count)) { record in
        number += 1
        guard record.section == section else { return }
        let member = ProvText.json(record, number)
        try write((count == 0 ? ",\n\"\(section.rawValue)\": {\n" : ",\n") + member)
        count += 1
      }
      if count > 0 { try write("\n}") }
    }
    try write("\n}\n")
  }

  private func eachRecord(
    pass: UInt64, of passes: UInt64, _ body: (ProvRecords.Record) throws -> Void
  ) throws {
    var records = ProvRecords()
    var document = Document()
    let total = positions.map { UInt64($0.count) } ?? size
    var done = pass * total
    func tell(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) throws {
      try unsafe document.parse(leaf, as: .trusted)
      for record in records.records(of: document.root, at: position, leaf: unsafe Digest.leaf(leaf)) {
        try body(record)
      }
      done += 1
      if done & 0xFFF == 0 { progress(done, passes * total) }
    }
    if let positions {
      for position in positions where position < size {
        try unsafe ledger.leaf(at: position).withUnsafeBytes { try unsafe tell(position, $0) }
      }
    } else {
      try unsafe ledger.read(0..<size) { try unsafe tell($0, $1) }
    }
    for row in rows {
      let leaves = try row.events.map { Digest.leaf(try ledger.leaf(at: $0)) }
      for record in records.records(of: row, leaves: leaves) { try body(record) }
    }
  }
}
