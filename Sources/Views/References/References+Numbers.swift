import Vocabulary

/// The same look-ups by number, for views that weigh thousands of pieces of evidence.
extension References {
  /// Actors in the order of their keys.
  func ordered(actors some: [Int32]) -> [Int32] {
    if actorRanks.count < actors.count {
      let sorted = (0..<Int32(actors.count)).sorted { actors[$0] < actors[$1] }
      actorRanks = [Int32](repeating: 0, count: sorted.count)
      for (rank, number) in sorted.enumerated() { actorRanks[Int(number)] = Int32(rank) }
    }
    return some.sorted { actorRanks[Int($0)] < actorRanks[Int($1)] }
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
    if gains.day != day { gains = (day, []) }
    let (row, place) = (Int(speaker), Int(actor))
    if row < gains.known.count, place < gains.known[row].count, let known = gains.known[row][place] { return known }
    let found = isInterested(.source(speakers[speaker]), in: actors[actor].text, on: day)
    while gains.known.count <= row { gains.known.append([]) }
    while gains.known[row].count <= place { gains.known[row].append(nil) }
    gains.known[row][place] = found
    return found
  }

  private func speaker(ofOrigin origin: Int32) -> Speaker {
    while originSpeakers.count <= Int(origin) { originSpeakers.append(nil) }
    if let known = originSpeakers[Int(origin)] { return known }
    let found: Speaker
    switch origins[origin] {
    case .report(let position):
      found = Speaker(role: .report(position), number: speaker(ofReport: position))
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
