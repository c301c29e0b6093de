import Vocabulary

extension References {
  /// What a source is called; its key when no entry stands.
  public func sourceName(_ key: String) -> String { source(key)?.source.name ?? key }

  /// The origin of an assertion in few words: who.
  func originName(_ origin: Root.Origin) -> String {
    guard case .report(let position) = origin, let key = report(position)?.report.source else {
      return rootName(origin)
    }
    return "\(sourceName(key)) (#\(position))"
  }

  /// The origin without the title of a report and the words for unnamed people, either of which may name a place.
  public func guardedName(_ origin: Root.Origin) -> String {
    if case .anonymous(_, let report) = origin { return "unnamed" + (report.map { ", in #\($0)" } ?? "") }
    return originName(origin)
  }

  /// The origin of an assertion in words: who, in which report.
  public func rootName(_ origin: Root.Origin) -> String {
    switch origin {
    case .report(let position):
      (report(position)?.report).map { "\(sourceName($0.source)), “\($0.title)” (#\(position))" } ?? "#\(position)"
    case .source(let key): sourceName(key.text)
    case .anonymous(let people, let report): "unnamed: \(people.text)" + (report.map { ", in #\($0)" } ?? "")
    case .event(let position): "#\(position) alone"
    }
  }
}
