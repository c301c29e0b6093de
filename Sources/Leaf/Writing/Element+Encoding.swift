extension Element {
  /// The canonical bytes (RFC 8785).
  public func encode() -> [UInt8] {
    var bytes: [UInt8] = []
    encode(into: &bytes)
    return bytes
  }

  /// Appends the canonical bytes (RFC 8785) with changes.
  package func encode(_ rewriting: Rewriting, into bytes: inout [UInt8]) {
    let limit = room(rewriting)
    let memory = unsafe rewriting.output.reserve(limit)
    var output = unsafe Output(UnsafeMutableRawBufferPointer(start: memory, count: limit), rewriting)
    output.write(tape, place)
    unsafe bytes.append(contentsOf: rewriting.output.run(0, output.count))
  }

  /// Appends the canonical bytes (RFC 8785).
  public func encode(into bytes: inout [UInt8]) {
    if node.kind == Node.object || node.kind == Node.array, tape.isCanonical {
      unsafe bytes.append(contentsOf: tape.memory.run(Int(node.start), Int(node.length)))
      return
    }
    let start = bytes.count
    let limit = room(nil)
    bytes.append(contentsOf: repeatElement(0, count: limit))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      var output = unsafe Output(UnsafeMutableRawBufferPointer(rebasing: buffer[start...]), nil)
      output.write(tape, place)
      return output.count
    }
    bytes.removeLast(limit - count)
  }

  /// As many bytes as the canonical form can have, and what ``Output`` needs to write in whole words: an escape of
  /// RFC 8785 is never longer than the one that was read, so a value takes no more room than it took in the document.
  private func room(_ rewriting: Rewriting?) -> Int {
    let node = node
    let own = node.isEscaped && node.kind == Node.text ? 6 * Int(node.length) + 2 : Int(node.length) + 2
    let added = rewriting.map { $0.byteCount + $0.count } ?? 0
    return own + added + Output.slack
  }
}
