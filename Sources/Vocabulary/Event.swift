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
  /// Where the members of the envelope stand.
  package let places: EnvelopePlaces

  /// Reads a leaf, or a draft as far as it goes.
  public init(_ document: Document) {
    self.document = document
    places = EnvelopePlaces(document)
    if let version = places[.version].flatMap({ document.integer($0) }), version != Self.version {
      kind = nil
    } else {
      kind = places[.kind].flatMap { Kind(document, at: $0) }
    }
  }

  private func child(_ member: EnvelopePlaces.Member) -> Element? { places[member].map { document.element(at: $0) } }

  private func children(_ member: EnvelopePlaces.Member) -> [Element] { child(member).map { Array($0.elements) } ?? [] }

  private func text(_ member: EnvelopePlaces.Member) -> String? { child(member)?.string }

  /// The version of the envelope that this program reads.
  public static let version: Int64 = 1

  /// The kind as written.
  public var kindText: String { text(.kind) ?? "" }

  /// The id; `nil` only in a draft.
  public var id: EventID? { text(.id).flatMap { EventID($0) } }

  /// When it was recorded, UTC, `YYYY-MM-DDThh:mm:ssZ`; empty in a draft.
  public var at: String { text(.at) ?? "" }

  /// The recorder's key id; empty in a draft.
  public var by: String { text(.by) ?? "" }

  /// When it was so: valid time.
  public var occurred: Period? { child(.occurred).flatMap { Period($0) } }

  /// Where it was so.
  public var place: Place? { child(.place).flatMap { $0.isObject ? Place($0) : nil } }

  /// Who had a part in it.
  public var parties: [Party] { children(.parties).map(Party.init) }

  /// Who says so; mandatory for all kinds about the world.
  public var attribution: Attribution? { child(.said).map(Attribution.init) }

  /// How good the source and the information are.
  public var grade: Grade? { child(.grade).map(Grade.init) }

  /// Typed edges to earlier events.
  public var refs: [Reference] { children(.refs).map(Reference.init) }

  /// How it may be shared.
  public var handling: Handling? { child(.handling).map(Handling.init) }

  /// The row of an import, verbatim.
  public var original: Original? { child(.original).map(Original.init) }

  /// A remark.
  public var note: String? { text(.note) }

  /// The digests of protected values, sorted.
  public var withheld: [String] { children(.withheld).compactMap(\.string) }

  /// Whether this program knows the kind and the version, and the event has fields; views skip any other.
  package var isRecognized: Bool { kind != nil && places[.payload] != nil }

  /// The fields of the kind.
  public var payload: Payload { Payload(kind, kindText, child(.payload)) }

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
