/// Telling an event in one line: parts in a fixed order, commas between, what is unknown left out.
enum Telling {
  /// The parts that are there, the first followed by the rest.
  static func line(_ parts: String?...) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// Words in brackets; nothing when there are none.
  static func bracket(_ words: String?...) -> String? {
    let given = words.compactMap(\.self)
    return given.isEmpty ? nil : "(\(given.joined(separator: ", ")))"
  }

  /// Words separated by commas; nothing when there are none.
  static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// The words, each once, in the order in which they first come.
  static func each(_ words: [String]) -> [String] {
    words.enumerated().filter { !words[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// A code word as the first word of a sentence.
  static func capital(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// A digest cut to eight digits.
  static func short(_ digest: String) -> String { digest.prefix(8) + "…" }

  /// Where it was, by the name as written, else the id.
  static func `where`(_ event: Event) -> String? {
    guard let place = event.place, let name = place.name ?? place.id else { return nil }
    guard let extent = place.extent, extent != .whole else { return name }
    return "\(name) (\(extent.rawValue))"
  }

  /// When it was, as EDTF.
  static func when(_ event: Event) -> String? { event.occurred?.edtf }

  /// The parties with a role.
  static func parties(_ event: Event, _ role: String, _ preposition: String) -> String? {
    let names = event.parties.filter { $0.role == role }.compactMap { $0.name ?? $0.actor }
    return names.isEmpty ? nil : "\(preposition) \(list(names))"
  }

  /// The figures: `3 killed`, `2–9 injured`.
  static func figures(_ counts: [Count]) -> String? {
    counts.isEmpty ? nil : list(counts.map(\.description))
  }

  /// The positions of the targets with a relation.
  static func target(_ event: Event, _ relation: Relation) -> String {
    list(event.targets(relation).map { "#\($0.seq)" })
  }
}
