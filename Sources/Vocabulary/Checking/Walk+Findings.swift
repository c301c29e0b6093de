internal import Leaf

extension Walk {
  /// Adds a finding about the value at a place.
  mutating func refuse(_ place: Int, _ problem: Finding.Problem, _ rule: Int32) {
    refuse(place, problem, program.types[Int(rule)])
  }

  /// Adds a finding about the value at a place, with what its type allows and the nearest right word.
  mutating func refuse(_ place: Int, _ problem: Finding.Problem, _ type: FieldType) {
    let value = shown(place)
    var nearest: String?
    switch type {
    case .code(let list), .nameOrCode(_, let list): nearest = Nearest.word(to: value, among: list.list.words)
    case .constant(let word): nearest = word
    default: break
    }
    findings.append(
      Finding(
        path: path(place), problem: problem, value: value,
        allowed: Allowed.words(type, in: program.form) ?? "",
        nearest: nearest))
  }

  /// Adds a finding about a key that the object does not have.
  mutating func refuseField(_ place: Int, _ index: Int32) {
    let shape = program.shapes[Int(index)]
    let key = places.withBytes(place) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
    let standing = shape.fields.filter { $0.stands(in: program.form) }.map(\.key)
    let known = shape.fields.first { $0.key.utf8.elementsEqual(key.utf8) }
    let isAssigned = known?.presence == .leafOnly
    findings.append(
      Finding(
        path: path(place + 1), problem: isAssigned ? .assigned : .unknownField, value: shown(place + 1),
        allowed: isAssigned ? "leave it out" : Allowed.list(standing),
        nearest: isAssigned ? nil : Nearest.word(to: key, among: standing)))
  }

  /// Adds a finding for each mandatory field that the object at a place does not have.
  mutating func refuseMissing(_ place: Int, _ index: Int32, _ missing: UInt64) {
    let object = program.objects[Int(index)]
    for position in 0..<Int(object.count) where missing & (1 << UInt64(position)) != 0 {
      let field = program.fields[Int(object.first) + position]
      add(.missing, at: place, field: field.key, allowed: Allowed.words(field.type, in: program.form) ?? "any value")
    }
  }

  /// Adds a finding for several fields of which none is there.
  mutating func refuseMissing(_ place: Int, _ index: Int32, anyOf wanted: UInt64) {
    let object = program.objects[Int(index)]
    let keys = (0..<Int(object.count)).filter { wanted & (1 << UInt64($0)) != 0 }
      .map { program.fields[Int(object.first) + $0].key }
    add(
      .missing, at: place, reason: "none of these fields is there",
      allowed: "at least one of \(Allowed.list(keys))")
  }

  /// Adds a finding about the object at a place, or about one of its fields.
  mutating func add(
    _ problem: Finding.Problem, at place: Int, value: String = "", field: String? = nil, reason: String = "",
    allowed: String = ""
  ) {
    let parent = path(place)
    findings.append(
      Finding(
        path: field.map { parent.isEmpty ? $0 : "\(parent).\($0)" } ?? parent, problem: problem, value: value,
        reason: reason, allowed: allowed))
  }

  private func path(_ place: Int) -> String { document.element(at: place).path }

  /// A value as a person wrote it, cut to 60 signs.
  private func shown(_ place: Int) -> String {
    let element = document.element(at: place)
    let text =
      element.string.map { $0.isEmpty ? "\"\"" : $0 } ?? String(decoding: element.value.encode(), as: UTF8.self)
    return text.count <= 60 ? text : text.prefix(59) + "…"
  }
}
