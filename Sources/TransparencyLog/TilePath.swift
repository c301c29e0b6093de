/// The path of a tile or of a bundle of entries below the prefix of a log (C2SP tlog-tiles).
///
/// Each path has one spelling: the index in groups of three digits, every group but the last marked with `x`, and a
/// width only for a partial tile. Reading accepts nothing else.
public struct TilePath: Hashable, Sendable, CustomStringConvertible {
  /// What lies at the path.
  public enum Content: Hashable, Sendable {
    /// Hashes of the given level, 0 to 7.
    case hashes(level: Int)
    /// Leaves, each after its length in two bytes.
    case entries
  }

  /// What lies at the path.
  public let content: Content
  /// The position among tiles of the same content, from 0.
  public let index: UInt64
  /// How many hashes or entries lie there, 1 to 256.
  public let width: Int

  /// The path of a tile of hashes; `width` must be from 1 to 256.
  public init(tile: TileID, width: Int = TileID.fullWidth) {
    self.init(content: .hashes(level: tile.level), index: tile.index, width: width)
  }

  /// The path of a bundle of entries; `width` must be from 1 to 256.
  public init(entries index: UInt64, width: Int = TileID.fullWidth) {
    self.init(content: .entries, index: index, width: width)
  }

  private init(content: Content, index: UInt64, width: Int) {
    precondition((1...TileID.fullWidth).contains(width), "a tile holds 1 to 256 hashes")
    self.content = content
    self.index = index
    self.width = width
  }

  /// The tile at the path, or `nil` for entries.
  public var tile: TileID? {
    if case .hashes(let level) = content { TileID(level: level, index: index) } else { nil }
  }

  /// The path as written, for example `tile/0/x001/234.p/5`.
  public var description: String {
    var groups: [String] = []
    var rest = index
    repeat {
      let digits = String(rest % 1000)
      let group = String(repeating: "0", count: 3 - digits.count) + digits
      groups.append(groups.isEmpty ? group : "x" + group)
      rest /= 1000
    } while rest > 0
    let kind = if case .hashes(let level) = content { String(level) } else { "entries" }
    let path = "tile/\(kind)/" + groups.reversed().joined(separator: "/")
    return width == TileID.fullWidth ? path : path + ".p/\(width)"
  }

  /// Reads a path, or returns `nil` when it is not written exactly as the specification says.
  ///
  /// The specification allows levels up to 63; those above 7 cannot exist in a tree of fewer than 2^64 leaves.
  public init?(_ text: String) {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.removeFirst() == "tile" else { return nil }
    let kind = parts.removeFirst()
    var width = TileID.fullWidth
    if parts.count >= 2, parts[parts.count - 2].hasSuffix(".p") {
      guard let partial = Int(parts.removeLast()), (1..<TileID.fullWidth).contains(partial) else { return nil }
      width = partial
      parts[parts.count - 1].removeLast(2)
    }
    guard let index = TilePath.index(parts) else { return nil }
    if kind == "entries" {
      self.init(content: .entries, index: index, width: width)
    } else {
      guard let level = Int(kind), TileID.levels.contains(level) else { return nil }
      self.init(content: .hashes(level: level), index: index, width: width)
    }
    // One spelling for each path: signs, needless zeros and the like read as numbers but are not what we would write.
    guard description.utf8.elementsEqual(text.utf8) else { return nil }
  }

  private static func index(_ groups: [Substring]) -> UInt64? {
    var index: UInt64 = 0
    for group in groups {
      guard let value = UInt64(group.hasPrefix("x") ? group.dropFirst() : group), value < 1000 else { return nil }
      let (shifted, overflow) = index.multipliedReportingOverflow(by: 1000)
      let (sum, carry) = shifted.addingReportingOverflow(value)
      guard !overflow, !carry else { return nil }
      index = sum
    }
    return index
  }
}
