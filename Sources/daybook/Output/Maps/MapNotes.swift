import TransparencyLog
import Views

/// What stands below a map: what it has no place for, and where its areas come from.
struct MapNotes {
  let lines: [String]

  init(_ atlas: Atlas, _ unplaced: [MapLayers.Entry], width: Double = MapPaper.width - 2 * MapPaper.margin) {
    var texts: [String] = []
    let silent = unplaced.filter { $0.holding.status != "unknown" }.map { entry in
      "\(atlas.entry(entry.row.key)?.name ?? entry.row.key) (\(entry.row.key)): \(entry.holding.text)"
    }
    if !silent.isEmpty { texts.append("Without a place on this map: " + silent.joined(separator: "; ") + ".") }
    for file in atlas.adopted {
      texts.append(
        "Boundaries: \(file.title) (\(file.key), version \(file.version)), adopted by #\(file.event) as evidence "
          + "\(file.digest.hex.prefix(16))…, \(file.places) places by \(file.property)."
          + (file.licence.map { " \($0)." } ?? ""))
    }
    if let cells = atlas.cells {
      texts.append(
        "Areas are Thiessen cells of \(cells.count) places (\(cells.level)), not borders: each spot belongs to the "
          + "nearest place of the gazetteer.")
    }
    for file in atlas.unused {
      texts.append("Boundaries of \(file.key) (#\(file.event)) were not used: \(file.reason).")
    }
    lines = texts.flatMap { SVG.lines(of: $0, size: 10, within: width) }
  }
}
