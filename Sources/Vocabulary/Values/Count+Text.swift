extension Count: CustomStringConvertible {
  /// The figure for people: `3 killed`, `2–9 killed (best 3)`, `dozens killed`; `? killed` when no number is given.
  public var description: String {
    let range: String? =
      switch (min, max) {
      case (let low?, let high?) where low != high: "\(low)–\(high)"
      case (let low?, nil) where low != best: "at least \(low)"
      case (nil, let high?) where high != best: "at most \(high)"
      default: nil
      }
    let number: String =
      switch (range, best ?? min) {
      case (let range?, let best?) where self.best != nil: "\(range) \(what) (best \(best))"
      case (let range?, _): "\(range) \(what)"
      case (nil, let only?): "\(only) \(what)"
      case (nil, nil): "\(word ?? "?") \(what)"
      }
    return personClass.map { "\(number) (\($0))" } ?? number
  }
}
