import Foundation
import TestSupport
import Vocabulary

@testable import Views

/// The shared control vectors, turned into real events: sources, reports, places, claims, attacks, withdrawals, retractions.
struct ControlVectors {
  /// One scenario with its questions.
  struct Scenario: Sendable, CustomStringConvertible {
    let name: String
    /// The events as recorded, in the order of their publication.
    let log: CaseLog
    /// The name that the vectors give an event, by its position.
    let names: [UInt64: String]
    /// How many events of the case were recorded by each publication day, the registers included.
    let sizes: [String: UInt64]
    let queries: [JSON]
    var description: String { name }

    /// How many events the ledger held at the end of a day, had it recorded everything on the day of its publication.
    func known(by day: String) -> UInt64 {
      sizes.filter { $0.key <= day }.map(\.value).max() ?? names.keys.min() ?? 0
    }
  }

  /// Reads the scenarios in the order of their names.
  static func scenarios() throws -> [Scenario] {
    let data = Data(try SharedData.bytes("data/control-vectors/control-vectors.json"))
    guard case .object(let all) = JSON(try JSONSerialization.jsonObject(with: data)) else { return [] }
    return all.map { name, scenario in build(name, scenario["events"].items, scenario["queries"].items) }
  }

  private static func build(_ name: String, _ events: [JSON], _ queries: [JSON]) -> Scenario {
    var log = CaseLog()
    for (key, level, parent) in [
      ("MLI", "country", nil), ("GAO", "region", "MLI"), ("ANS", "cercle", "GAO"), ("MEN", "cercle", "MLI"),
      ("ADM", "region", nil), ("VIL", "town", "ADM"),
    ] as [(String, String, String?)] { log.place(key, level, in: parent) }
    var roots: [String: UInt64] = [:]
    for event in events {
      let root = event["root"].text
      guard event["root"].isPresent, roots[root] == nil else { continue }
      let interest = event["interested"].isPresent ? [event["actor"].text] : []
      log.source(key(root), interest: interest)
      roots[root] = log.report(key(root))
    }
    log.source("outlet", class: "outlet")
    var names: [UInt64: String] = [:]
    var positions: [String: UInt64] = [:]
    var sizes: [String: UInt64] = [:]
    let ordered = events.enumerated().sorted {
      ($0.element["rec"].text, $0.offset) < ($1.element["rec"].text, $1.offset)
    }
    for (_, event) in ordered {
      let parents = [roots[event["root"].text]].compactMap(\.self)
      let relay = log.report("outlet", published: event["rec"].text, from: parents)
      let position = add(event, relay, positions, to: &log)
      names[position] = event["id"].text
      positions[event["id"].text] = position
      sizes[event["rec"].text] = log.size
    }
    return Scenario(name: name, log: log, names: names, sizes: sizes, queries: queries)
  }

  private static func add(
    _ event: JSON, _ report: UInt64, _ positions: [String: UInt64], to log: inout CaseLog
  ) -> UInt64 {
    let said = CaseLog.said(in: report)
    let area: JSON = ["id": .text(event["area"].text)]
    let actor = event["actor"]
    let occurred: JSON = ["edtf": .text(event["eff"].text)]
    let grade = event["rel"].text + String(event["cred"].number ?? 6)
    let extent = event["extent"].isPresent ? event["extent"] : nil
    let perpetrator: JSON = [["actor": actor, "role": "perpetrator"]]
    switch event["kind"].text {
    case "control", "takeover":
      let content: JSON = event["kind"].text == "control" ? "hold" : "gain"
      return log.add(
        "claim.control", .some(("content", content), ("actor", actor), ("extent", extent)), occurred: occurred,
        place: area, said: said, grade: grade)
    case "vac":
      return log.add(
        "attack", ["mode": "attack-on-civilians", "form": "pattern", "target": "civilians"], occurred: occurred,
        place: area, parties: perpetrator, said: said, grade: grade)
    case "fight":
      return log.add(
        "attack", ["mode": .text(event["mode"].text), "form": "single"], occurred: occurred, place: area,
        parties: perpetrator, said: said, grade: grade)
    case "withdraw":
      return log.add(
        "withdrawal", ["phase": "completed", "provider": actor], occurred: occurred, place: area, said: said,
        grade: grade)
    default:
      return log.add(
        "retract", ["reason": "as the vectors say"], said: said,
        refs: [CaseLog.ref("retracts", positions[event["target"].text] ?? 0)])
    }
  }

  /// A source key for the name of a root.
  private static func key(_ root: String) -> String { root.replacing("/", with: ".") }
}
