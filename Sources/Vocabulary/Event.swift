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
    if places.version != 0, let version = document.integer(Int(places.version)), version != Self.version {
      kind = nil
    } else {
      kind = places.kind == 0 ? nil : Kind(document, at: Int(places.kind))
    }
  }

  private func child(_ place: Int32) -> Element? { place == 0 ? nil : document.element(at: Int(place)) }

  private func children(_ place: Int32) -> [Element] { child(place).map { Array($0.elements) } ?? [] }

  private func text(_ place: Int32) -> String? { child(place)?.string }

  /// The version of the envelope that this program reads.
  public static let version: Int64 = 1

  /// The kind as written.
  public var kindText: String { text(places.kind) ?? "" }

  /// The id; `nil` only in a draft.
  public var id: EventID? { text(places.id).flatMap { EventID($0) } }

  /// When it was recorded, UTC, `YYYY-MM-DDThh:mm:ssZ`; empty in a draft.
  public var at: String { text(places.at) ?? "" }

  /// The recorder's key id; empty in a draft.
  public var by: String { text(places.by) ?? "" }

  /// When it was so: valid time.
  public var occurred: Period? { child(places.occurred).flatMap { Period($0) } }

  /// Where it was so.
  public var place: Place? { child(places.place).flatMap { $0.isObject ? Place($0) : nil } }

  /// Who had a part in it.
  public var parties: [Party] { children(places.parties).map(Party.init) }

  /// Who says so; mandatory for all kinds about the world.
  public var attribution: Attribution? { child(places.said).map(Attribution.init) }

  /// How good the source and the information are.
  public var grade: Grade? { child(places.grade).map(Grade.init) }

  /// Typed edges to earlier events.
  public var refs: [Reference] { children(places.refs).map(Reference.init) }

  /// How it may be shared.
  public var handling: Handling? { child(places.handling).map(Handling.init) }

  /// The row of an import, verbatim.
  public var original: Original? { child(places.original).map(Original.init) }

  /// A remark.
  public var note: String? { text(places.note) }

  /// The digests of protected values, sorted.
  public var withheld: [String] { children(places.withheld).compactMap(\.string) }

  /// Whether this program knows the kind and the version, and the event has fields; views skip any other.
  package var isRecognized: Bool { kind != nil && places.payload != 0 }

  /// The fields of the kind.
  public var payload: Payload { Payload(kind, kindText, child(places.payload)) }

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

  /// One line for people that names neither place nor date of an abuse; nothing else is left out of other kinds.
  public var summaryWithoutPlace: String {
    if case .abuse(let abuse) = payload { abuse.summaryWithoutPlace(of: self) } else { summary }
  }
}
