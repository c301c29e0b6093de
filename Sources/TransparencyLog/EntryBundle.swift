/// Up to 256 leaves end to end, each after its length in two bytes, most significant first (C2SP tlog-tiles "Log entries").
public enum EntryBundle {
  /// The longest leaf that a bundle can hold, in bytes.
  public static let leafByteLimit = 65_535

  /// Adds one leaf, which must not be longer than ``leafByteLimit``.
  public static func append(_ leaf: UnsafeRawBufferPointer, to bundle: inout [UInt8]) {
    precondition(leaf.count <= leafByteLimit, "a leaf is at most 65,535 bytes")
    bundle.append(UInt8(leaf.count >> 8))
    bundle.append(UInt8(leaf.count & 255))
    unsafe bundle.append(contentsOf: leaf)
  }

  /// Takes a bundle apart, or returns `nil` when it ends within a leaf or holds more than 256.
  public static func leaves(_ bundle: [UInt8]) -> [ArraySlice<UInt8>]? {
    var leaves: [ArraySlice<UInt8>] = []
    var rest = bundle[...]
    while !rest.isEmpty {
      guard rest.count >= 2, leaves.count < TileID.fullWidth else { return nil }
      let count = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
      rest = rest.dropFirst(2)
      guard rest.count >= count else { return nil }
      leaves.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    return leaves
  }
}
