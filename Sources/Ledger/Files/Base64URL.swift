internal import TransparencyLog

/// Base64 for URLs without padding (RFC 4648 section 5), one spelling for each value.
package enum Base64URL {
  package static func encode(_ bytes: [UInt8]) -> String {
    var text = Array(Base64.encode(bytes).utf8)
    while text.last == UInt8(ascii: "=") { text.removeLast() }
    for index in text.indices {
      if text[index] == UInt8(ascii: "+") { text[index] = UInt8(ascii: "-") }
      if text[index] == UInt8(ascii: "/") { text[index] = UInt8(ascii: "_") }
    }
    return String(decoding: text, as: UTF8.self)
  }

  package static func decode(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var standard: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "-"): standard.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): standard.append(UInt8(ascii: "/"))
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
      default: standard.append(byte)
      }
    }
    while !standard.count.isMultiple(of: 4) { standard.append(UInt8(ascii: "=")) }
    return Base64.decode(standard[...])
  }
}
