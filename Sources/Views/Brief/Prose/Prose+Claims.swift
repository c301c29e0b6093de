import Vocabulary

extension Prose {
  /// Who controls a place, or that control changed.
  func told(_ claim: ControlClaim) -> String {
    let who = actor(claim.actor)
    let area = self.area(extent: claim.extent) ?? "an area that is not named"
    let told =
      switch claim.content {
      case .hold: "\(who) held \(area)"
      case .gain: "\(who) gained \(area)" + (claim.from.map { " from \(actor($0))" } ?? "")
      case .lose: "\(who) lost \(area)"
      case .deny: "it was denied that \(who) held \(area)"
      case .contest: "\(who) contested \(area)"
      case .extentChange: change(claim, who)
      case nil: "\(who), \(area): a claim of a kind that this program does not know"
      }
    return told + when
  }

  private func change(_ claim: ControlClaim, _ who: String) -> String {
    let way = claim.direction == .decrease ? "shrank" : claim.direction == .increase ? "grew" : "changed"
    let pace = claim.pace.map { $0 == "rapid" ? " rapidly" : $0 == "slow" ? " slowly" : " steadily" } ?? ""
    return "the area under the control of \(who)\(inPlace) \(way)\(pace)" + magnitude(claim)
  }

  private func magnitude(_ claim: ControlClaim) -> String {
    guard let magnitude = claim.magnitude, let ratio = magnitude.ratio else { return ", by how much is not said" }
    let qualifier = magnitude.qualifier.flatMap { $0 == "unknown" ? nil : Prose.words($0) + " " } ?? ""
    let of = magnitude.measure.map { " (by \($0.rawValue))" } ?? ""
    let baseline =
      magnitude.baseline.map { "compared with \($0)" } ?? "no baseline is given, so this cannot be computed"
    return ", to \(qualifier)\(ratio) times what it was\(of); \(baseline)"
  }

  /// Where an armed group is, and what it does there.
  func told(_ claim: PresenceClaim) -> String {
    let who = actor(claim.actor)
    let area = self.area
    let there = area.map { " in \($0)" } ?? ", where is not said"
    let told =
      switch claim.content {
      case .active: "\(who) acted\(there)"
      case .arrive: "\(who) arrived\(there)"
      case .move:
        "\(who) moved" + (claim.fromPlace.map { " from \(place($0))" } ?? "") + (area.map { " to \($0)" } ?? "")
      case .base: "\(who) had a base\(there)"
      case .govern: "\(who) governed" + (area.map { " \($0)" } ?? ", where is not said")
      case .exploit: "\(who) exploited the situation\(there)"
      case .posture: "\(who) took a posture\(there)"
      case .depart: "\(who) departed" + (area.map { " from \($0)" } ?? "")
      case nil: "\(who)\(there): presence of a kind that this program does not know"
      }
    let manner = [claim.stance.map(Prose.words), claim.intensity.map { "intensity \($0)" }].compactMap(\.self)
    return told + (manner.isEmpty ? "" : " (\(manner.joined(separator: ", ")))") + when
  }

  /// How two actors stand to each other.
  func told(_ claim: RelationClaim) -> String {
    let (one, other) = (actor(claim.actor), actor(claim.other))
    let told =
      switch claim.relation {
      case .affiliation: "\(one) had an affiliation with \(other)"
      case .partOf: "\(one) belonged to \(other)"
      case .alliance: "\(one) had an alliance with \(other)"
      case .hostile: "\(one) and \(other) were hostile to each other"
      case .signatory: "\(one) stood as a signatory with \(other)"
      case .partner: "\(one) acted as partner of \(other)"
      case .succession: "\(one) succeeded \(other)"
      case nil: "\(one) and \(other): a relation that this program does not know"
      }
    return told + when
  }

  /// Who contests a route, a market, a mine or a levy.
  func told(_ claim: ContestClaim) -> String {
    let named = parties("contestant")
    let classes = claim.contestants.filter { $0 != "unknown" }.map { name($0) }
    let who = named ?? (classes.isEmpty ? "contestants who are not named" : Prose.list(classes))
    let goods = claim.commodities.filter { $0 != "unspecified" }.map(Prose.words)
    let stake = claim.stake == "route" ? "routes" : claim.stake
    return "\(who) competed for \(stake)" + (goods.isEmpty ? "" : " of \(Prose.list(goods))") + inPlace
      + (claim.direction.map { ", \($0 == "both" ? "in both directions" : $0)" } ?? "")
      + (claim.endpoints.isEmpty ? "" : " between \(Prose.list(claim.endpoints))") + when
  }

  /// In what condition an area is.
  func told(_ claim: ConditionClaim) -> String {
    let area = self.area
    let there = area.map { " in \($0)" } ?? ", where is not said"
    let severity = claim.severity.map { " (\($0))" } ?? ""
    let told =
      switch claim.condition {
      case "vacuum": "a vacuum of power or security existed\(there)"
      case "illicit-hub":
        "\(area ?? "a place that is not named") served as a hub of illicit trade"
          + (claim.commodity.map { " in \(Prose.words($0))" } ?? "")
      default: "\(Prose.words(claim.condition))\(there)"
      }
    return told + severity + when
  }
}
