public import Leaf

/// A file of disclosures, `disclosures.jsonl`: what one reader may see of the protected values of a log.
///
/// Each line is `{"leaf": POSITION, "sd": [DISCLOSURE, …]}`; a disclosure is as SD-JWT writes it (RFC 9901 section 4.2).
/// The file proves nothing by itself: the digest of each disclosure must stand in the leaf at that position.
public struct DisclosureFile: Equatable, Sendable {
  /// What is shown of one event.
  public struct Line: Equatable, Sendable {
    /// The position of the event.
    public var position: UInt64
    /// The disclosures, at least one.
    public var disclosures: [Disclosure]

    public init(position: UInt64, disclosures: [Disclosure]) {
      self.position = position
      self.disclosures = disclosures
    }
  }

  /// Why a file is refused: the line, from 1, and what is wrong with it.
  public struct Refusal: Error, Equatable, Sendable {
    public var line: Int
    public var reason: String
  }

  /// The lines, in the order of the file.
  public var lines: [Line]

  /// A file of these lines.
  public init(lines: [Line]) { self.lines = lines }

  /// Reads a file; white space between the parts of a line is allowed.
  public init(_ bytes: [UInt8]) throws(Refusal) {
    lines = []
    for (index, text) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where !text.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      lines.append(try DisclosureFile.line([UInt8](text.last == 0x0D ? text.dropLast() : text), index + 1))
    }
  }

  /// The file as written.
  public var bytes: [UInt8] {
    lines.flatMap { line -> [UInt8] in
      let value: Value = [
        "leaf": .integer(Int64(clamping: line.position)), "sd": .array(line.disclosures.map { .string($0.text) }),
      ]
      return value.encode() + [0x0A]
    }
  }

  private static func line(_ bytes: [UInt8], _ number: Int) throws(Refusal) -> Line {
    func refuse(_ reason: String) -> Refusal { Refusal(line: number, reason: reason) }
    let document: Document
    do throws(LeafError) { document = try Document(bytes, as: .draft) } catch { throw refuse(error.messageWithoutLine) }
    guard let position = document.root["leaf"]?.integer, position >= 0, let texts = document.root["sd"],
      texts.kind == .array, document.root.count == 2
    else { throw refuse("a line is {\"leaf\": POSITION, \"sd\": [DISCLOSURE, …]} and holds nothing else") }
    var disclosures: [Disclosure] = []
    for element in texts.elements {
      guard let text = element.string else { throw refuse("a disclosure is a text") }
      do throws(DisclosureError) { disclosures.append(try Disclosure(text: text)) } catch {
        throw refuse(error.message)
      }
    }
    guard !disclosures.isEmpty else { throw refuse("sd: at least one disclosure") }
    return Line(position: UInt64(position), disclosures: disclosures)
  }
}
