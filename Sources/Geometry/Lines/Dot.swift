/// A point of a drawing, in whole units of its finest grid; computed with exactly, so that shared borders stay shared.
public struct Dot: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }
}

extension Dot: Comparable {
  /// From left to right, then downwards.
  public static func < (left: Dot, right: Dot) -> Bool { (left.x, left.y) < (right.x, right.y) }
}
