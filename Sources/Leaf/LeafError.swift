/// Why bytes are not a document of the profile: the first thing that is wrong, and where.
public struct LeafError: Error, Equatable, Sendable {
  /// The rule that is broken.
  public let reason: Reason
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, counted in characters of Unicode (scalars).
  public let column: Int
  /// The field by its dotted path, as `payload.counts.0.best`; empty outside any field.
  public let path: String
  /// What stands there, shortened; empty when nothing does.
  public let value: String

  /// The error in one line, for people: where, what, why, what is allowed, what to do.
  public var message: String { "line \(line), \(messageWithoutLine)" }

  /// The error without its line, for whoever reads documents of one line from a file and knows the line better.
  public var messageWithoutLine: String {
    var text = "column \(column): "
    if !path.isEmpty { text += "\(path): " }
    if !value.isEmpty { text += "\(value): " }
    return text + "\(reason.words); allowed: \(reason.allowed)"
  }
}
