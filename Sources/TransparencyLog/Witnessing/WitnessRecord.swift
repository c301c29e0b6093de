/// What a witness remembers of a log: the last checkpoint that it cosigned.
public struct WitnessRecord: Sendable, Hashable {
  /// The name of the log.
  public let origin: String
  /// How many leaves it had.
  public let size: UInt64
  /// The root of its tree.
  public let root: Digest

  /// A record of a checkpoint.
  public init(origin: String, size: UInt64, root: Digest) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Three lines as in a checkpoint: origin, size, root.
  public var text: [UInt8] { Checkpoint(origin: origin, size: size, root: root).text }

  /// Reads the three lines; `nil` when they are written in any other way.
  public init?(text: [UInt8]) {
    guard let checkpoint = try? Checkpoint(text: text), checkpoint.extensionLines.isEmpty else { return nil }
    self.init(origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root)
  }
}
