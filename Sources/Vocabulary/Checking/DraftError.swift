/// Why a draft is refused: everything that is wrong with it, not only the first thing.
public struct DraftError: Error, Equatable, Sendable {
  /// What is wrong; warnings are not among it.
  public let findings: [Finding]

  public init(_ findings: [Finding]) { self.findings = findings }

  /// One line per finding, for people.
  public var message: String { findings.map(\.message).joined(separator: "\n") }
}
