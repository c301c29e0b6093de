/// A column of an export: its name, what its cells hold, its HXL tag and what it means.
public struct ExportColumn: Hashable, Sendable {
  /// The name, `[a-z_]+`; no two columns of an export have the same.
  public var name: String
  /// What its cells hold.
  public var kind: Kind
  /// The hashtag of the Humanitarian Exchange Language (hxlstandard.org), with attributes.
  public var hxl: String
  /// One sentence.
  public var doc: String

  /// What the cells of a column hold; any may be ``ExportCell/none``.
  public enum Kind: String, Hashable, Sendable {
    case text, integer
    /// A decimal number, digit for digit as it is recorded.
    case decimal
    case flag
    /// `YYYY-MM-DD`.
    case day
    /// `YYYY-MM-DDThh:mm:ssZ`.
    case time
    /// Several texts.
    case texts
    /// Positions of events in the log.
    case positions
  }

  public init(_ name: String, _ kind: Kind, _ hxl: String, _ doc: String) {
    (self.name, self.kind, self.hxl, self.doc) = (name, kind, hxl, doc)
  }
}

/// One value of an exported row; days, times and decimals are texts in their column's form.
public enum ExportCell: Hashable, Sendable {
  /// Nothing is known; absent is neither zero nor an empty text.
  case none
  case text(String)
  case integer(Int64)
  case flag(Bool)
  case texts([String])
  case positions([UInt64])

  /// The text, or nothing when there is none.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .none }

  /// The number, or nothing when there is none.
  public init(_ number: Int64?) { self = number.map { .integer($0) } ?? .none }

  /// The position, or nothing when there is none.
  public init(position: UInt64?) { self.init(position.map { Int64(clamping: $0) }) }
}
