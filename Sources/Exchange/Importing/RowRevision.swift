internal import Leaf
internal import Vocabulary

/// What a new release changes in a row that the ledger holds, field by field.
final class RowRevision {
  /// One field.
  struct FieldChange: Equatable {
    var field: String
    var old: Value?
    var new: Value?
  }

  private let standing: StandingRows
  private let request: ImportRequest
  private let names: NameBook
  private var importers: [[String]: any Importer] = [:]

  init(_ standing: StandingRows, _ request: ImportRequest, _ directory: any Directory) throws {
    self.standing = standing
    self.request = request
    names = NameBook(directory: directory)
  }

  /// The changes; `nil` when the row is an event of another kind now.
  ///
  /// Compared is what the importer makes of the old cells with what it makes of the new ones, so that a field which only
  /// an analyst corrected stays as it is.
  func changes(of position: UInt64, to draft: [UInt8]) throws -> [FieldChange]? {
    let leaf = try standing.document(at: position)
    let stands = leaf.root.value
    let new = try Document(draft).root.value
    let old = before(Event(leaf)) ?? stands
    guard new["kind"] == stands["kind"] else { return nil }
    var changes: [FieldChange] = []
    for key in ["occurred", "parties", "place", "payload", "note"] {
      RowRevision.compare(old[key], new[key], stands[key], key, &changes)
    }
    let originals = (stands["original"], new["original"])
    for key in ["header", "cells", "layout"] {
      let member = originals.0?[key]
      RowRevision.compare(member, originals.1?[key], member, "original.\(key)", &changes)
    }
    return changes
  }

  /// What the importer makes of the cells that stand.
  private func before(_ event: Event) -> Value? {
    guard let original = event.original else { return nil }
    if importers[original.header] == nil {
      importers[original.header] = try? request.importer(header: original.header, names: names)
    }
    guard let importer = importers[original.header] else { return nil }
    var pen = DraftPen()
    var problems = Problems(header: original.header)
    pen.open()
    importer.write(TableRecord(original.cells), to: &pen, &problems)
    pen.close()
    return try? Document(pen.bytes).root.value
  }

  /// Compares two values and tells what differs, at the finest fields.
  private static func compare(
    _ old: Value?, _ new: Value?, _ stands: Value?, _ path: String, _ changes: inout [FieldChange]
  ) {
    guard old != new else { return }
    switch (old, new, stands) {
    case (.object(let left), .object(let right), .object(_)?):
      var keys = left.map(\.key)
      for member in right where !keys.contains(where: { $0.utf8.elementsEqual(member.key.utf8) }) {
        keys.append(member.key)
      }
      for key in keys { compare(old?[key], new?[key], stands?[key], "\(path).\(key)", &changes) }
    case (.array(let left), .array(let right), .array(let there)?)
    where left.count == right.count && left.count == there.count:
      for index in left.indices { compare(left[index], right[index], there[index], "\(path).\(index)", &changes) }
    default:
      guard stands != new else { return }
      changes.append(FieldChange(field: path, old: stands, new: new))
    }
  }
}
