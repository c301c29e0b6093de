import Leaf
import Vocabulary

/// A member of a leaf that a body can keep.
struct Member {
  let key: StaticString

  static let grade = Member(key: "grade")
  static let kind = Member(key: "kind")
  static let occurred = Member(key: "occurred")
  static let parties = Member(key: "parties")
  static let payload = Member(key: "payload")
  static let place = Member(key: "place")
  static let refs = Member(key: "refs")
  static let said = Member(key: "said")

  /// What tells an entry of a register.
  static let entry = [kind, payload]

  /// What tells a report and what it derives from, or a link and its ends.
  static let edges = [kind, payload, refs]

  /// What tells a stance of a world event.
  static let stance = [kind, refs]

  /// What tells what is said about an earlier event.
  static let remark = [grade, kind, payload, refs]

  /// What tells who says so.
  static let attribution = [kind, said]

  /// What tells an incident: everything but who says so.
  static let incident = [kind, occurred, parties, payload, place]
}

extension FactSink {
  /// States a fact that holds when the event was so; its body is the leaf with some of its members only.
  mutating func state(_ subject: Subject, during event: Event, _ members: [Member]) {
    let period = occurred(event)
    state(subject, from: period?.earliest, to: period?.latest, event, members)
  }

  /// States a fact whose body is the leaf with some of its members only, copied byte by byte.
  ///
  /// The members must be named in the order of their keys; those that the leaf does not have are left out.
  mutating func state(
    _ subject: Subject, from: Day? = nil, to: Day? = nil, _ event: Event, _ members: [Member]
  ) {
    let root = event.document.root
    state(subject, from: from, to: to) { bytes in
      var body = BodyWriter()
      for member in members {
        guard let value = root[member.key] else { continue }
        body.begin(member.key, &bytes)
        value.appendCanonical(to: &bytes)
      }
      body.end(&bytes)
    }
  }
}

extension Element {
  /// Appends the value as its leaf has it.
  func appendCanonical(to bytes: inout [UInt8]) { encode(into: &bytes) }
}
