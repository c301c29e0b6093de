public import Vocabulary

/// The facts every view looks things up in: who and what there is, what a report derives from, what is graded, disputed,
/// linked, redacted, and which profiles there are. Facts only; nobody asks it for rows.
///
/// A body is the leaf of the event without what is not needed here, so that the typed reading of `Event` reads it:
///
/// | Subject | Event | Members of the leaf | Valid |
/// |---|---|---|---|
/// | `actor:KEY` | actor | kind, payload | from … to of the entry |
/// | `place:KEY`, `child:PARENT` | place | kind, payload | from … to of the entry |
/// | `source:KEY`, `gazetteer:KEY`, `policy:SUBJECT/KEY` | the same | kind, payload | always |
/// | `agreement:KEY` | claim.agreement | kind, payload | occurred |
/// | `report:N` (its own position) | report | kind, payload, refs | always |
/// | `grade:N`, `dispute:N`, `redaction:N` (of the target) | grade, dispute, redact | grade, kind, payload, refs | always |
/// | `link:N` (under both ends) | link, and world events that support, contradict or are the same as others | kind, payload (link only), refs | always |
public enum ReferenceFacts: Projection {
  public static let name = "reference"
  public static let version = 1

  public static func map(_ event: Event, _ kind: Kind, into sink: inout FactSink) {
    switch kind {
    case .actor, .place, .source, .gazetteer, .policy:
      entry(event, into: &sink)
    case .report:
      sink.state(.about(.report, sink.event), event, .edges)
    case .grade: about(event, .grade, .grades, into: &sink)
    case .dispute: about(event, .dispute, .disputes, into: &sink)
    case .redact: about(event, .redaction, .redacts, into: &sink)
    case .link:
      for end in event.targets(.subject) + event.targets(.object) {
        sink.state(.about(.link, end.seq), event, .edges)
      }
    case .claimAgreement:
      if case .claimAgreement(let claim) = event.payload {
        sink.state(.named(.agreement, claim.agreement), during: event, .entry)
      }
      stances(event, into: &sink)
    case .attack, .abuse, .withdrawal, .claimControl, .claimPresence, .claimRelation, .claimContest, .claimCondition,
      .claimStatement, .claimAssessment, .claimCall:
      stances(event, into: &sink)
    case .custody, .correct, .retract:
      break
    }
  }

  /// An entry of a register.
  private static func entry(_ event: Event, into sink: inout FactSink) {
    switch event.payload {
    case .actor(let actor):
      sink.state(.named(.actor, actor.key), from: actor.from?.first, to: actor.to?.last, event, .entry)
    case .place(let place):
      let (from, to) = (place.from?.first, place.to?.last)
      sink.state(.named(.place, place.key), from: from, to: to, event, .entry)
      if let parent = place.parent {
        sink.state(.named(.child, parent), from: from, to: to, event, .entry)
      }
    case .source(let source):
      sink.state(.named(.source, source.key), event, .entry)
    case .gazetteer(let gazetteer):
      sink.state(.named(.gazetteer, gazetteer.key), event, .entry)
    case .policy(let policy):
      guard let subject = policy.subject else { return }
      sink.state(.named(.policy, subject.rawValue + "/" + policy.key), event, .entry)
    default: break
    }
  }

  /// What is said about earlier events, filed under each of them.
  private static func about(
    _ event: Event, _ family: Subject.Family, _ relation: Relation, into sink: inout FactSink
  ) {
    for target in event.targets(relation) { sink.state(.about(family, target.seq), event, .remark) }
  }

  /// A world event that supports, contradicts or repeats earlier ones is a link between them and itself.
  private static func stances(_ event: Event, into sink: inout FactSink) {
    guard event.places.refs != 0 else { return }
    var isLinked = false
    for ref in event.refs {
      guard let target = ref.target, let relation = ref.relation else { continue }
      switch relation {
      case .same, .supports, .contradicts:
        isLinked = true
        sink.state(.about(.link, target.seq), event, .stance)
      default:
        break
      }
    }
    if isLinked { sink.state(.about(.link, sink.event), event, .stance) }
  }
}
