import Leaf
import Ledger
import Vocabulary

/// Says what the ledger would have against a draft, by rehearsing the append: questions and rules cannot part.
struct Probe {
  let kind: Kind
  let appending: Appending
  private let template: Value

  init(_ kind: Kind, _ appending: Appending) throws {
    (self.kind, self.appending) = (kind, appending)
    template = try Document(Array(kind.template().utf8), as: .draft).root.value
  }

  /// The leaf that would be appended.
  ///
  /// - Throws: `Appending.Refused`, as an append would.
  func leaf(of draft: Value) throws -> [UInt8] {
    var leaf: [UInt8] = []
    _ = try appending.rehearse(DraftList([try filled(draft).encode()])) { leaf = $1 }
    return leaf
  }

  /// What is wrong with the answers to one question, warnings among it, whatever else is still missing.
  ///
  /// What is missing is taken from the template of the kind, since a draft is only looked at whole.
  func findings(_ question: FieldQuestion, in draft: Value) throws -> [Finding] {
    var whole = template.overlaid(with: draft)
    if question.path != ["id"] { whole["id"] = nil }
    if case .array(let given)? = draft["refs"], case .array(let wanted)? = template["refs"] {
      let others = wanted.filter { edge in !given.contains { $0["rel"] == edge["rel"] } }
      whole["refs"] = .array(given + others)
    }
    whole = try filled(whole)
    var found = Checker.check(try Document(whole.encode(), as: .draft), as: .draft).filter(\.isWarning)
    do {
      _ = try appending.rehearse(DraftList([whole.encode()])) { _, _ in }
    } catch let refused as Appending.Refused {
      switch refused.error {
      case .refused(_, .findings(let findings)): found += findings.filter { !$0.isWarning }
      case .refused: break
      default: throw refused
      }
    }
    return found.filter { question.isMeant(at: $0.path, in: whole) }
  }

  /// A draft with what a correction need not be told.
  func filled(_ draft: Value) throws -> Value {
    guard kind == .correct else { return draft }
    var filled = FlagDraft(kind, draft)
    try OldValues(appending.ledger).fill(&filled)
    return filled.value
  }
}
