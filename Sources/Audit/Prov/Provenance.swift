internal import Leaf
public import Ledger
internal import TransparencyLog

/// The provenance of a ledger, or of some of its events, in the words of W3C PROV.
///
/// It streams, in one pass over the events; what PROV-JSON tells later than it is read waits in files without names (see
/// ``ProvSections``). Memory grows with recorders and originals alone.
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
  ///   - progress: told how many events were read, and how many there are to read.
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

  /// Gives PROV-N piece by piece.
  public func writeN(_ write: ([UInt8]) throws -> Void) throws {
    try writeN(write) { _ in }
  }

  /// Gives PROV-JSON piece by piece.
  public func writeJSON(_ write: ([UInt8]) throws -> Void) throws {
    let sections = try ProvSections(text, in: NamelessFile.usualFolder)
    try eachRecord(sections.add)
    try sections.forEachPiece(write)
  }

  /// Gives PROV-N piece by piece, and gathers PROV-JSON on the way.
  ///
  /// - Parameter folder: where it is gathered; nothing of it has a name there.
  func writeN(gatheringIn folder: String, _ write: ([UInt8]) throws -> Void) throws -> ProvSections {
    let sections = try ProvSections(text, in: folder)
    try writeN(write, sections.add)
    return sections
  }

  private func writeN(
    _ write: ([UInt8]) throws -> Void, _ also: (ProvRecords.Record) throws -> Void
  ) throws {
    var piece = Array(text.headN.utf8)
    try eachRecord { record in
      piece.append(contentsOf: ProvText.n(record).utf8)
      try also(record)
      guard piece.count >= 1 << 16 else { return }
      try write(piece)
      piece.removeAll(keepingCapacity: true)
    }
    try write(piece + Array(ProvText.footN.utf8))
  }

  private func eachRecord(_ body: (ProvRecords.Record) throws -> Void) throws {
    var records = ProvRecords()
    var document = Document()
    let total = positions.map { UInt64($0.count) } ?? size
    var done: UInt64 = 0
    func tell(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) throws {
      try unsafe document.parse(leaf, as: .trusted)
      for record in records.records(of: document.root, at: position, leaf: unsafe Digest.leaf(leaf)) {
        try body(record)
      }
      done += 1
      if done & 0xFFF == 0 { progress(done, total) }
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
