/// Writes one canonical document step by step; the caller gives the members of an object in the order of their keys.
public struct Writer: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  /// Begins anew; keeps the memory.
  public mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  private mutating func begin() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  public mutating func beginObject() {
    begin()
    bytes.append(0x7B)
    needsComma = false
  }

  public mutating func endObject() {
    bytes.append(0x7D)
    needsComma = true
  }

  public mutating func beginArray() {
    begin()
    bytes.append(0x5B)
    needsComma = false
  }

  public mutating func endArray() {
    bytes.append(0x5D)
    needsComma = true
  }

  /// Writes a key of the profile; its value comes next.
  public mutating func key(_ key: StaticString) {
    begin()
    bytes.append(0x22)
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    needsComma = false
  }

  public mutating func string(_ text: String) {
    begin()
    CanonicalText.append(text, to: &bytes)
  }

  public mutating func integer(_ number: Int64) {
    begin()
    CanonicalText.append(number, to: &bytes)
  }

  public mutating func boolean(_ flag: Bool) {
    begin()
    bytes += flag ? "true".utf8 : "false".utf8
  }

  public mutating func null() {
    begin()
    bytes += "null".utf8
  }

  /// Writes a value of a document.
  public mutating func element(_ element: Element) {
    begin()
    element.encode(into: &bytes)
  }
}
