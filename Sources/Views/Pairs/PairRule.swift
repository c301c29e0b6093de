/// Why two accounts may, or may not, tell of one incident; each adds or takes points that are printed with it.
public enum PairRule: String, Hashable, Sendable, CaseIterable {
  case samePlace = "P1-same-place"
  case placeWithin = "P1-place-within"
  case sameDay = "P2-same-day"
  case periodsOverlap = "P2-periods-overlap"
  case dayApart = "P2-a-day-apart"
  case sameActor = "P3-same-actor"
  case actorWithin = "P3-actor-part-of"
  case otherActor = "P3-other-actor"
  case sameMode = "P4-same-mode"
  case otherMode = "P4-other-mode"
  case sameTarget = "P5-same-target"
  case otherTarget = "P5-other-target"
  case sameFigure = "P6-same-figure"
  case figuresAgree = "P6-figures-agree"
  case figuresApart = "P6-figures-apart"
  case oneOrigin = "P7-one-origin"

  /// One sentence for people, with the points it gives.
  public var sentence: String {
    switch self {
    case .samePlace: "The same place: 3 points for a town, 2 for a commune or cercle, 1 for a region."
    case .placeWithin: "One place lies in the other: 2 points in a commune, 1 in a cercle, none in a region."
    case .sameDay: "Both on one and the same day: 3 points."
    case .periodsOverlap: "The periods overlap: 2 points when neither is longer than a week, 1 than a month, else none."
    case .dayApart: "The periods do not overlap, but are only a day apart: no points."
    case .sameActor: "An actor that both name: 2 points."
    case .actorWithin: "An actor of one is part of an actor of the other: 1 point."
    case .otherActor: "They name others, of the same class: takes 1 point."
    case .sameMode: "The same mode or act: 1 point."
    case .otherMode: "Another mode or act: takes 1 point."
    case .sameTarget: "The same class of target or victim: 1 point."
    case .otherTarget: "Another class of target or victim: takes 1 point."
    case .sameFigure: "The same figure of those killed (else injured): 2 points."
    case .figuresAgree: "Figures of those killed (else injured) that can both be right: 1 point."
    case .figuresApart: "Figures of those killed (else injured) that cannot both be right: takes 1 point."
    case .oneOrigin: "One and the same origin tells of both, so it may tell of two incidents: takes 2 points."
    }
  }
}

/// A rule that spoke for or against a pair, with its points.
public struct PairMark: Hashable, Sendable {
  public var rule: PairRule
  public var points: Int

  public init(_ rule: PairRule, _ points: Int) {
    self.rule = rule
    self.points = points
  }

  /// Whether it speaks against the two being one.
  public var isAgainst: Bool {
    switch rule {
    case .dayApart, .otherActor, .otherMode, .otherTarget, .figuresApart, .oneOrigin: true
    default: false
    }
  }
}
