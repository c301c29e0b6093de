extension Element {
  /// The canonical bytes (RFC 8785).
  public func encode() -> [UInt8] {
    let limit = room
    return unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      var output = unsafe Output(UnsafeMutableRawBufferPointer(buffer))
      output.write(tape, place)
      count = output.count
    }
  }

  /// Appends the canonical bytes (RFC 8785).
  public func encode(into bytes: inout [UInt8]) {
    let start = bytes.count
    let limit = room
    bytes.append(contentsOf: repeatElement(0, count: limit))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      var output = unsafe Output(UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
      output.write(tape, place)
      return output.count
    }
    bytes.removeLast(limit - count)
  }

  /// As many bytes as the canonical form can have: an escape of RFC 8785 is never longer than the one that was read.
  private var room: Int {
    let node = node
    switch node.kind {
    case Node.object, Node.array, Node.integer, Node.boolean, Node.null: return Int(node.length)
    default: return node.isEscaped ? 6 * Int(node.length) + 2 : Int(node.length) + 2
    }
  }
}
