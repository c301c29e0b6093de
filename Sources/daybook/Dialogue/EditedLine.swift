/// A line while it is typed: its characters as people see them, and where the cursor stands.
///
/// A character is a grapheme cluster, so that one press of backspace takes back a letter with all its marks, whatever
/// the script.
struct EditedLine: Equatable {
  private var characters: [Character]
  /// How many characters stand before the cursor.
  private(set) var cursor: Int

  /// A line with the cursor behind it.
  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  /// Changes the line as a key says; keys that end or leave a line are none of its business.
  mutating func apply(_ key: KeyPress) {
    switch key {
    case .text(let text): insert(text)
    case .backspace: take(from: cursor - 1)
    case .delete: if cursor < characters.count { characters.remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    case .erase: take(from: 0)
    case .eraseRest: characters.removeSubrange(cursor...)
    case .eraseWord:
      let word = characters[..<cursor].reversed().drop { $0 == " " }.drop { $0 != " " }
      take(from: word.count)
    default: break
    }
  }

  /// A mark that is typed joins the letter before it.
  private mutating func insert(_ text: String) {
    let head = Array(String(characters[..<cursor]) + text)
    characters = head + characters[cursor...]
    cursor = head.count
  }

  private mutating func take(from start: Int) {
    guard start >= 0 else { return }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  /// The part of the line around the cursor that fits, and how many columns of it lie behind the cursor.
  func shown(in columns: Int) -> (text: String, behind: Int) {
    let safe = characters.map { TextWidth.safe(String($0)) }
    let widths = safe.map(TextWidth.of)
    var start = cursor
    var used = 0
    while start > 0, used + widths[start - 1] <= columns {
      start -= 1
      used += widths[start]
    }
    var end = cursor
    var behind = 0
    while end < safe.count, used + behind + widths[end] <= columns {
      behind += widths[end]
      end += 1
    }
    return (safe[start..<end].joined(), behind)
  }
}
