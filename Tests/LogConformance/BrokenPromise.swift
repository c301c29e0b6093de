/// What a store did where it promised something else.
public struct BrokenPromise: Error, CustomStringConvertible {
  public var description: String

  /// - Parameter facts: what was found.
  public init(_ facts: String) { description = facts }
}

/// Breaks the promise unless `kept`.
func hold(_ kept: Bool, _ facts: @autoclosure () -> String, line: UInt = #line) throws {
  if !kept { throw BrokenPromise("\(facts()) (line \(line))") }
}

/// Breaks the promise unless both are equal.
func hold<Value: Equatable>(_ found: Value, is expected: Value, _ what: String, line: UInt = #line) throws {
  if found != expected { throw BrokenPromise("\(what): \(found), expected \(expected) (line \(line))") }
}
