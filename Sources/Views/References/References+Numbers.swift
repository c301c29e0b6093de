import Vocabulary

/// The same look-ups by number, for views that weigh thousands of pieces of evidence.
extension References {
  /// The number of all that the root of a fact follows from.
  func said(_ fact: StandingFact) -> Int32 { saids.number(RootKey(fact)) }

  /// The number of the origin that something follows to.
  func origin(ofSaid said: Int32) -> Int32 {
    while tracedOrigins.count <= Int(said) { tracedOrigins.append(nil) }
    if let known = tracedOrigins[Int(said)] { return known }
    let found = origins.number(root(of: saids[said]).origin)
    tracedOrigins[Int(said)] = found
    return found
  }

  /// Origins that may be one another are made one; see ``independent(_:)``. Each comes back in its place.
  func independent(_ numbers: [Int32]) -> [Int32] {
    var merged: [Int32: Int32] = [:]
    for (origin, one) in independent(Set(numbers).map { origins[$0] }) {
      merged[origins.number(origin)] = origins.number(one)
    }
    return numbers.map { merged[$0] ?? $0 }
  }

  /// Whether an origin gains from an actor's success on a day; see ``isInterested(_:in:on:)``.
  func isInterested(_ origin: Int32, in actor: Int32, on day: Day) -> Bool {
    if gains.day != day { gains = (day, [:]) }
    let question = UInt64(UInt32(bitPattern: origin)) << 32 | UInt64(UInt32(bitPattern: actor))
    if let known = gains.known[question] { return known }
    let found = isInterested(origins[origin], in: actors[actor].text, on: day)
    gains.known[question] = found
    return found
  }
}
