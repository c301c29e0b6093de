/// What a publication did.
public struct PublishReport: Equatable, Sendable {
  /// How many events had been published before.
  public var before: UInt64
  /// How many are now.
  public var size: UInt64
  /// How many files were written, with the checkpoint.
  public var files: Int
}

/// Why a log was not published, or not taken back from what is published.
public enum PublishError: Error, Equatable, Sendable {
  /// No checkpoint was signed yet.
  case unsigned
  /// The note in the folder is not one of this log.
  case foreign(path: String, reason: String)
  /// More is published than this log has: it was restored from an older copy.
  case ahead(path: String, published: UInt64, size: UInt64)
  /// Something else is published than this log has.
  case forked(path: String, size: UInt64)
  /// Nothing is published there.
  case nothing(path: String)
}

extension PublishError: CustomStringConvertible {
  /// What a person should read.
  public var description: String {
    switch self {
    case .unsigned: "nothing is signed yet, so there is nothing to publish.\nSign first: daybook checkpoint"
    case .foreign(let path, let reason): "\(path)/checkpoint is no checkpoint of this log: \(reason)"
    case .ahead(let path, let published, let size):
      "\(path) publishes \(published) events where this ledger has \(size): it was restored from an older copy.\n"
        + "Bring the missing events back: daybook restore \(path)"
    case .forked(let path, let size):
      "\(path) publishes other events than this ledger has, under a good signature, among the first \(size): one of the "
        + "two was falsified.\nCompare each with a checkpoint that others hold: daybook audit --against FILE"
    case .nothing(let path): "\(path) holds no published log: there is no file \(path)/checkpoint"
    }
  }
}
