public import TransparencyLog

/// The size and root that were signed last, kept outside the log.
public struct SignedHead: Equatable, Sendable {
  /// How many events the last signed checkpoint covers.
  public var size: UInt64
  /// The root of their tree.
  public var root: Digest

  /// The head of a log after signing this size and root.
  public init(size: UInt64, root: Digest) {
    self.size = size
    self.root = root
  }

  /// Two lines: the size in decimal, the root in Base64, as in a checkpoint.
  public var text: [UInt8] { Array("\(size)\n\(root.base64)\n".utf8) }

  /// Reads the two lines; `nil` when they are written in any other way.
  public init?(text: [UInt8]) {
    let lines = text.split(separator: 0x0a, omittingEmptySubsequences: false)
    guard lines.count == 3, lines[2].isEmpty, let size = UInt64(String(decoding: lines[0], as: UTF8.self)),
      let root = Digest(base64: String(decoding: lines[1], as: UTF8.self))
    else { return nil }
    self.init(size: size, root: root)
    guard self.text == text else { return nil }
  }
}
