internal import TransparencyLog
internal import Vocabulary

/// Keys made of names.
enum Slug {
  /// A name in the letters that a key may have: folded, words joined by hyphens; a name in another script, or one that is
  /// too long, as a digest.
  static func of(_ name: ArraySlice<UInt8>, limit: Int = 28) -> [UInt8] {
    var slug: [UInt8] = []
    var isPlain = true
    for byte in Folding.fold(String(decoding: name, as: UTF8.self)) {
      if byte >= 0x80 { isPlain = false }
      slug.append(byte == 0x20 ? 0x2D : byte)
    }
    if isPlain, !slug.isEmpty, slug.count <= limit { return slug }
    let digest = Digest.sha256(Array(name)).hex.prefix(10)
    return Array((isPlain ? slug.prefix(limit - 11) + [0x2D] : []) + digest.utf8)
  }
}
