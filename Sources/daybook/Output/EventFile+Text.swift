import Leaf
import Ledger
import TransparencyLog
import ViewStore
import Vocabulary

extension EventFile {
  /// The event for a person.
  func write(to output: inout Output) throws {
    let event = row.event
    output.line("Event #\(row.position)  \(event.kindText)")
    output.line("  " + TextWidth.safe(row.summary))
    output.line()
    try what(event).write(to: &output)
    if row.withheld != nil {
      for line in TextWidth.wrapped("Withheld: " + WithheldEvent.sentence + ".", to: output.width ?? .max) {
        output.line(line)
      }
    }
    let said = try who(event)
    if !said.isEmpty {
      output.line("Said by")
      said.write(to: &output)
    }
    output.line()
    var sheet = try around(event)
    identity(event, into: &sheet)
    sheet.write(to: &output)
  }

  /// The fields of the event, by their paths.
  private func what(_ event: Event) throws -> Sheet {
    var sheet = Sheet(indent: 2)
    if let withheld = row.withheld {
      sheet.add("occurred", withheld.when)
      sheet.add("region", withheld.region.map { "\($0)  \(withheld.regionName ?? "")" })
      return sheet
    }
    let root = event.document.root
    for key in ["occurred", "place", "parties", "payload", "grade", "handling", "note"] {
      guard let element = root.member(key) else { continue }
      Self.flatten(element, key == "payload" ? "" : key, into: &sheet)
    }
    return sheet
  }

  private static func flatten(_ element: Element, _ path: String, into sheet: inout Sheet) {
    switch element.kind {
    case .object:
      let parts = element.members.map { (member: Element.Member) in (member.key, member.value) }
      if path.contains(".") || path.isEmpty == false, parts.allSatisfy({ $0.1.kind != .object && $0.1.kind != .array })
      {
        sheet.add(path, parts.map { "\($0.0) \(plain($0.1))" }.joined(separator: ", "))
      } else {
        for (key, value) in parts { flatten(value, path.isEmpty ? key : "\(path).\(key)", into: &sheet) }
      }
    case .array:
      for (index, item) in element.elements.enumerated() { flatten(item, "\(path).\(index)", into: &sheet) }
    default: sheet.add(path, plain(element))
    }
  }

  private static func plain(_ element: Element) -> String {
    element.string ?? String(decoding: element.value.encode(), as: UTF8.self)
  }

  private func who(_ event: Event) throws -> Sheet {
    var sheet = Sheet(indent: 2)
    guard let said = event.attribution else { return sheet }
    for link in said.chain {
      let unnamed = row.withheld == nil ? link.anonymous ?? link.name : nil
      let source = link.source ?? unnamed ?? "somebody"
      let report = link.report.map { " in #\($0.seq)" } ?? ""
      sheet.add(link.role?.rawValue ?? "says", "\(source)\(report)")
    }
    if let report = said.report { sheet.add("report", try told(report.seq)) }
    if row.withheld == nil {
      if let locator = said.locator { sheet.add("where", "\(locator.type?.rawValue ?? "") \(locator.value)") }
      sheet.add("quote", said.quote.map { "“\($0)”" })
      sheet.add("holder", said.holder)
    }
    let how = [said.strength?.rawValue, said.derivation?.rawValue, said.fidelity?.rawValue].compactMap(\.self)
    sheet.add("how", how.joined(separator: ", "))
    return sheet
  }

  private func around(_ event: Event) throws -> Sheet {
    var sheet = Sheet()
    switch standing {
    case .asRecorded: sheet.add("Stands", "as recorded")
    case .corrected(let by):
      sheet.add("Stands", "corrected by \(try told(by))")
      for change in try changes(of: by) { sheet.add("", change) }
    case .retracted(let by): sheet.add("Retracted", "by \(try told(by))")
    case nil: sheet.add("Stands", "unknown at the time asked for: not recorded or not public then")
    }
    sheet.add("Disputed", try disputes.map(told))
    sheet.add(
      "Refers to",
      try event.refs.compactMap { ref in
        try ref.target.map { "\(ref.relation?.rawValue ?? "") \(try told($0.seq))" }
      })
    sheet.add("Said of it", others.map { "\($0.what), says #\($0.position)" })
    sheet.add(
      "Protected",
      hidden.map { value in
        let shown = value.disclosure.map { "\($0.name) \(String(decoding: $0.value.encode(), as: UTF8.self))" }
        let why = value.redactedBy.map { "redacted by event #\($0)" } ?? "not given to you"
        return "\(shown ?? "WITHHELD, \(why)")  \(value.digest)"
      })
    return sheet
  }

  private func changes(of correction: UInt64) throws -> [String] {
    let event = try EventRow(correction, try ledger.leaf(at: correction)).event
    if row.withheld != nil { return [] }
    guard case .correct(let payload) = event.payload else { return [] }
    return payload.changes.map { change in
      "\(change.field): \(change.old.map(Self.plain) ?? "nothing") → \(change.new.map(Self.plain) ?? "nothing")"
    }
  }

  private func identity(_ event: Event, into sheet: inout Sheet) {
    sheet.add("Recorded", "\(event.at) by \(event.by)")
    sheet.add("Id", event.id?.description)
    sheet.add("Leaf", row.leafHash.hex)
    let signed = proof.signedSize.map { "signed with the checkpoint of \($0) events: daybook prove '#\(row.position)'" }
    sheet.add("Proof", signed ?? "in the tree of \(proof.size) events, not signed yet: daybook checkpoint")
  }
}
