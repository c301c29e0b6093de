internal import Leaf
internal import Ledger
internal import TransparencyLog

/// The protected values that a bundle shows: `data/disclosures.jsonl`, read line by line beside the events.
///
/// A line names an event and its SD-JWT disclosures (RFC 9901): `{"leaf":1,"sd":["…"]}`. Lines stand in the order of the
/// events, so that no more than one is in memory.
struct ShownValues {
  /// One line.
  struct Line {
    var number: Int
    var event: UInt64
    /// The digests of the values shown, Base64url as in `_sd`.
    var digests: [String]
  }

  private let lines: JSONLines?
  private var next: Line?
  /// What is wrong with the file itself.
  private(set) var fault: String?

  /// Opens the file; a missing one shows nothing.
  init(_ path: String) {
    guard (try? FileSystem.status(path))??.isFile == true else {
      lines = nil
      return
    }
    lines = try? JSONLines(path)
    if lines == nil { fault = "cannot be read" }
    advance(after: nil)
  }

  /// The lines of events up to a position, each once.
  mutating func lines(upTo position: UInt64) -> [Line] {
    var found: [Line] = []
    while let line = next, line.event <= position {
      found.append(line)
      advance(after: line)
    }
    return found
  }

  private mutating func advance(after last: Line?) {
    next = nil
    guard let lines, fault == nil else { return }
    do {
      guard let (number, bytes) = try unsafe lines.next() else { return }
      var document = Document()
      try unsafe document.parse(bytes, as: .draft)
      guard let event = document.root["leaf"]?.integer.flatMap({ UInt64(exactly: $0) }),
        let values = document.root["sd"], values.isArray
      else { throw BundleFileError(reason: "line \(number) does not say which event shows which values") }
      guard event >= last?.event ?? 0 else {
        throw BundleFileError(reason: "line \(number) is not in the order of the events")
      }
      next = Line(
        number: number, event: event, digests: values.elements.compactMap(\.string).map { ShownValues.digest(of: $0) })
    } catch {
      fault = (error as? BundleFileError)?.reason ?? "cannot be read as lines of JSON: \(Audit.sentence(error))"
    }
  }

  /// The digest that a disclosure opens.
  static func digest(of text: String) -> String {
    let base64 = Digest.sha256([UInt8](text.utf8)).base64
    return String(decoding: base64.utf8.dropLast().map { $0 == 0x2b ? 0x2d : $0 == 0x2f ? 0x5f : $0 }, as: UTF8.self)
  }
}
