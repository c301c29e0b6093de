import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// The note under a sentence: one event, who said so, where it stands, where it comes from in the end, and its proof.
struct BriefNote {
  let exhibit: Exhibit

  init(_ exhibit: Exhibit) { self.exhibit = exhibit }

  /// The parts, in a fixed order.
  var parts: [String] {
    var parts = ["#\(exhibit.position) \(exhibit.kind)"]
    if let testimony = exhibit.testimony { parts += told(testimony) }
    if let reason = exhibit.reason { parts.append("reason: \(reason)") }
    if exhibit.standing == .corrected || exhibit.standing == .retracted {
      parts.append("\(exhibit.standing.rawValue) by " + exhibit.endedBy.map { "#\($0)" }.joined(separator: ", "))
    }
    parts.append("leaf \(Hex.text(exhibit.leafHash))")
    return parts
  }

  private func told(_ testimony: Exhibit.Testimony) -> [String] {
    var parts: [String] = []
    if let report = testimony.report {
      let published = report.report.published.map { ", published \($0)" } ?? ", undated"
      let title = exhibit.isGuarded ? "" : " “\(report.report.title)”"
      let address = exhibit.isGuarded ? "" : report.report.url.map { ", \($0)" } ?? ""
      parts.append("\(testimony.publisher ?? ""),\(title) (#\(report.event)\(published)\(address))")
    }
    if exhibit.isGuarded {
      parts.append("title, place in the report and words withheld: they could lead to survivors")
    } else {
      if let locator = testimony.said.locator { parts.append("\(locator.type?.rawValue ?? "at") \(locator.value)") }
      if let quote = testimony.said.quote { parts.append("“\(quote)”") }
    }
    if !testimony.chain.isEmpty { parts.append("said by " + testimony.chain.joined(separator: " ← ")) }
    let inferred =
      testimony.root.inferred.isEmpty
      ? "" : ", inferred at " + testimony.root.inferred.map { "#\($0)" }.joined(separator: ", ")
    parts.append("root: \(testimony.rootName)\(inferred)")
    parts.append("grade \(testimony.grade)")
    if let fidelity = testimony.said.fidelity { parts.append("fidelity: \(fidelity.rawValue)") }
    if let evidence = testimony.evidence {
      parts.append("original \(evidence.digest) \(evidence.isKept ? "kept here" : "not kept here")")
    }
    return parts
  }
}
