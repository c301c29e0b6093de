public import Leaf

extension Document {
  /// The leaf as it stands after a correction: each field of the changes replaced, added or removed.
  ///
  /// The target is never changed; the result is what views read in its place, with the id and the recorded time of the
  /// original.
  /// - Throws: ``DraftError`` when an old value is not what stands there, when a field may not be corrected, or when
  ///   the result would not be a good leaf.
  public func applying(_ changes: [Change]) throws(DraftError) -> Document {
    var value = root.value
    var findings: [Finding] = []
    for (index, change) in changes.enumerated() {
      if let finding = Correcting.apply(change, at: index, to: &value) { findings.append(finding) }
    }
    guard findings.isEmpty else { throw DraftError(findings) }
    let corrected: Document
    do throws(LeafError) {
      corrected = try Document(value.encode(), as: .canonical)
    } catch {
      throw DraftError([Finding(path: "", problem: .doesNotFit, reason: error.message)])
    }
    try Checker.accept(corrected, as: .leaf)
    return corrected
  }

  /// The leaf as views read it after a correction that stands while others, on which it was built, may not.
  ///
  /// A correction says what shall stand in a field; so its new value is put there whatever stands there now. A change
  /// whose place is gone, or that names a field which may not be corrected, is left out.
  public func corrected(by changes: [Change]) -> Document {
    var value = root.value
    for (index, change) in changes.enumerated() {
      _ = Correcting.apply(change, at: index, to: &value, comparing: false)
    }
    return (try? Document(value.encode(), as: .trusted)) ?? self
  }
}

/// Changing one field of a tree of values by its path.
enum Correcting {
  /// Fields that identify the event or were assigned by the ledger.
  private static let fixed: Set<String> = ["v", "kind", "id", "at", "by", "_sd"]

  /// Applies one change; what is wrong with it, when something is.
  ///
  /// - Parameter comparing: whether the old value must be what stands there.
  static func apply(_ change: Change, at index: Int, to value: inout Value, comparing: Bool = true) -> Finding? {
    let steps = change.field.split(separator: ".").map(String.init)
    guard let first = steps.first, !fixed.contains(first) else {
      return Finding(
        path: "payload.changes.\(index).field", problem: .doesNotFit, value: change.field,
        reason: "this field cannot be corrected", allowed: "retract the event and record it anew")
    }
    let found = read(value, steps[...])
    let old = change.old?.value
    guard !comparing || found?.encode() == old?.encode() else {
      let stands = found.map { String(decoding: $0.encode(), as: UTF8.self) } ?? "nothing"
      return Finding(
        path: "payload.changes.\(index).old", problem: .doesNotFit,
        value: old.map { String(decoding: $0.encode(), as: UTF8.self) } ?? "nothing",
        reason: "something else stands in \(change.field)", allowed: stands)
    }
    guard write(change.new?.value, into: &value, steps[...]) else {
      return Finding(
        path: "payload.changes.\(index).field", problem: .doesNotFit, value: change.field,
        reason: "there is no such place in the target", allowed: "a field inside an object or list that is there")
    }
    return nil
  }

  private static func read(_ value: Value, _ steps: ArraySlice<String>) -> Value? {
    guard let step = steps.first else { return value }
    switch value {
    case .object: return value[step].flatMap { read($0, steps.dropFirst()) }
    case .array(let items):
      guard let index = Int(step), items.indices.contains(index) else { return nil }
      return read(items[index], steps.dropFirst())
    default: return nil
    }
  }

  /// Puts a value in its place, or takes it out; a missing object on the way is made, and the end of a list is a place.
  private static func write(_ new: Value?, into value: inout Value, _ steps: ArraySlice<String>) -> Bool {
    guard let step = steps.first else { return false }
    let rest = steps.dropFirst()
    switch value {
    case .object:
      if rest.isEmpty {
        value[step] = new
        return true
      }
      guard var inner = value[step] else {
        guard Int(rest.first ?? "") == nil, new != nil else { return false }
        var made = Value.object([])
        guard write(new, into: &made, rest) else { return false }
        value[step] = made
        return true
      }
      guard write(new, into: &inner, rest) else { return false }
      value[step] = inner
      return true
    case .array(var items):
      guard let index = Int(step), (0...items.count).contains(index) else { return false }
      if rest.isEmpty {
        switch (new, index < items.count) {
        case (let new?, true): items[index] = new
        case (let new?, false): items.append(new)
        case (nil, true): items.remove(at: index)
        case (nil, false): return false
        }
      } else {
        guard index < items.count, write(new, into: &items[index], rest) else { return false }
      }
      value = .array(items)
      return true
    default: return false
    }
  }
}
