import Vocabulary

extension Prose {
  /// What became of an agreement or a provision.
  func told(_ claim: AgreementClaim) -> String {
    let provision = claim.provision.flatMap { $0 == "whole" ? nil : Prose.words($0) }
    let what = provision.map { "\($0) under \(claim.agreement)" } ?? claim.agreement
    let signers = parties("signatory")
    let told =
      switch claim.content {
      case .signed: "\(claim.agreement) was signed" + (signers.map { " by \($0)" } ?? ", by whom is not said")
      case .joined: "\(signers ?? parties("subject") ?? "a party not named") joined \(claim.agreement)"
      case .provisionStatus, .verified:
        "\(what): " + (claim.status.map(Prose.words) ?? "assessed") + (claim.content == .verified ? ", verified" : "")
      case .breach: "\(what) was breached" + (parties("perpetrator").map { " by \($0)" } ?? "")
      case .suspended: "\(what) was suspended" + (signers.map { " by \($0)" } ?? "")
      case .denounced: "\(what) was denounced" + (signers.map { " by \($0)" } ?? "")
      case nil: "\(what): a claim of a kind that this program does not know"
      }
    let score = claim.score.map { ", \($0)" + (claim.scale.map { " on the scale \(Prose.words($0))" } ?? "") } ?? ""
    let monitor = claim.monitor.map { ", by \(scope.facts.sourceName($0))" } ?? ""
    let blockers = claim.blockers.isEmpty ? "" : "; blocked by \(Prose.list(claim.blockers))"
    return told + score + monitor + when + blockers
  }

  /// What a speaker does by saying something.
  func told(_ claim: StatementClaim) -> String {
    let who = actor(claim.speaker)
    let told =
      switch claim.act {
      case .claimsResponsibility: "\(who) claimed responsibility"
      case .denies: "\(who) denied"
      case .threatens: "\(who) threatened"
      case .instructs: "\(who) gave instructions"
      case .positionsItself: "\(who) took a position"
      case .admits: "\(who) admitted"
      case nil: "\(who) said"
      }
    let about = claim.about.map { " (about \(name($0)))" } ?? ""
    let to = claim.audience.map { ", to \(name($0))" } ?? ""
    return told + about + (claim.gist.map { ": \(Prose.bare($0))" } ?? "") + to + inPlace + when
  }

  /// A cause, an effect, a forecast, a trend, a perception.
  func told(_ claim: AssessmentClaim) -> String {
    let kind = claim.content.map { "\($0.rawValue), " } ?? ""
    let holder = claim.holder.map { "held by \($0)" } ?? "held by whom is not said"
    let measure = claim.measures.isEmpty ? nil : "measured by \(Prose.list(claim.measures))"
    let more = [
      claim.likelihood.map { Prose.words($0.rawValue) }, claim.confidence.map { "confidence \($0.rawValue)" },
      claim.horizon.map { "by \($0)" }, measure, claim.outcome.map { "outcome: \(Prose.words($0))" },
    ].compactMap(\.self)
    return "assessment (\(kind)\(holder)): \(Prose.bare(claim.proposition))"
      + (more.isEmpty ? "" : " (\(more.joined(separator: "; ")))")
  }

  /// A recommendation, an inquiry, a sanction.
  func told(_ claim: CallClaim) -> String {
    let issuer = claim.issuer.map(scope.facts.sourceName) ?? "somebody not named"
    let to = claim.addressee.map(name) ?? parties("addressee")
    let told =
      switch claim.content {
      case .recommend: "\(issuer) recommended"
      case .investigate: "\(issuer) called for an inquiry"
      case .sanction: "\(issuer) called for sanctions"
      case .open: "\(issuer) opened"
      case .close: "\(issuer) closed"
      case nil: "\(issuer) called"
      }
    return told + (to.map { " (to \($0))" } ?? " (to whom is not stated)") + ": \(Prose.bare(claim.action))"
      + (claim.status.map { "; \($0.rawValue)" } ?? "") + when
  }

  /// A sentence of the ledger without its full stop.
  static func bare(_ text: String) -> String { text.last == "." ? String(text.dropLast()) : text }
}
