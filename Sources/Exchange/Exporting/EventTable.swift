internal import Leaf
public import Ledger
internal import TransparencyLog
public import ViewStore
internal import Views
public import Vocabulary

/// Events as rows of an export, as they stand at one known time: corrected where a correction stands, and withheld as far as
/// the level of disclosure asks.
///
/// It looks at one event at a time, so that an export of any size needs no memory.
public final class EventTable {
  private let ledger: Ledger
  private let snapshot: Snapshot
  private let references: References
  private let guarding: EventGuard
  private let asked: ExportAsked
  private let schemas = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map {
      ($0, "urn:daybook:schema:\($0.rawValue.replacing(".", with: "_")):1")
    })
  /// How many events were looked at.
  private var looked = 0

  public init(_ ledger: Ledger, _ snapshot: Snapshot, _ guarding: EventGuard, _ asked: ExportAsked) {
    (self.ledger, self.snapshot, self.guarding, self.asked) = (ledger, snapshot, guarding, asked)
    references = References(snapshot, disclosure: guarding.level)
  }

  /// What the export says of itself.
  public var head: ExportHead {
    ExportHead(
      name: "events", title: "Recorded events, as they stand", origin: asked.origin, asked: asked.head,
      columns: EventColumns.all + EventColumns.common)
  }

  /// The first thing that went wrong while the views were read; ask before calling an export whole.
  public var failure: ViewStoreError? { snapshot.failure }

  /// An event in the version that stands, with what it was recorded as.
  public struct Standing {
    public let position: UInt64
    public let leaf: [UInt8]
    /// In the version that stands.
    public let event: Event
    /// How it stands.
    public let standing: EventStanding

    /// Whether it was taken back.
    public var isRetracted: Bool { if case .retracted = standing { true } else { false } }
  }

  /// An event that is known and public at the moment, as it stands; `nil` for any other.
  public func standing(_ position: UInt64, _ leaf: [UInt8]) throws -> Standing? {
    looked += 1
    if looked.isMultiple(of: 4_096) { references.forgetEvents() }
    guard let standing = try snapshot.standing(of: position) else { return nil }
    let recorded = Event(try Document(leaf, as: .trusted))
    let event =
      standing == .asRecorded ? recorded : try snapshot.version(of: position, as: recorded, in: ledger)
    return Standing(position: position, leaf: leaf, event: event, standing: standing)
  }

  /// The row of an event.
  public func row(_ standing: Standing) throws -> ExportRow {
    let (position, leaf, event) = (standing.position, standing.leaf, standing.event)
    let (word, by) = Self.words(standing.standing)
    let withheld = try guarding.withheld(event, at: position)
    let id = event.id?.description ?? "#\(position)"
    let says = withheld.map { self.shown($0) } ?? self.shown(event)
    let root = event.attribution == nil ? nil : references.root(of: event, at: position)
    let report = event.attribution?.report?.seq
    let published = (event.kind == .report ? position : report).flatMap {
      references.report($0)?.report.published?.last
    }
    let isOpen = withheld == nil
    var cells: [ExportCell] = [.init(position: position), .text(id), .text(event.kindText)]
    cells += says.cells
    cells += [
      .init(position: report), .init(root?.text), .init(isOpen ? event.attribution?.quote : nil),
      .init(isOpen ? event.note : nil), .init(event.handling?.tlp?.rawValue), .text(word), .init(position: by),
      .flag(!isOpen), .text(event.at), .init(published?.description), .text(Digest.leaf(leaf).hex),
    ]
    cells += asked.common(
      events: [position], ids: [id], roots: root == nil ? nil : 1,
      grade: event.grade.flatMap(Admiralty.init)?.description)
    return ExportRow(
      key: id, cells: cells, geometry: says.geometry,
      happening: .init(
        id: id, type: "daybook." + event.kindText, subject: says.subject, time: event.at,
        schema: event.kind.flatMap { schemas[$0] },
        recorded: isOpen ? leaf : nil))
  }

  private static func words(_ standing: EventStanding) -> (word: String, by: UInt64?) {
    switch standing {
    case .asRecorded: ("stands", nil)
    case .corrected(let by): ("corrected", by)
    case .retracted(let by): ("retracted", by)
    }
  }

  /// What a row says of an event: the cells from `summary` to `killed_max`, where it lies, and whom it is about.
  private typealias Shown = (cells: [ExportCell], geometry: ExportGeometry?, subject: String?)

  private func shown(_ event: Event) -> Shown {
    let occurred = event.occurred
    let place = event.place
    let day = occurred?.latest ?? occurred?.earliest ?? Day(String(event.at.prefix(10))) ?? Day(number: 0)
    let entry = place?.id.flatMap { references.place($0, on: day) }
    let (geometry, locatedAs) = Self.located(place, entry)
    let counts = event.document.root["payload"]?["counts"]?.elements.map(Count.init) ?? []
    let killed = counts.filter { $0.what == "killed" }
    let figure = killed.count == 1 ? killed[0] : nil
    let parties = event.parties.map { party in
      let more = [party.role, party.certainty?.rawValue].compactMap(\.self).joined(separator: ", ")
      return "\(party.actor ?? party.name ?? "?") (\(more))"
    }
    let cells: [ExportCell] = [
      .text(event.summary), .init(occurred?.edtf), .init(occurred?.earliest?.description),
      .init(occurred?.latest?.description), .init(place?.id), .init(place?.name ?? entry?.name), .init(place?.lat),
      .init(place?.lon), .init(place?.precision), .text(locatedAs), .texts(parties),
      .texts(counts.map(\.description)), .init(figure?.min), .init(figure?.best), .init(figure?.max),
    ]
    return (cells, geometry, place?.id)
  }

  private func shown(_ event: WithheldEvent) -> Shown {
    let cells: [ExportCell] = [
      .text(event.summary), .init(event.when), .init(event.from?.description), .init(event.to?.description),
      .init(event.region), .init(event.regionName), .none, .none, .none, .text("nothing"), .texts([]), .texts([]),
      .none, .none, .none,
    ]
    return (cells, nil, event.region)
  }

  /// Coordinates of the event's own that are no centroid (where_prec 1 and 2), else those of a town or site.
  private static func located(_ place: Place?, _ entry: PlaceEntry?) -> (ExportGeometry?, String) {
    func point(_ lat: String?, _ lon: String?) -> ExportGeometry? {
      guard let latitude = lat.flatMap(Double.init), let longitude = lon.flatMap(Double.init) else { return nil }
      return .point(.init(longitude, latitude))
    }
    guard (place?.precision ?? 1) <= 2 else { return (nil, "nothing") }
    if let own = point(place?.lat, place?.lon) { return (own, "event") }
    if let entry, ["town", "site"].contains(entry.level), let town = point(entry.lat, entry.lon) {
      return (town, "gazetteer")
    }
    return (nil, "nothing")
  }
}
