public import Vocabulary

/// The last entry of a chain of attribution, as the `origin` column keeps it.
public enum ChainOrigin: Hashable, Sendable {
  /// The chain names the report in which the origin says so, by position.
  case report(UInt64)
  /// The chain ends with a source.
  case source(Verbatim)
  /// The chain ends with a class of unnamed people.
  case anonymous(Verbatim)

  /// The origin of an attribution; `nil` when it has no chain.
  public init?(_ attribution: Attribution) {
    guard let last = attribution.origin else { return nil }
    if let report = last.report {
      self = .report(report.seq)
    } else if let people = last.anonymous {
      self = .anonymous(Verbatim(people))
    } else if let source = last.source {
      self = .source(Verbatim(source))
    } else {
      return nil
    }
  }

  /// Reads back what `text` wrote.
  public init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: 0x3A) else { return nil }
    let rest = String(text[text.utf8.index(after: colon)...])
    switch text[..<colon] {
    case "report":
      guard let position = UInt64(rest) else { return nil }
      self = .report(position)
    case "source": self = .source(Verbatim(rest))
    case "anonymous": self = .anonymous(Verbatim(rest))
    default: return nil
    }
  }

  /// `report:12`, `source:ap` or `anonymous:government sources`.
  public var text: String {
    switch self {
    case .report(let position): "report:\(position)"
    case .source(let key): "source:" + key.text
    case .anonymous(let people): "anonymous:" + people.text
    }
  }
}
