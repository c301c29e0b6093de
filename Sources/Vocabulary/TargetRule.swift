/// How many references with a relation an event of a kind carries.
public struct TargetRule: Sendable {
  /// The relation that only this kind may use.
  public let relation: Relation
  /// Exactly one, or at least one.
  public let isSingle: Bool

  /// Exactly one reference with the relation.
  public static func one(_ relation: Relation) -> TargetRule { TargetRule(relation: relation, isSingle: true) }

  /// One or several references with the relation.
  public static func some(_ relation: Relation) -> TargetRule { TargetRule(relation: relation, isSingle: false) }
}
