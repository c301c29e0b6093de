import Leaf

/// Where a map files a fact: a subject of which it need not make a `String`.
enum Filing {
  /// Under the event that states it.
  case itself
  /// Under a subject.
  case under(Subject)
  /// Under the text at a place of the leaf, by itself.
  case text(Int)
  /// Under the text at a place of the leaf, apart for the month in which the fact began and ended; see ``Projection/filesByMonth``.
  case monthly(Int, Month)
  /// Under the text at a place of the leaf, within a family of facts.
  case keyed(Subject.Family, Int)

  /// Under what a family of facts says about the event at this position.
  static func about(_ family: Subject.Family, _ position: UInt64) -> Filing { .under(.about(family, position)) }

  /// Under a key or id within a family of facts.
  static func named(_ family: Subject.Family, _ id: String) -> Filing { .under(.named(family, id)) }

  /// How many bytes the text can have, apart from those that stand in the leaf.
  var room: Int {
    switch self {
    case .under(.named(_, let id)), .under(.id(let id)): 32 + id.utf8.count
    case .itself, .under(.event), .under(.about), .text, .monthly, .keyed: 64
    }
  }

  /// Writes the text of the subject for an event.
  @inline(__always)
  func write(_ document: Document, at position: UInt64, to pen: inout Pen) {
    switch self {
    case .itself:
      pen.put(byte: 0x23)
      pen.put(number: position)
    case .text(let place):
      pen.put(contentOf: place, in: document)
    case .monthly(let place, let month):
      pen.put(contentOf: place, in: document)
      pen.put(byte: Subject.monthMark)
      month.write(to: &pen)
    case .keyed(let family, let place):
      pen.put(text: family.rawValue)
      pen.put(byte: 0x3A)
      pen.put(contentOf: place, in: document)
    case .under(.event(let position)):
      pen.put(byte: 0x23)
      pen.put(number: position)
    case .under(.about(let family, let position)):
      pen.put(text: family.rawValue)
      pen.put(byte: 0x3A)
      pen.put(number: position)
    case .under(.named(let family, let id)):
      pen.put(text: family.rawValue)
      pen.put(byte: 0x3A)
      pen.put(text: id)
    case .under(.id(let id)):
      pen.put(text: id)
    }
  }
}
