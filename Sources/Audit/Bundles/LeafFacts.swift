internal import Leaf
internal import TransparencyLog

/// What a leaf says that a bundle has to do with, in the forms of Daybook and of the worked example of the format.
enum LeafFacts {
  /// The digests of the originals that an event names.
  static func originals(_ root: Element) -> [Digest] {
    var digests: [Digest] = []
    if let payload = root["payload"] {
      for object in [payload["evidence"], payload["before"], payload["after"]] {
        if let digest = object?.string.flatMap({ Digest(hex: $0) }) { digests.append(digest) }
      }
    }
    guard let listed = root["ev"] else { return digests }
    for object in listed.elements {
      if let digest = object["sha256"]?.string.flatMap({ Digest(hex: $0) }) { digests.append(digest) }
    }
    return digests
  }

  /// The digests of the protected values that an event destroys.
  static func redacted(_ root: Element) -> [String] {
    guard let kind = root["kind"], kind.equals("redact") || kind.equals("redaction") else { return [] }
    let digests = root["payload"]?["digests"] ?? root["digests"]
    return digests?.elements.compactMap(\.string) ?? []
  }

  /// The digests of the protected values of an event.
  static func committed(_ root: Element) -> [String] { root["_sd"]?.elements.compactMap(\.string) ?? [] }

  /// Calls for each reference inside a value: the leaf hash as written, the position if one is given, and the word.
  static func references(_ element: Element, _ body: (Element, Int64?, String?) -> Void) {
    switch element.kind {
    case .object:
      if let leaf = element["leaf"], leaf.isString, element["seq"] != nil || element["rel"] != nil {
        body(leaf, element["seq"]?.integer, element["rel"]?.string)
      }
      for member in element.members { references(member.value, body) }
    case .array:
      for value in element.elements where value.kind == .object { references(value, body) }
    default: break
    }
  }
}
