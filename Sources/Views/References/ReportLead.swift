internal import Leaf
internal import Vocabulary

/// Who says a report, and what it derives from: all that leads on to its root.
public struct ReportLead: Hashable, Sendable {
  /// The key of the source.
  let source: String?
  /// As in ``ReportRecord/parents``.
  let parents: [ReportRecord.Parent]
}

extension ReportLead {
  /// Reads the fact about a report; `nil` when it is about something else.
  init?(_ fact: Fact) { self.init(fact.leaf) }

  /// Reads the body of such a fact.
  public init?(body: [UInt8]) {
    guard let document = try? Document(body, as: .trusted) else { return nil }
    self.init(Event(document))
  }

  private init?(_ leaf: Event) {
    guard leaf.kind == .report else { return nil }
    source = leaf.text("source").flatMap { leaf.document.element(at: $0).string }
    parents = ReportLead.parents(of: leaf)
  }

  /// The reports that a report derives from, stated derivations first.
  static func parents(of leaf: Event) -> [ReportRecord.Parent] {
    guard leaf.places.refs != 0 else { return [] }
    let parents = leaf.refs.compactMap { ref -> ReportRecord.Parent? in
      guard ref.relation == .derivedFrom, let target = ref.target else { return nil }
      return ReportRecord.Parent(report: target.seq, isInferred: ref.derivation == .inferred)
    }
    return parents.filter { !$0.isInferred } + parents.filter(\.isInferred)
  }

  /// Reads back what ``text`` wrote; `nil` for anything else.
  public init?(text: [UInt8]) {
    let mark = text.firstIndex(of: UInt8(ascii: "|"))
    source = mark.map { String(decoding: text[($0 + 1)...], as: UTF8.self) }
    var parents: [ReportRecord.Parent] = []
    for part in text[..<(mark ?? text.endIndex)].split(separator: UInt8(ascii: ",")) {
      let isInferred = part.last == UInt8(ascii: "i")
      guard let report = UInt64(String(decoding: isInferred ? part.dropLast() : part, as: UTF8.self)) else {
        return nil
      }
      parents.append(ReportRecord.Parent(report: report, isInferred: isInferred))
    }
    self.parents = parents
  }

  /// As a store keeps it: `12,7i|ap` is a report by `ap` that states that it derives from #12, and is held to from #7.
  public var text: [UInt8] {
    let parents = parents.map { "\($0.report)\($0.isInferred ? "i" : "")" }.joined(separator: ",")
    return Array((parents + (source.map { "|" + $0 } ?? "")).utf8)
  }
}
