import Vocabulary

/// The same look-ups by number, for views that weigh thousands of pieces of evidence.
extension References {
  /// The number of all that the root of a fact follows from.
  func said(_ fact: StandingFact) -> Int32 { saids.number(RootKey(fact)) }

  /// The number of the origin that something follows to.
  func origin(ofSaid said: Int32) -> Int32 {
    while tracedOrigins.count <= Int(said) { tracedOrigins.append(nil) }
    if let known = tracedOrigins[Int(said)] { return known }
    let found = origins.number(origin(of: saids[said]))
    tracedOrigins[Int(said)] = found
    return found
  }

  /// Origins that may be one another are made one; see ``independent(_:)``. Each comes back in its place.
  func independent(_ numbers: [Int32]) -> [Int32] {
    let speakers = numbers.map { speaker(ofOrigin: $0) }
    guard speakers.contains(where: { $0.role == .source }) else { return numbers }
    var first: [Int32: (position: UInt64, origin: Int32)] = [:]
    for (speaker, origin) in zip(speakers, numbers) {
      guard case .report(let position) = speaker.role, speaker.number >= 0 else { continue }
      if let known = first[speaker.number], known.position <= position { continue }
      first[speaker.number] = (position, origin)
    }
    return zip(speakers, numbers).map { speaker, origin in
      speaker.role == .source ? first[speaker.number]?.origin ?? origin : origin
    }
  }

  /// Whether an origin gains from an actor's success on a day; see ``isInterested(_:in:on:)``.
  func isInterested(_ origin: Int32, in actor: Int32, on day: Day) -> Bool {
    let speaker = speaker(ofOrigin: origin).number
    guard speaker >= 0 else { return false }
    if gains.day != day { gains = (day, [:]) }
    let question = UInt64(UInt32(bitPattern: speaker)) << 32 | UInt64(UInt32(bitPattern: actor))
    if let known = gains.known[question] { return known }
    let found = isInterested(.source(speakers[speaker]), in: actors[actor].text, on: day)
    gains.known[question] = found
    return found
  }

  private func speaker(ofOrigin origin: Int32) -> Speaker {
    while originSpeakers.count <= Int(origin) { originSpeakers.append(nil) }
    if let known = originSpeakers[Int(origin)] { return known }
    let found: Speaker
    switch origins[origin] {
    case .report(let position):
      found = Speaker(
        role: .report(position), number: lead(position)?.source.map { speakers.number(Verbatim($0)) } ?? -1)
    case .source(let key): found = Speaker(role: .source, number: speakers.number(key))
    case .anonymous, .event: found = Speaker(role: .unnamed, number: -1)
    }
    originSpeakers[Int(origin)] = found
    return found
  }
}

/// Who speaks at an origin.
struct Speaker {
  /// How the origin names it.
  enum Role: Equatable {
    /// By a report of its own, at a position.
    case report(UInt64)
    /// By its key alone.
    case source
    /// Not at all.
    case unnamed
  }

  let role: Role
  /// The number of its key; -1 when it is not named.
  let number: Int32
}
