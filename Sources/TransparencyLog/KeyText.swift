/// What the written forms of public and private keys share.
enum KeyText {
  /// Eight lower-case hexadecimal digits.
  static func id(_ id: UInt32) -> String {
    Hex.encode((0..<4).map { UInt8(truncatingIfNeeded: id >> UInt32(24 - 8 * $0)) })
  }

  /// Takes the last part of a key apart: the type byte and 32 bytes.
  static func key(_ base64: ArraySlice<UInt8>) throws(KeyError) -> (SignatureAlgorithm, [UInt8]) {
    guard let bytes = Base64.decode(base64), let type = bytes.first else { throw .badBase64 }
    guard let algorithm = SignatureAlgorithm(rawValue: type) else { throw .unknownAlgorithm(type) }
    guard bytes.count == 33 else { throw .wrongLength(bytes.count - 1) }
    return (algorithm, [UInt8](bytes.dropFirst()))
  }

  /// Refuses a written id that differs from the computed one.
  static func check(_ id: UInt32, written: ArraySlice<UInt8>) throws(KeyError) {
    let computed = KeyText.id(id)
    guard written.elementsEqual(computed.utf8) else {
      throw .wrongID(written: String(decoding: written, as: UTF8.self), computed: computed)
    }
  }
}
