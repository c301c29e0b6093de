/// Why a policy was not read, or a checkpoint not accepted by it.
public enum PolicyError: Error, Equatable, Sendable {
  /// A line is not one that tlog-policy knows.
  case malformed(line: Int, text: String, allowed: String)
  /// A key is not one, or of the wrong type for its use.
  case badKey(line: Int, text: String, reason: String)
  /// The same public key stands in two lines, or a name is given twice.
  case duplicate(line: Int, text: String)
  /// A group or the quorum names something that no line before it defines.
  case unknownName(line: Int, text: String)
  /// The file has no quorum line.
  case noQuorumLine
  /// The checkpoint itself does not hold.
  case checkpoint(CheckpointError)
  /// Too few witnesses have cosigned.
  case noQuorum(asked: String)
}

extension PolicyError: CustomStringConvertible {
  /// What a person should read.
  public var description: String {
    switch self {
    case .malformed(let line, let text, let allowed): "line \(line): '\(text)': allowed is \(allowed)"
    case .badKey(let line, let text, let reason): "line \(line): '\(text)' is no key that can stand here: \(reason)"
    case .duplicate(let line, let text): "line \(line): '\(text)' stands there twice"
    case .unknownName(let line, let text): "line \(line): '\(text)' is defined by no line before"
    case .noQuorumLine: "there is no quorum line; allowed is `quorum NAME` or `quorum none`"
    case .checkpoint(let error): "the checkpoint does not hold: \(error)"
    case .noQuorum(let asked): "too few known witnesses have cosigned: \(asked) must"
    }
  }
}
