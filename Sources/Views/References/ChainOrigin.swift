internal import Leaf
internal import Vocabulary

/// The last entry of a chain of attribution, as the `origin` column keeps it.
public enum ChainOrigin: Hashable, Sendable {
  /// The chain names the report in which the origin says so, by position.
  case report(UInt64)
  /// The chain ends with a source.
  case source(Verbatim)
  /// The chain ends with a class of unnamed people.
  case anonymous(Verbatim)

  /// The origin of an event; `nil` when it has no chain of attribution.
  ///
  /// Read by places, since it is asked of every event of a replay.
  init?(_ event: Event) {
    guard let last = event.lastLink else { return nil }
    func text(_ key: StaticString) -> Verbatim? {
      event.text(key, in: last).flatMap { event.document.element(at: $0).string }.map(Verbatim.init)
    }
    if let report = event.position(event.document.member(last, "report")) {
      self = .report(report)
    } else if let people = text("anonymous") {
      self = .anonymous(people)
    } else if let source = text("source") {
      self = .source(source)
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
