/// One promise that every store of events keeps, with the check that it does.
///
/// The names read as the specification of `EventLog`. A store passes when every check passes on a fresh log of its own.
public struct LogPromise: Sendable, CustomStringConvertible {
  /// What is promised, as a sentence.
  public let description: String
  private let check: @Sendable (any LogStore) throws -> Void

  init(_ sentence: String, _ check: @escaping @Sendable (any LogStore) throws -> Void) {
    description = sentence
    self.check = check
  }

  /// Throws when a fresh log of this kind breaks the promise.
  public func check<Store: LogStore>(_ store: Store.Type) throws {
    try check(try Store.make(origin: LogPromise.origin))
  }

  /// The name of the logs that the suite makes.
  public static let origin = "log.example/conformance"

  /// All promises.
  public static let all: [LogPromise] = appending + asking + tree + reading + sharing + keeping
}
