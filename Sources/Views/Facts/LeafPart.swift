import Leaf
import Vocabulary

/// Which members of a leaf a body keeps; a body is the leaf without the others.
enum LeafPart {
  /// What tells an entry of a register: kind, payload.
  case entry
  /// What tells a report and what it derives from, or a link and its ends: kind, payload, refs.
  case edges
  /// What tells a stance of a world event: kind, refs.
  case stance
  /// What tells what is said about an earlier event: grade, kind, payload, refs.
  case remark
  /// What tells who says so: kind, said.
  case attribution
  /// What tells an incident, everything but who says so: kind, occurred, parties, payload, place.
  case incident
  /// What tells a claim and how it stands to earlier events: kind, occurred, parties, payload, place, refs.
  case claim
}

extension LeafPart {
  /// Writes the part as RFC 8785 does; members that the leaf does not have are left out.
  @inline(__always)
  func write(_ document: Document, _ places: EnvelopePlaces, to pen: inout Pen) {
    var runs = LeafRuns(document)
    if case .remark = self { runs.add(places.grade, of: document, to: &pen) }
    runs.add(places.kind, of: document, to: &pen)
    switch self {
    case .entry: runs.add(places.payload, of: document, to: &pen)
    case .stance: runs.add(places.refs, of: document, to: &pen)
    case .attribution: runs.add(places.said, of: document, to: &pen)
    case .edges, .remark:
      runs.add(places.payload, of: document, to: &pen)
      runs.add(places.refs, of: document, to: &pen)
    case .incident, .claim:
      runs.add(places.occurred, of: document, to: &pen)
      runs.add(places.parties, of: document, to: &pen)
      runs.add(places.payload, of: document, to: &pen)
      runs.add(places.place, of: document, to: &pen)
      if case .claim = self { runs.add(places.refs, of: document, to: &pen) }
    }
    runs.end(document, to: &pen)
  }
}
