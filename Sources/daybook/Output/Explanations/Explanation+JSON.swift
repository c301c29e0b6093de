import ViewStore
import Views
import Vocabulary

extension Explanation {
  /// The whole explanation; its schema is `output_why.json`.
  func json(_ picture: Picture) -> JSONText {
    let sentences = Set((row.because + row.against).map(\.rule) + row.ignored.map(\.rule)).sorted()
    return .object([
      ("view", .string(reading.answer.view)), ("asked", reading.asked), ("log", reading.log(picture.origin)),
      ("row", .object(row.members(reading.answer.columns))),
      (
        "rules",
        .array(
          sentences.map { rule in
            .object([("rule", .string(rule)), ("sentence", .text(self.sentences[rule]))])
          })
      ),
      ("events", .array(exhibits.values.sorted { $0.position < $1.position }.map(\.json))),
    ])
  }
}

extension Exhibit {
  fileprivate var json: JSONText {
    .object([
      ("event", .position(position)), ("id", .text(id?.description)), ("kind", .string(kind)),
      ("summary", .string(summary)), ("standing", .string(standing.rawValue)), ("ended_by", .positions(endedBy)),
      ("reason", .text(reason)), ("testimony", testimony.map { $0.json(isGuarded) } ?? .null),
      ("withheld", .boolean(isGuarded)), ("protected", .number(protectedCount)),
      ("recorded_at", .string(recordedAt)), ("recorded_by", .string(recordedBy)), ("leaf_hash", .hex(leafHash)),
    ])
  }
}

extension Exhibit.Testimony {
  fileprivate func json(_ isWithheld: Bool) -> JSONText {
    .object([
      ("report", report.map { $0.json(publisher, isWithheld) } ?? .null),
      ("locator", isWithheld ? .null : said.locator.map(\.json) ?? .null),
      ("quote", .text(isWithheld ? nil : said.quote)), ("language", .text(said.language)), ("chain", .texts(chain)),
      ("holder", .text(isWithheld ? nil : said.holder)), ("strength", .text(said.strength?.rawValue)),
      ("fidelity", .text(said.fidelity?.rawValue)), ("derivation", .text(said.derivation?.rawValue)),
      (
        "root",
        .object([
          ("id", .string(root.text)), ("name", .string(rootName)), ("way", .positions(root.path)),
          ("inferred", .positions(root.inferred)),
        ])
      ), ("grade", .string(grade.description)), ("points", .number(grade.points)),
      (
        "original",
        evidence.map { .object([("sha256", .string($0.digest)), ("kept", .boolean($0.isKept))]) } ?? .null
      ),
    ])
  }
}

extension ReportRecord {
  fileprivate func json(_ publisher: String?, _ isWithheld: Bool) -> JSONText {
    .object([
      ("event", .position(event)), ("title", .string(isWithheld ? "withheld" : report.title)),
      ("source", .string(report.source)),
      ("publisher", .text(publisher)), ("published", .text(report.published?.description)),
      ("url", .text(isWithheld ? nil : report.url)),
    ])
  }
}

extension Locator {
  fileprivate var json: JSONText {
    .object([("type", .text(type?.rawValue)), ("value", .string(value))])
  }
}
