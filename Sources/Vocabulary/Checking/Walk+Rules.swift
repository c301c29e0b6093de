internal import Leaf

extension Walk {
  /// Checks the rules that compare values of one object.
  mutating func compare(_ element: Element, _ comparisons: Program.Comparisons, _ index: Int32) {
    if comparisons.contains(.orderedFigures), !isImported { compareFigures(element) }
    if comparisons.contains(.sameLength) { compareLengths(element) }
    if comparisons.contains(.reportAfterBeginning) { compareReport(element) }
    if comparisons.contains(.sorted) { compareDigests(element) }
    if comparisons.contains(.eventOrPosition) { compareNames(element) }
    if comparisons.contains(.conditional) { checkConditions(element, index) }
  }

  /// Checks the open objects whose shape a word beside them decides.
  private mutating func checkConditions(_ element: Element, _ index: Int32) {
    for condition in program.conditions where condition.object == index {
      guard let word = element.text(condition.key), word.utf8.elementsEqual(condition.word.utf8),
        let inner = element.child(condition.within), inner.isObject
      else { continue }
      object(inner.position, condition.shape)
    }
  }

  private mutating func compareFigures(_ element: Element) {
    let least = element.number("min")
    let best = element.number("best")
    let greatest = element.number("max")
    let ordered = (least ?? best ?? greatest ?? 0) <= (best ?? greatest ?? least ?? 0)
    guard ordered, (best ?? least ?? greatest ?? 0) <= (greatest ?? best ?? least ?? 0) else {
      let figures = [("min", least), ("best", best), ("max", greatest)]
      let written = figures.compactMap { key, value in value.map { "\(key) \($0)" } }.joined(separator: ", ")
      return add(.figuresOutOfOrder, at: element.position, value: written, allowed: "min ≤ best ≤ max")
    }
  }

  private mutating func compareLengths(_ element: Element) {
    guard let header = element.child("header"), let cells = element.child("cells") else { return }
    if header.count != cells.count {
      add(
        .unequalLength, at: element.position, value: "\(header.count) names, \(cells.count) cells",
        allowed: "as many cells as names in the header")
    }
  }

  private mutating func compareReport(_ element: Element) {
    guard let report = element.day("not_after"), let date = element.text("edtf").flatMap({ try? EDTF($0) }),
      let earliest = Period(date, edtf: "").earliest, report < earliest
    else { return }
    add(
      .reportedBeforeItBegan, at: element.position, value: report.description, field: "not_after",
      allowed: "a day not before \(earliest)")
  }

  private mutating func compareDigests(_ element: Element) {
    guard let digests = element.child("_sd"), digests.kind == .array else { return }
    let texts = digests.elements.compactMap(\.string)
    for (left, right) in zip(texts, texts.dropFirst()) where !left.utf8.lexicographicallyPrecedes(right.utf8) {
      return add(.notSorted, at: element.position, value: right, field: "_sd")
    }
  }

  private mutating func compareNames(_ element: Element) {
    let isNamed = element.child("event") != nil
    let isPlaced = element.child("leaf") != nil && element.child("seq") != nil
    let isPartlyPlaced = element.child("leaf") != nil || element.child("seq") != nil
    guard isNamed ? !isPartlyPlaced : isPlaced else {
      return add(
        .eventNotNamedOnce, at: element.position, field: "event",
        allowed: "event (\(TextForm.eventName.allowed)), or leaf and seq")
    }
  }

  /// Checks that the references are as many as the kind wants, and none belongs to another kind.
  mutating func checkTargets(_ kind: Int) {
    let targets = program.targets[kind]
    let foreign = relations & targets.foreign
    let missing = targets.required & ~relations
    let repeated = repeated & targets.single
    guard foreign | missing | repeated != 0 else { return }
    for (bit, word) in Relation.list.list.words.enumerated() {
      let mask: UInt32 = 1 << UInt32(bit)
      if foreign & mask != 0, let owner = Relation(rawValue: word).flatMap({ Envelope.owners[$0] }) {
        add(.foreignRelation, at: 0, value: word, field: "refs", allowed: "\(word) stands only in \(owner.rawValue)")
      }
      if (missing | repeated) & mask != 0 {
        let many = targets.single & mask != 0 ? "exactly one" : "at least one"
        add(
          .wrongTargets, at: 0, value: missing & mask != 0 ? "none" : "several", field: "refs",
          allowed: "\(many) reference with the relation \(word)")
      }
    }
  }
}
