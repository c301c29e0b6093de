import ViewStore
import Views

extension Picture {
  /// The head of every picture for people: the view, both clocks, the profile, the size and root of the log.
  func writeHead(_ title: String? = nil, to output: inout Output) {
    let title = title ?? "\(answer.view): \(view.summary)"
    for line in TextWidth.wrapped(title, to: output.width ?? .max) {
      output.line(output.isStyled ? "\u{1b}[1m\(line)\u{1b}[0m" : line)
    }
    for line in Picture.joined(reading.clocks, to: output.width) { output.line(line) }
    output.line("root \(Hex.text(reading.root))")
    output.line()
  }

  /// Pieces with dots between, in as few lines as the width allows.
  static func joined(_ pieces: [String], to width: Int?) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      guard let last = lines.last, TextWidth.of(last) + 3 + TextWidth.of(piece) <= width ?? .max else {
        lines.append(piece)
        continue
      }
      lines[lines.count - 1] = last + " · " + piece
    }
    return lines
  }
}

extension Reading {
  /// What was asked, on both clocks, with the profile: `at 2023-08-25`, `as of #365 (366 events)` and so on.
  var clocks: [String] {
    [
      "at \(answer.at)", known, answer.published.map { "published by \($0)" } ?? "whenever published",
      "profile \(answer.profile)",
    ] + [answer.disclosure?.words].compactMap(\.self)
  }

  private var known: String {
    guard let asOf else { return "as of no event yet" }
    let count = size == 1 ? "1 event" : "\(Progress.grouped(size)) events"
    return "as of #\(asOf) (\(answer.known == nil ? "all " : "")\(count))"
  }
}

extension DisclosureLevel {
  /// At which level an answer was shown.
  fileprivate var words: String {
    switch self {
    case .region: "sexual violence by region and month (--disclose shows more)"
    case .full: "sexual violence disclosed in full"
    }
  }
}
