import ArgumentParser
import Vocabulary

/// A grade that `log --grade` asks for: both halves, one of them, or none at all.
struct GradeFilter: ExpressibleByArgument {
  private let reliability: String?
  private let credibility: Int64?

  init?(argument: String) {
    if argument == "none" {
      (reliability, credibility) = (nil, nil)
      return
    }
    var rest = argument.uppercased()[...]
    let letter = rest.first.map(String.init).flatMap(Grade.Reliability.init)
    if letter != nil { rest.removeFirst() }
    let digit = Int64(rest).flatMap { (1...6).contains($0) ? $0 : nil }
    guard rest.isEmpty || digit != nil, letter != nil || digit != nil else { return nil }
    (reliability, credibility) = (letter?.rawValue, digit)
  }

  /// The filter as written.
  var written: String {
    reliability == nil && credibility == nil ? "none" : (reliability ?? "") + (credibility.map { String($0) } ?? "")
  }

  /// Whether an event carries it; a half that is not asked for may be any.
  func accepts(_ grade: Grade?) -> Bool {
    let carried = (grade?.reliability?.rawValue, grade?.credibility)
    if reliability == nil, credibility == nil { return carried == (nil, nil) }
    return (reliability == nil || reliability == carried.0) && (credibility == nil || credibility == carried.1)
  }
}
