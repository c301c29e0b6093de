/// Ids that the directory was found to know; asked for every id of every draft.
final class KnownIDs {
  private let texts = KnownTexts()

  /// Whether the text is an id that the directory knows.
  func contains(_ id: Span<UInt8>, in namespace: Namespace, _ context: SealContext) -> Bool {
    let place = KnownTexts.place(id, namespace.tag)
    if texts.holds(id, namespace.tag, at: place) { return true }
    guard TextForm.key.matches(id), context.directory.knows(String(copying: id), in: namespace) else { return false }
    texts.put(id, namespace.tag, at: place)
    return true
  }
}

extension Namespace {
  fileprivate var tag: UInt8 {
    switch self {
    case .actor: 1
    case .place: 2
    case .source: 3
    case .agreement: 4
    }
  }
}

extension String {
  /// A text of its own from UTF-8.
  init(copying text: Span<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices { bytes.append(text[index]) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
