import Geometry
import Ledger
import TransparencyLog
import Views
import Vocabulary

/// A file of boundaries that an event has adopted by its digest.
struct AdoptedBoundaries {
  /// The event that adopted it.
  let event: UInt64
  let key: String
  let version: String
  let title: String
  let licence: String?
  /// The SHA-256 of the file, which it had when it was read.
  let digest: Digest
  /// The property of its features that names places.
  let property: String
  /// How many of the ledger's places have a boundary in it.
  let places: Int

  /// What came of a file.
  enum Reading {
    /// With the areas of places, and those that no place of the ledger is named by.
    case boundaries(AdoptedBoundaries, [(Verbatim, Area)], nameless: [Area])
    /// It is not kept here, or holds no boundaries of these places.
    case unused(String)
  }

  /// Reads the file that an event adopted, and finds the places it bounds.
  ///
  /// - Throws: a complaint when the file was altered, or is JSON that cannot be drawn.
  static func read(
    _ event: UInt64, _ entry: GazetteerEntry, _ ledger: Ledger, _ register: Register
  ) throws -> Reading {
    guard let digest = entry.evidence.flatMap({ Digest(hex: $0) }),
      let bytes = try ledger.evidence.bytes(of: digest, atMost: Atlas.longestFile)
    else { return .unused("its file is not kept in this ledger's evidence folder") }
    guard bytes.first(where: { $0 > 0x20 }) == 0x7B else { return .unused("its file is no GeoJSON") }
    let features: [Feature]
    do throws(GeoJSONError) { features = try GeoJSON(bytes).features } catch {
      throw complaint(event, entry, digest, error.message)
    }
    guard let property = try property(event, entry, digest, features, register) else {
      return .unused("none of its features names a place of this ledger by id or P-code")
    }
    var found: [(place: Verbatim, areas: [Area])] = []
    var places: [Verbatim: Int] = [:]
    var nameless: [Area] = []
    for feature in features {
      guard let area = feature.area else { continue }
      let named = feature.value(of: property).map(register.named) ?? []
      if named.isEmpty { nameless.append(area) }
      for place in named {
        if let known = places[place] {
          found[known].areas.append(area)
        } else {
          places[place] = found.count
          found.append((place, [area]))
        }
      }
    }
    let boundaries = AdoptedBoundaries(
      event: event, key: entry.key, version: entry.version, title: entry.title, licence: entry.licence, digest: digest,
      property: property, places: found.count)
    return .boundaries(boundaries, found.map { ($0.place, Area.dissolved($0.areas)) }, nameless: nameless)
  }

  /// The property that the event names, else the one that names most places; `nil` when none names any.
  private static func property(
    _ event: UInt64, _ entry: GazetteerEntry, _ digest: Digest, _ features: [Feature], _ register: Register
  ) throws(Complaint) -> String? {
    var named: [Verbatim: Set<Verbatim>] = [:]
    for property in features.flatMap(\.properties) {
      named[Verbatim(property.name), default: []].formUnion(register.named(by: property.value))
    }
    if let wanted = entry.property {
      guard named[Verbatim(wanted)] != nil else {
        let known = named.keys.sorted().map(\.text).joined(separator: ", ")
        throw complaint(
          event, entry, digest, "no feature has the property '\(wanted)', which the event names; there are: \(known)")
      }
      return named[Verbatim(wanted)]?.isEmpty == false ? wanted : nil
    }
    let best = named.filter { !$0.value.isEmpty }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    return best?.key.text
  }

  private static func complaint(
    _ event: UInt64, _ entry: GazetteerEntry, _ digest: Digest, _ reason: String
  ) -> Complaint {
    Complaint(
      .badInput,
      "the boundaries of '\(entry.key)', adopted by #\(event) (evidence \(digest)), cannot be drawn: \(reason)\n"
        + "Retract #\(event), or correct it to name a file that can be drawn.")
  }
}
