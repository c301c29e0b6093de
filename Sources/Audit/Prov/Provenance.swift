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
  private let text: ProvText

  /// - Parameters:
  ///   - positions: the events, in order; `nil` is all of the first `size`.
  ///   - size: how many events are looked at.
  public init(of ledger: Ledger, positions: [UInt64]? = nil, size: UInt64) {
    self.ledger = ledger
    self.positions = positions
    self.size = size
    text = ProvText(origin: ledger.origin)
  }

  /// Writes PROV-N.
  public func writeN(_ write: (String) throws -> Void) throws {
    try write(text.headN)
    try eachRecord { try write(ProvText.n($0)) }
    try write(ProvText.footN)
  }

  /// Writes PROV-JSON.
  public func writeJSON(_ write: (String) throws -> Void) throws {
    try write(text.headJSON)
    for section in ProvRecords.Section.allCases {
      var number: UInt64 = 0
      var count = 0
      try eachRecord { record in
        number += 1
        let (own, member) = ProvText.json(record, number)
        guard own == section else { return }
        try write((count == 0 ? ",\n\"\(section.rawValue)\": {\n" : ",\n") + member)
        count += 1
      }
      if count > 0 { try write("\n}") }
    }
    try write("\n}\n")
  }

  private func eachRecord(_ body: (ProvRecords.Record) throws -> Void) throws {
    var records = ProvRecords()
    var document = Document()
    func tell(_ position: UInt64, _ leaf: UnsafeRawBufferPointer) throws {
      try unsafe document.parse(leaf, as: .trusted)
      for record in records.records(of: document.root, at: position, leaf: unsafe Digest.leaf(leaf)) {
        try body(record)
      }
    }
    guard let positions else { return try unsafe ledger.read(0..<size) { try unsafe tell($0, $1) } }
    for position in positions where position < size {
      try unsafe ledger.leaf(at: position).withUnsafeBytes { try unsafe tell(position, $0) }
    }
  }
}
