public import Leaf
public import Ledger
internal import TransparencyLog

/// A file of disclosures compared with the digests that a log holds.
///
/// Each value is OK when the event at its position commits to it, and FAIL when it does not, or when an event of the log
/// announced that it is destroyed: such a value must not turn up again.
public struct DisclosureReview: Sendable {
  /// What was found about one disclosure.
  public struct Row: Sendable {
    /// The event that it belongs to.
    public var position: UInt64
    /// The disclosure.
    public var disclosure: Disclosure
    /// How it came out.
    public var verdict: Verdict
    /// Why, in words for people.
    public var what: String
  }

  /// The disclosures in the order of the file.
  public private(set) var rows: [Row] = []

  /// Compares with the leaves of a ledger.
  public init(_ file: DisclosureFile, in ledger: Ledger) throws {
    let size = try ledger.size
    try self.init(file, redactions: try Redactions(of: ledger), size: size) { position throws in
      try ledger.leaf(at: position)
    }
  }

  /// Compares with the leaves that others hold; these must be believed already: by the verdict on a bundle or a mirror.
  ///
  /// - Parameter size: how many events the log has there.
  public init(_ file: DisclosureFile, in folder: TileFolder, size: UInt64) throws {
    var redactions = Redactions()
    var kept: [UInt64: [UInt8]] = [:]
    let wanted = Set(file.lines.map(\.position))
    var index: UInt64 = 0
    while let leaves = try folder.leaves(index, of: size) {
      for (offset, leaf) in leaves.enumerated() {
        let position = index << 8 + UInt64(offset)
        redactions.take(position, Array(leaf))
        if wanted.contains(position) { kept[position] = Array(leaf) }
      }
      index += 1
    }
    try self.init(file, redactions: redactions, size: size) { kept[$0] }
  }

  private init(
    _ file: DisclosureFile, redactions: Redactions, size: UInt64, leaf: (UInt64) throws -> [UInt8]?
  ) throws {
    for line in file.lines {
      let digests = line.position < size ? try leaf(line.position).flatMap(Self.digests) : nil
      for disclosure in line.disclosures {
        let (verdict, what) = Self.judge(disclosure, digests, line.position, size, redactions)
        rows.append(Row(position: line.position, disclosure: disclosure, verdict: verdict, what: what))
      }
    }
  }

  /// The gravest verdict; UNKNOWN when the file held nothing.
  public var verdict: Verdict { rows.map(\.verdict).max() ?? .unknown }

  private static func judge(
    _ disclosure: Disclosure, _ digests: [String]?, _ position: UInt64, _ size: UInt64, _ redactions: Redactions
  ) -> (Verdict, String) {
    let digest = disclosure.digest
    guard position < size else { return (.fail, "there is no event #\(position): the log has \(size) events") }
    guard let digests else { return (.unknown, "the event is not here, so that nothing can be compared") }
    guard digests.contains(where: { $0.utf8.elementsEqual(digest.utf8) }) else {
      return (.fail, "the event does not commit to this value: it was altered, or belongs to another event")
    }
    if let redaction = redactions.event(redacting: digest) {
      return (.fail, "event #\(redaction) announced that this value is destroyed; it must not be shown again")
    }
    return (.ok, "the event commits to this value")
  }

  private static func digests(_ leaf: [UInt8]) -> [String]? {
    guard let document = try? Document(leaf, as: .trusted) else { return nil }
    return document.root["_sd"]?.elements.compactMap(\.string) ?? []
  }
}
