import Leaf
import Ledger
import Vocabulary

/// An entry by a person: asked for at the terminal, or written in an editor, or both in turn.
struct Entry {
  private let appending: Appending
  /// What the flags gave.
  private let given: FlagDraft

  init(_ given: FlagDraft, _ appending: Appending) { (self.given, self.appending) = (given, appending) }

  /// Whether a draft that was refused can be completed by asking: somebody is there, and something is missing.
  static func canAsk(after refused: Appending.Refused) -> Bool {
    guard Keyboard.isThere, case .refused(_, .findings(let findings)) = refused.error else { return false }
    return findings.contains { $0.problem == .missing || $0.problem == .wrongTargets }
  }

  /// Asks for what is missing, until the draft shall be appended.
  ///
  /// - Throws: a complaint when the person gave up.
  func ask() throws -> [UInt8] {
    try leaving { try follow(try Keyboard.listen { try dialogue(given, $0) { try $0.run() } }) }
  }

  /// Opens the editor with the draft, or with a template where the flags gave nothing.
  func edit(full: Bool) throws -> [UInt8] {
    let isUntouched = given.value == FlagDraft(given.kind).value
    let template = given.kind.template(full: full)
    let whole = try Document(Array(template.utf8), as: .draft).root.value.overlaid(with: given.value)
    return try leaving { try edit(isUntouched ? template : whole.pretty, isUntouched: isUntouched) }
  }

  private func edit(_ text: String, isUntouched: Bool) throws -> [UInt8] {
    let value = try DraftEditor(try Probe(given.kind, appending)).edit(text, isUntouched: isUntouched)
    guard Keyboard.isThere else { return value.encode() }
    let kind = value["kind"].flatMap { if case .string(let word) = $0 { Kind(rawValue: word) } else { nil } }
    let draft = FlagDraft(kind ?? given.kind, value)
    return try follow(try Keyboard.listen { try dialogue(draft, $0) { try $0.confirm() } })
  }

  private func follow(_ outcome: Dialogue.Outcome) throws -> [UInt8] {
    switch outcome {
    case .append(let bytes): bytes
    case .edit(let value): try edit(value.pretty, isUntouched: false)
    }
  }

  private func dialogue(
    _ draft: FlagDraft, _ keyboard: Keyboard, _ body: (inout Dialogue) throws -> Dialogue.Outcome
  ) throws -> Dialogue.Outcome {
    var dialogue = try Dialogue(draft, appending, at: keyboard)
    return try body(&dialogue)
  }

  private func leaving(_ body: () throws -> [UInt8]) throws -> [UInt8] {
    do { return try body() } catch let left as Left { throw left.complaint }
  }
}
