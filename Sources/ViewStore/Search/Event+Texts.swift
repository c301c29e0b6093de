internal import Leaf
public import Vocabulary

/// What of an event can be searched: every text that somebody wrote, and the line that lists show of it.
extension Event {
  /// The line, then every text of the leaf but ids, hashes, digests and the names of an import's columns.
  ///
  /// Protected values are not among them: the leaf holds their digests only.
  public var searchableTexts: [String] {
    var texts = [summary]
    for member in document.root.members where !Event.isMachinery(member) {
      if member.isKey("original") {
        for cell in original?.cells ?? [] { texts.append(cell) }
      } else {
        Event.gather(member.value, &texts)
      }
    }
    return texts
  }

  /// The same with the line that is shown instead when the event is withheld: what the index holds of it.
  ///
  /// Whether it is withheld depends on later events and on who asks, so that the index must lead to both; whoever reads the
  /// index looks at what may be shown before showing that there is anything.
  var indexedTexts: [String] {
    kind == .abuse || !(kind?.isAboutTheWorld ?? true) ? searchableTexts + [guardedSummary] : searchableTexts
  }

  private static func gather(_ element: Element, _ texts: inout [String]) {
    switch element.kind {
    case .string: if let text = element.string { texts.append(text) }
    case .array: for item in element.elements { gather(item, &texts) }
    case .object: for member in element.members where !isMachinery(member) { gather(member.value, &texts) }
    default: break
    }
  }

  /// Whether a member is written by programs and read by programs.
  private static func isMachinery(_ member: Element.Member) -> Bool {
    machinery.contains { member.isKey($0) }
  }

  private static let machinery = ["id", "at", "by", "_sd", "leaf", "digests", "evidence"]
}

extension Element.Member {
  fileprivate func isKey(_ key: String) -> Bool { unsafe withKey { unsafe $0.elementsEqual(key.utf8) } }
}
