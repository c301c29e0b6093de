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
      output.line(kind.templateLine(full: options.full))
      return nil
    }
    var draft = FlagDraft(kind)
    for (flag, value) in fields { try draft.set(flag, value) }
    let ledger = try options.writing.open()
    let appending = Appending(ledger, expecting: options.expect)
    let entry = Entry(draft, appending)
    if options.edit { return try append(try entry.edit(full: options.full), appending, &output) }
    if kind == .correct { try OldValues(ledger).fill(&draft) }
    do {
      return try append(draft.bytes, appending, &output)
    } catch let refused as Appending.Refused {
      guard options.format == .table, Entry.canAsk(after: refused) else { throw Self.complaint(refused, draft) }
      return try append(try entry.ask(), appending, &output)
    }
  }

  /// Appends, or shows what would be.
  private func append(_ bytes: [UInt8], _ appending: Appending, _ output: inout Output) throws -> Appended? {
    if options.dryRun {
      var leaf: [UInt8] = []
      let appended = try appending.rehearse(DraftList([bytes])) { leaf = $1 }
      Receipt(appended, isRehearsal: true, leaf: leaf, in: appending.ledger).print(options.format, &output)
      return nil
    }
    let appended = try appending.append(DraftList([bytes]), .few)
    let leaf = try appending.ledger.leaf(at: appended.receipt.position(ofDraft: 0))
    Receipt(appended, leaf: leaf, in: appending.ledger).print(options.format, &output)
    return appended
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
