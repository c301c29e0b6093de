public import Vocabulary

extension Control {
  public static func map(_ event: Event, _ payload: Payload, into sink: inout FactSink) {
    switch payload {
    case .claimControl(let claim):
      guard let place = event.place, let content = claim.content else { return }
      var fact = ControlFact(act: act(content), actors: [claim.actor], from: claim.from)
      let extent = claim.extent ?? place.extent ?? (content == .extentChange ? .part : nil)
      fact.extent = extent?.rawValue
      state(fact, event, place, into: &sink)
    case .claimPresence(let claim):
      guard let place = event.place, let content = claim.content, content != .posture else { return }
      state(
        ControlFact(act: content == .depart ? .departure : .presence, actors: [claim.actor]), event, place, into: &sink)
    case .withdrawal(let withdrawal):
      guard let place = event.place else { return }
      switch withdrawal.phase {
      case .begun, .completed, .mandateEnded:
        state(
          ControlFact(act: .withdrawal, actors: [withdrawal.provider], exceptions: withdrawal.exceptions), event, place,
          into: &sink)
      default: break
      }
    case .attack(let attack):
      guard let place = event.place else { return }
      let act = act(attack)
      let actors = attackers(event.parties, act)
      if !actors.isEmpty { state(ControlFact(act: act, actors: actors), event, place, into: &sink) }
    case .abuse(let abuse):
      guard let place = event.place, abuse.status != .concern else { return }
      let actors = perpetrators(abuse, event.parties)
      if !actors.isEmpty { state(ControlFact(act: .presence, actors: actors), event, place, into: &sink) }
    default:
      break
    }
  }

  private static func state(
    _ fact: ControlFact, _ event: Event, _ place: Place, into sink: inout FactSink
  ) {
    guard let subject = place.id ?? place.name else { return }
    let period = sink.occurred(event)
    var fact = fact
    fact.isImprecise = period?.precision == .imprecise
    fact.hasEnded = period?.ends ?? false
    sink.state(.id(subject), from: period?.earliest, to: period?.latest) { fact.append(to: &$0) }
  }

  private static func act(_ content: ControlClaim.Content) -> ControlFact.Act {
    switch content {
    case .hold, .extentChange: .hold
    case .gain: .gain
    case .lose: .lose
    case .deny: .deny
    case .contest: .contest
    }
  }

  /// Fighting between the armed is battle or fire from afar; whatever is done to civilians shows presence, never control (R6).
  private static func act(_ attack: Attack) -> ControlFact.Act {
    switch attack.target {
    case "civilians", "community", "aid-workers": return .presence
    default: break
    }
    switch attack.mode {
    case "battle", "ambush", "raid": return .battle
    case "remote", "shelling", "air-strike", "drone-strike", "ied", "landmine", "suicide-bombing": return .remote
    default: return .presence
    }
  }

  /// Who took part: perpetrators and participants, both sides of a battle; not those who are only suspected.
  private static func attackers(_ parties: [Party], _ act: ControlFact.Act) -> [String] {
    actors(parties) { role in
      switch role {
      case "perpetrator": true
      case "participant", "side-a", "side-b": act != .presence
      default: false
      }
    }
  }

  private static func perpetrators(_ abuse: Abuse, _ parties: [Party]) -> [String] {
    var found = actors(parties) { $0 == "perpetrator" }
    for act in abuse.acts where act.certainty == nil || act.certainty == .named || act.certainty == .presumed {
      if let actor = act.perpetrator, !found.contains(actor) { found.append(actor) }
    }
    return found
  }

  private static func actors(_ parties: [Party], _ counts: (String) -> Bool) -> [String] {
    var found: [String] = []
    for party in parties where counts(party.role) {
      guard let actor = party.actor, party.certainty != .suspected, party.certainty != .unknown else { continue }
      if !found.contains(actor) { found.append(actor) }
    }
    return found
  }
}
