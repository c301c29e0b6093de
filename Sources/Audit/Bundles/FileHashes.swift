internal import Crypto
internal import TransparencyLog

/// SHA-256 and SHA-512 of bytes that pass by, as both manifests of a bag list them (RFC 8493 section 2.1.3).
struct FileHashes {
  /// The two digests of one file, hexadecimal.
  struct Pair: Equatable {
    var sha256: String
    var sha512: String
  }

  private var short = SHA256()
  private var long = SHA512()
  /// How many bytes have passed.
  private(set) var size: UInt64 = 0

  /// Takes the next bytes.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    unsafe short.update(bufferPointer: bytes)
    unsafe long.update(bufferPointer: bytes)
    size += UInt64(bytes.count)
  }

  /// The digests of all that has passed.
  var pair: Pair {
    Pair(sha256: FileHashes.hex(short.finalize()), sha512: FileHashes.hex(long.finalize()))
  }

  /// The digests of some bytes.
  static func of(_ bytes: [UInt8]) -> Pair {
    var hashes = FileHashes()
    unsafe bytes.withUnsafeBytes { unsafe hashes.update($0) }
    return hashes.pair
  }

  /// The SHA-256, SHA-384 and SHA-512 of some bytes, as a timestamp may state any of them.
  static func imprints(of bytes: [UInt8]) -> [[UInt8]] {
    [Array(SHA256.hash(data: bytes)), Array(SHA384.hash(data: bytes)), Array(SHA512.hash(data: bytes))]
  }

  private static func hex(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
