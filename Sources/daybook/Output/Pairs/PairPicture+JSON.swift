import ViewStore
import Views
import Vocabulary

extension PairPicture {
  /// Its schema is `output_pairs.json`.
  var json: JSONText {
    let survey = reading.survey
    return .object([
      (
        "asked",
        .object([
          ("at", .day(reading.at)),
          ("as_of", reading.known == nil || reading.size == 0 ? .null : .position(reading.size - 1)),
          ("published_by", .day(reading.published)), ("least", isSuggesting ? .number(least) : .null),
        ])
      ),
      (
        "log",
        .object([("origin", .string(origin)), ("size", .position(reading.size)), ("root", .hex(reading.root))])
      ),
      (
        "survey",
        .object([
          ("accounts", .number(survey.accounts)), ("undated", .number(survey.undated)),
          ("vague", .number(survey.vague)),
          ("compared", .number(survey.compared)), ("crowded", .number(survey.crowded)),
          ("found", .number(survey.found)),
        ])
      ), ("pairs", .array(reading.pairs.map(\.json))), ("clashes", .array(reading.clashes.map(\.json))),
    ])
  }
}

extension Pair {
  /// Its schema is `output_pairs_line.json`.
  var json: JSONText {
    .object([
      ("score", .number(score)), ("view", .string(view)),
      (
        "marks",
        .array(
          marks.map { mark in
            .object([
              ("rule", .string(mark.rule.rawValue)), ("points", .number(mark.points)),
              ("against", .boolean(mark.isAgainst)), ("sentence", .string(mark.rule.sentence)),
            ])
          })
      ), ("earlier", earlier.json), ("later", later.json), ("decide", .texts(commands)),
    ])
  }
}

extension PairAccount {
  fileprivate var json: JSONText {
    .object([
      ("event", .position(event)), ("incident", .positions(incident)), ("what", .texts(what)), ("when", .string(when)),
      ("place", .text(place)), ("name", .text(name)), ("precision", .number(precision)), ("actors", .texts(actors)),
      ("victims", .texts(victims)), ("figures", .texts(figures)), ("root", .string(root)), ("source", .text(source)),
      ("grade", .string(grade)),
    ])
  }
}

extension Clash {
  /// Its schema is `output_clashes_line.json`.
  var json: JSONText {
    func stance(_ stance: Stance) -> JSONText {
      .object([
        ("by", .position(stance.by)), ("subject", .position(stance.subject)), ("object", .position(stance.object)),
      ])
    }
    return .object([
      ("set_aside", stance(same)), ("against", stance(notSame)), ("left", .positions(left)),
      ("right", .positions(right)),
    ])
  }
}
