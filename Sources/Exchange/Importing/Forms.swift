/// Texts of the forms that the vocabulary wants, told before a draft is made.
enum Forms {
  /// Whether a text is a decimal number within limits: no exponent, no needless zero before it, at most 18 places.
  static func isDecimal(_ text: some Collection<UInt8>, within limit: Int? = nil) -> Bool {
    var rest = Array(text)[...]
    if rest.first == 0x2D { rest = rest.dropFirst() }
    let whole = rest.prefix { (0x30...0x39).contains($0) }
    guard !whole.isEmpty, whole.count <= 18, whole.count == 1 || whole.first != 0x30 else { return false }
    rest = rest.dropFirst(whole.count)
    var places: ArraySlice<UInt8> = []
    if rest.first == 0x2E {
      places = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      guard !places.isEmpty, places.count <= 18 else { return false }
      rest = rest.dropFirst(1 + places.count)
    }
    guard rest.isEmpty else { return false }
    guard let limit else { return true }
    let number = whole.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1_000) }
    return number < limit || (number == limit && places.allSatisfy { $0 == 0x30 })
  }

  /// Whether a text is a dotted path as `payload.counts.0.best`.
  static func isPath(_ text: String) -> Bool {
    let steps = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    return (1...16).contains(steps.count)
      && steps.enumerated().allSatisfy { place, step in
        guard let first = step.first, step.count <= 32 else { return false }
        if (0x30...0x39).contains(first) {
          return place > 0 && step.count <= 5 && (first != 0x30 || step.count == 1)
            && step.allSatisfy { (0x30...0x39).contains($0) }
        }
        return !(0x30...0x39).contains(first)
          && step.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
      }
  }
}
