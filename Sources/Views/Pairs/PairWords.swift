import Vocabulary

/// The words of all accounts, each kept once.
struct PairWords {
  var lists = Interning<[Verbatim]>()
  var origins = Interning<Verbatim>()
  var places = Interning<Verbatim>()
  /// For each number of surroundings, the places by number, the nearest first.
  var surroundings = Interning<[Int32]>()
  private var classes = Interning<Verbatim>()

  /// The bits of the classes of actors on a day; what no register has is of no known class.
  ///
  /// A state and its forces are one class. The sixty-fourth and all further classes share a bit.
  mutating func classes(of actors: [String], on day: Day, _ references: References) -> UInt64 {
    var bits: UInt64 = 0
    for actor in actors {
      guard let type = references.actor(actor, on: day)?.type else { continue }
      bits |= 1 << UInt64(min(63, classes.number(Verbatim(type == "state" ? "state-force" : type))))
    }
    return bits
  }
}
