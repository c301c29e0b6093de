public import Leaf

/// One recorded event, read lazily from its leaf: nothing is decoded until it is asked for.
///
/// Reading never fails. An event of a kind or version this program does not know has `kind == nil`; views skip it and
/// say so. What a leaf must hold is the business of ``Checker``.
public struct Event: Sendable {
  /// The leaf.
  public let document: Document
  /// The kind; `nil` when this program does not know the kind or the version.
  public let kind: Kind?
  private var root: Element { document.root }

  /// Reads a leaf, or a draft as far as it goes.
  public init(_ document: Document) {
    self.document = document
    let root = document.root
    if let version = root.number("v"), version != Self.version {
      kind = nil
    } else {
      kind = root.child("kind").flatMap { $0.withText { Kind(utf8: $0) } ?? nil }
    }
  }

  /// The version of the envelope that this program reads.
  public static let version: Int64 = 1

  /// The kind as written.
  public var kindText: String { root.text("kind") ?? "" }

  /// The id; `nil` only in a draft.
  public var id: EventID? { root.text("id").flatMap { EventID($0) } }

  /// When it was recorded, UTC, `YYYY-MM-DDThh:mm:ssZ`; empty in a draft.
  public var at: String { root.text("at") ?? "" }

  /// The recorder's key id; empty in a draft.
  public var by: String { root.text("by") ?? "" }

  /// When it was so: valid time.
  public var occurred: Period? { root.child("occurred").flatMap { Period($0) } }

  /// Where it was so.
  public var place: Place? { root.object("place").map(Place.init) }

  /// Who had a part in it.
  public var parties: [Party] { root.children("parties").map(Party.init) }

  /// Who says so; mandatory for all kinds about the world.
  public var attribution: Attribution? { root.child("said").map(Attribution.init) }

  /// How good the source and the information are.
  public var grade: Grade? { root.child("grade").map(Grade.init) }

  /// Typed edges to earlier events.
  public var refs: [Reference] { root.children("refs").map(Reference.init) }

  /// How it may be shared.
  public var handling: Handling? { root.child("handling").map(Handling.init) }

  /// The row of an import, verbatim.
  public var original: Original? { root.child("original").map(Original.init) }

  /// A remark.
  public var note: String? { root.text("note") }

  /// The digests of protected values, sorted.
  public var withheld: [String] { root.texts("_sd") }

  /// The fields of the kind.
  public var payload: Payload { Payload(kind, kindText, root.child("payload")) }

  /// The earlier events that this one names with a relation.
  public func targets(_ relation: Relation) -> [EventRef] {
    refs.filter { $0.relation == relation }.compactMap(\.target)
  }

  /// Every earlier event that this one names: edges, the report, the reports of the chain.
  ///
  /// The ledger checks that each is earlier and that the tree's hash at its position equals its leaf hash.
  public var references: [EventRef] {
    var found = refs.compactMap(\.target)
    if let attribution {
      found += [attribution.report].compactMap(\.self)
      found += attribution.chain.compactMap(\.report)
    }
    return found
  }

  /// One line for people.
  public var summary: String { payload.summary(of: self) }
}
