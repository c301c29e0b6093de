import Vocabulary

/// Who holds what on the last day, what changed since the first, and what is said of it.
enum ControlPart: BriefPart {
  static let heading = "Control"

  static func sentences(_ scope: BriefScope) -> [Brief.Sentence] {
    let before = scope.answer(Control.self, at: scope.from.advanced(by: -1))
    let now = scope.answer(Control.self)
    let known = now.rows.filter { scope.isInside($0.key) && now.cell("status", of: $0) != .text("unknown") }
    let pictures = known.prefix(scope.limit).map { row in
      picture(row, now, before: before.rows.first { Verbatim($0.key) == Verbatim(row.key) }, scope)
    }
    let claims = scope.statements.of(.claimControl)
    return pictures + scope.rest(known.count, "places") + claims.prefix(scope.limit).map(\.sentence)
      + scope.rest(claims.count, "claims about control")
  }

  private static func picture(_ row: Row, _ now: Answer, before: Row?, _ scope: BriefScope) -> Brief.Sentence {
    func cell(_ column: String) -> String? {
      let text = now.cell(column, of: row).description
      return text.isEmpty ? nil : text
    }
    func names(_ column: String) -> String? {
      guard case .list(let keys) = now.cell(column, of: row), !keys.isEmpty else { return nil }
      return Prose.list(keys.map { scope.facts.actorName($0, on: now.at) })
    }
    let status = cell("status") ?? "unknown"
    let holder = cell("controller_name")
    let name = (cell("name") ?? row.key) + (cell("extent").flatMap { $0 == "whole" ? nil : " (\($0))" } ?? "")
    var text = "On \(now.at) "
    switch status {
    case "controlled": text += "\(name) is controlled by \(holder ?? "an actor not named")"
    case "contested": text += "\(name) is contested" + (holder.map { "; held by \($0)" } ?? "")
    case "claimed": text += "\(name) is claimed on weak or interested evidence"
    case "influence": text += "nobody is known to hold \(name)"
    case "none": text += "nobody holds \(name): the last to hold it left, and nobody came"
    default: text += "\(name) is \(status)"
    }
    if let rivals = names("rivals") { text += "; contested by \(rivals)" }
    if let claimants = names("claimants") { text += "; said to hold it: \(claimants)" }
    if let influence = names("influence") { text += "; present: \(influence)" }
    let confidence = [
      cell("confidence").map { "confidence \($0)" }, cell("freshness"),
      cell("last_evidence").map { "last evidence \($0)" },
    ]
    let was = before.map { now.cell("status", of: $0).description } ?? "unknown"
    let held = before.map { now.cell("controller_name", of: $0).description } ?? ""
    let change =
      was == status && held == (holder ?? "")
      ? "" : " Before \(scope.from): \(was)\(held.isEmpty ? "" : " (\(held))")."
    return Brief.Sentence(
      text + "." + change, strength: scope.strength(row, with: confidence.compactMap(\.self)), row.events + row.disputes
    )
  }
}

extension BriefScope {
  /// What a row of a view rests on, in words.
  func strength(_ row: Row, with more: [String] = []) -> String {
    let roots = row.roots == 1 ? "one root only" : "\(row.roots) independent roots"
    return
      (more
      + [row.events.isEmpty ? "no evidence" : roots, row.grade.map { "grade \($0.description)" }].compactMap(\.self)
      + (row.disputes.isEmpty ? [] : ["disputed"])).joined(separator: "; ")
  }
}
