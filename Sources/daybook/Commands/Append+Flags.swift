import Leaf
import Ledger
import TransparencyLog
import Vocabulary

/// Appends one event that is written as flags.
struct AppendFlags {
  private let kind: Kind
  private let fields: [(flag: String, value: String)]
  private let options: AppendOptions

  init(_ kind: Kind, _ fields: [(flag: String, value: String)], _ options: AppendOptions) {
    self.kind = kind
    self.fields = fields
    self.options = options
  }

  /// Appends, and prints the receipt.
  ///
  /// - Returns: what was appended; `nil` when nothing was to be.
  @discardableResult
  func run(_ output: inout Output) throws -> Appended? {
    if options.template {
      output.write(kind.template(full: options.full))
      return nil
    }
    var draft = FlagDraft(kind)
    for (flag, value) in fields { try draft.set(flag, value) }
    let ledger = try options.writing.open()
    if kind == .correct { try OldValues(ledger).fill(&draft) }
    let appending = Appending(ledger, expecting: options.expect)
    do {
      if options.dryRun {
        var leaf: [UInt8] = []
        let appended = try appending.rehearse(DraftList([draft.bytes])) { leaf = $1 }
        Receipt(appended, isRehearsal: true, leaf: leaf, in: ledger).print(options.format, &output)
        return nil
      }
      let appended = try appending.append(DraftList([draft.bytes]), .few)
      let leaf = try ledger.leaf(at: appended.receipt.position(ofDraft: 0))
      Receipt(appended, leaf: leaf, in: ledger).print(options.format, &output)
      return appended
    } catch let refused as Appending.Refused {
      throw Self.complaint(refused, draft)
    }
  }

  /// The complaint, with the flags instead of the fields they filled.
  private static func complaint(_ refused: Appending.Refused, _ draft: FlagDraft) -> Complaint {
    guard case .refused(_, .findings(let findings)) = refused.error else { return refused.complaint }
    let lines = findings.map { finding in
      let name = draft.flag(at: finding.path).map { "--\($0)" } ?? finding.path
      let place = name.dropFirst(2) == finding.path ? name : "\(name) (\(finding.path))"
      return finding.message(at: draft.flag(at: finding.path) == nil ? finding.path : place)
    }
    let hint = "See: daybook append \(draft.kind.rawValue) --help"
    return Complaint(refused.complaint.status, (lines + [refused.tail, hint]).joined(separator: "\n"))
  }
}
