extension Kind {
  /// A draft to fill in, as JSON: every field, or only those that must be there.
  public func template(full: Bool = false) -> String { Example(.draft, full: full).event(self).pretty }

  /// The same on one line, as a file of drafts has it.
  public func templateLine(full: Bool = false) -> String { Example(.draft, full: full).event(self).line }

  /// The fields of the payload for people: name, whether it must be there, meaning, what is allowed.
  public var help: String { ([doc, ""] + Self.lines(shape, indent: "")).joined(separator: "\n") + "\n" }

  private static func lines(_ shape: Shape, indent: String) -> [String] {
    shape.fields.filter { $0.stands(in: .draft) }.flatMap { field -> [String] in
      let mark = field.isMandatory(in: .draft) ? "*" : " "
      let name = indent + field.key
      let padding = String(repeating: " ", count: max(1, 24 - name.utf8.count))
      let line =
        "\(mark) \(name)\(padding)\(field.doc) \(Allowed.words(field.type, in: .draft).map { "[\($0)]" } ?? "")"
      return [String(line.reversed().drop { $0 == " " }.reversed())] + inner(field.type, indent: indent + "  ")
    }
  }

  private static func inner(_ type: FieldType, indent: String) -> [String] {
    switch type {
    case .object(let shape): lines(shape, indent: indent)
    case .list(let item, _): inner(item, indent: indent)
    default: []
    }
  }
}
