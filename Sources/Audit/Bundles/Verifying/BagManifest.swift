/// A manifest of a bag (RFC 8493 section 2.1.3): lines of a digest and a path, checked for what no path may be.
struct BagManifest {
  /// The paths with their digests, in the order of the bytes of the paths.
  private(set) var lines: [(path: String, digest: String)] = []
  /// Lines that are refused: the path or line as written, and why.
  private(set) var refused: [(path: String, reason: String)] = []

  /// Reads the bytes of a manifest.
  ///
  /// - Parameters:
  ///   - digits: how many hexadecimal digits a digest has.
  ///   - isPayload: whether every path must begin with `data/`.
  init(_ bytes: [UInt8], digits: Int, isPayload: Bool) {
    var spellings: Set<String> = []
    for line in bytes.split(separator: 0x0a) {
      guard let (digest, path) = BagManifest.parts(line, digits) else {
        refuse(String(decoding: line.prefix(80), as: UTF8.self), "is no line of a manifest: a digest, spaces, a path")
        continue
      }
      if let reason = BagManifest.fault(path, isPayload) {
        refuse(path, reason)
      } else if !spellings.insert(path.lowercased()).inserted {
        // `String` compares by canonical equivalence, so that one set finds both kinds of collision.
        refuse(path, "is listed twice, or differs from another path only by case or Unicode form")
      } else {
        lines.append((path, digest))
      }
    }
    lines.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func refuse(_ path: String, _ reason: String) {
    if refused.count < 1000 { refused.append((path, reason)) }
  }

  private static func parts(_ line: ArraySlice<UInt8>, _ digits: Int) -> (digest: String, path: String)? {
    let digest = line.prefix { $0 != 0x20 && $0 != 0x09 }
    guard digest.count == digits, digest.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) })
    else { return nil }
    var rest = line.dropFirst(digits).drop { $0 == 0x20 || $0 == 0x09 }
    if rest.last == 0x0d { rest.removeLast() }
    guard !rest.isEmpty, let path = String(validating: rest, as: UTF8.self) else { return nil }
    return (String(decoding: digest, as: UTF8.self).lowercased(), unescaped(path))
  }

  /// RFC 8493 writes line ends and the percent sign in paths as `%0A`, `%0D`, `%25`.
  private static func unescaped(_ path: String) -> String {
    guard path.utf8.contains(0x25) else { return path }
    var bytes: [UInt8] = []
    var rest = [UInt8](path.utf8)[...]
    let signs: [(String, UInt8)] = [("%0A", 0x0a), ("%0a", 0x0a), ("%0D", 0x0d), ("%0d", 0x0d), ("%25", 0x25)]
    while let first = rest.first {
      if let (text, byte) = signs.first(where: { rest.starts(with: $0.0.utf8) }) {
        bytes.append(byte)
        rest = rest.dropFirst(text.utf8.count)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Why a path is not allowed.
  private static func fault(_ path: String, _ isPayload: Bool) -> String? {
    let parts = path.utf8.split(separator: 0x2f, omittingEmptySubsequences: false)
    if path.utf8.first == 0x2f || path.utf8.first == 0x7e || path.utf8.contains(0x5c) {
      return "is absolute or written with a backslash: paths are relative, with / between names"
    }
    if parts.contains(where: { $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) {
      return "leads out of the bundle or is written in a roundabout way"
    }
    let isBelow = path.utf8.starts(with: "data/".utf8)
    if isPayload != isBelow { return isPayload ? "does not lie below data/" : "is payload, listed as a tag" }
    return nil
  }
}
