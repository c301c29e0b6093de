internal import TransparencyLog
package import Vocabulary

/// Actors, places and sources that a data set names: found in the ledger, or made as reference events.
///
/// A name is taken to be an entry of the ledger only when that is beyond doubt: the entry has the key that the data set's
/// own id gives, or exactly one entry has the name and, of a place, the same level and the same parent. Everything else
/// gets an entry of its own, whose key carries the data set's id, and which a person can link to another.
package final class NameBook {
  private let directory: any Directory
  private var keys: [[UInt8]: [UInt8]] = [:]
  private var made: Set<[UInt8]> = []
  private var found: [CellsKey: [UInt8]] = [:]
  /// How many entries were made.
  package private(set) var count = 0
  /// The drafts of those that were not taken yet, in order.
  private var drafts: [[UInt8]] = []

  package init(directory: any Directory) { self.directory = directory }

  /// What was found before for the cells that lead to a name; else what is found now. Looking up what was found costs a
  /// tenth of making a key of a name, and a table names the same few things in every row.
  ///
  /// - Parameter cells: everything that decides what is found.
  func remembered(_ cells: [UInt8], _ find: () -> [UInt8]) -> [UInt8] {
    if let known = found[CellsKey(bytes: cells)] { return known }
    let key = find()
    found[CellsKey(bytes: cells)] = key
    return key
  }

  /// Cells as a key, hashed as one piece.
  private struct CellsKey: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) } }
  }

  /// The key of an actor.
  ///
  /// - Parameters:
  ///   - own: the key that the data set's own id gives.
  ///   - name: its name as written.
  ///   - type: what it is, if it has to be made.
  package func actor(own: [UInt8], name: ArraySlice<UInt8>, type: StaticString) -> [UInt8] {
    let cached = own + [0] + name
    if let known = keys[cached] { return known }
    let (ownText, nameText) = (String(decoding: own, as: UTF8.self), String(decoding: name, as: UTF8.self))
    let key: [UInt8]
    if made.contains(own) || directory.knows(ownText, in: .actor) {
      key = own
    } else if let found = try? directory.resolve(nameText, in: .actor) {
      key = Array(found.utf8)
    } else {
      key = own
      made.insert(own)
      add("actor", key) { pen in
        pen.text("name", name)
        pen.text("type", "\(type)")
      }
    }
    keys[cached] = key
    return key
  }

  /// The key of a place.
  ///
  /// - Parameters:
  ///   - own: the key that it gets if it has to be made.
  ///   - parent: the key of what it lies in, found before.
  package func place(
    own: [UInt8], name: ArraySlice<UInt8>, level: StaticString, in parent: [UInt8]?,
    at point: (lat: ArraySlice<UInt8>, lon: ArraySlice<UInt8>)? = nil
  ) -> [UInt8] {
    let cached = [1] + own
    if let known = keys[cached] { return known }
    let (ownText, nameText) = (String(decoding: own, as: UTF8.self), String(decoding: name, as: UTF8.self))
    let key: [UInt8]
    if directory.knows(ownText, in: .place) {
      key = own
    } else if let found = only(nameText, "\(level)", parent.map { String(decoding: $0, as: UTF8.self) }) {
      key = Array(found.utf8)
    } else {
      key = own
      add("place", key) { pen in
        pen.text("name", name)
        pen.text("level", "\(level)")
        if let parent { pen.text("parent", parent) }
        if let point {
          pen.text("lat", point.lat)
          pen.text("lon", point.lon)
        }
      }
    }
    keys[cached] = key
    return key
  }

  /// The key of a source that is the origin of what another publishes; made unless the ledger has it.
  package func origin(_ source: SourceDraft) -> [UInt8] {
    let key = Array(source.key.utf8)
    if made.insert([2] + key).inserted { self.source(source) }
    return key
  }

  /// The id of the report in which a source said on a day what it said then; made when the ledger has none.
  package func report(_ source: SourceDraft, day: String) -> String {
    let cached = Array("\(source.key)/\(day)".utf8)
    if let known = keys[[3] + cached] { return String(decoding: known, as: UTF8.self) }
    let id = EventID(name: "import/day/\(source.key)/\(day)") { Digest.sha256($0).bytes }.description
    var pen = DraftPen()
    pen.open()
    pen.text("kind", "report")
    pen.text("id", id)
    pen.open("payload")
    pen.text("source", source.key)
    pen.text("title", "\(source.name), \(day)")
    pen.text("published", day)
    pen.close()
    pen.close()
    make(pen)
    keys[[3] + cached] = Array(id.utf8)
    return id
  }

  /// Makes a source unless the ledger has it.
  package func source(_ source: SourceDraft) {
    guard !directory.knows(source.key, in: .source) else { return }
    add("source", Array(source.key.utf8)) { pen in
      pen.text("class", "data-set")
      pen.text("name", source.name)
      if let url = source.url { pen.text("url", url) }
    }
  }

  /// The only place of the ledger with a name, a level and a parent.
  private func only(_ name: String, _ level: String, _ parent: String?) -> String? {
    guard let found = try? directory.resolve(name, in: .place) else { return nil }
    let wanted = parent.map { "\(level) in \($0)" } ?? level
    let entries = directory.entries(named: found, folded: Folding.fold(found), in: .place)
    return entries.contains { $0.id == found && $0.detail == wanted } ? found : nil
  }

  /// Takes the drafts of the entries made since the last time: they stand before whatever names them.
  func takeDrafts() -> [[UInt8]] {
    defer { drafts.removeAll() }
    return drafts
  }

  private func make(_ pen: DraftPen) {
    count += 1
    drafts.append(pen.bytes)
  }

  private func add(_ kind: StaticString, _ key: [UInt8], _ fields: (inout DraftPen) -> Void) {
    var pen = DraftPen()
    pen.open()
    pen.text("kind", "\(kind)")
    let id = EventID(name: "import/\(kind)/" + String(decoding: key, as: UTF8.self)) { Digest.sha256($0).bytes }
    pen.text("id", id.description)
    pen.open("payload")
    pen.text("key", key)
    fields(&pen)
    pen.close()
    pen.close()
    make(pen)
  }
}
