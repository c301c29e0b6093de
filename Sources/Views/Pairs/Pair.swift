/// Two accounts that may tell of one incident, for a person to decide.
public struct Pair: Hashable, Sendable {
  /// The view whose accounts they are: `attacks` or `abuses`.
  public var view: String
  /// The account recorded earlier, and the later one.
  public var earlier: PairAccount
  public var later: PairAccount
  /// What speaks for and against their being one.
  public var marks: [PairMark]

  /// The sum of the points; never negative evidence alone, since place, time and class of actor fit already.
  public var score: Int { marks.reduce(0) { $0 + $1.points } }
}
