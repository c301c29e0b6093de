/// A date or an interval written as EDTF (ISO 8601-2:2019).
public enum EDTF: Hashable, Sendable {
  /// One date, of a day or coarser.
  case date(UncertainDate)
  /// From one bound to another, both included.
  case interval(from: Bound, to: Bound)

  /// One end of an interval.
  public enum Bound: Hashable, Sendable {
    /// The end is given.
    case date(UncertainDate)
    /// `..`: there is no end, it goes on.
    case open
    /// Empty: there is an end that nobody knows.
    case unknown
  }

  /// Reads a date or an interval.
  ///
  /// - Throws: ``EDTFError`` with the reason.
  public init(_ text: String) throws(EDTFError) {
    try self.init(utf8: text.utf8Span.span, text)
  }

  /// Reads a date or an interval from its UTF-8; `text` is only used for the message.
  init(utf8 bytes: Span<UInt8>, _ text: @autoclosure () -> String) throws(EDTFError) {
    guard let slash = Self.slash(in: bytes) else {
      self = .date(try UncertainDate(utf8: bytes, text()))
      return
    }
    let from = try Self.bound(bytes.extracting(0..<slash), text)
    let to = try Self.bound(bytes.extracting(slash + 1..<bytes.count), text)
    switch (from, to) {
    case (.date(let first), .date(let last)):
      guard first.first <= last.last else { throw .endsBeforeItBegins(text()) }
    case (.date, _), (_, .date): break
    default: throw .saysNothing(text())
    }
    self = .interval(from: from, to: to)
  }

  private static func slash(in bytes: Span<UInt8>) -> Int? {
    for index in bytes.indices where bytes[index] == 0x2F { return index }
    return nil
  }

  private static func bound(_ bytes: Span<UInt8>, _ text: () -> String) throws(EDTFError) -> Bound {
    if bytes.isEmpty { return .unknown }
    if bytes.count == 2, bytes[0] == 0x2E, bytes[1] == 0x2E { return .open }
    return .date(try UncertainDate(utf8: bytes, text()))
  }
}

extension EDTF: CustomStringConvertible {
  /// The date or interval as EDTF.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .interval(let from, let to): "\(from)/\(to)"
    }
  }
}

extension EDTF.Bound: CustomStringConvertible {
  /// The bound as EDTF.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }
}
