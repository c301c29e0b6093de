internal import Leaf
internal import Schemas

/// A versioned list of code words with its published origin.
public struct CodeList: Sendable {
  /// One word of a list.
  public struct Code: Sendable {
    /// The word that stands in events.
    public let code: String
    /// The word for people.
    public let label: String
    /// What else must be known about it; empty when nothing.
    public let note: String
  }

  /// The name of the list.
  public let key: CodeListName
  /// The version of the list; it rises when a code is added.
  public let version: Int64
  /// What the list is of.
  public let title: String
  /// Where the words are published.
  public let origin: String
  /// Whether other words are refused; an open list keeps and flags them.
  public let isClosed: Bool
  /// The words, in the order of the origin.
  public let codes: [Code]

  /// The words alone.
  public var words: [String] { codes.map(\.code) }

  /// The word for people of a code; the code itself when the list does not have it.
  public func label(_ code: String) -> String { codes.first { $0.code == code }?.label ?? code }

  /// Every list.
  static let all: [CodeListName: CodeList] = {
    var lists: [CodeListName: CodeList] = [:]
    for name in CodeListName.allCases { lists[name] = CodeList(name) }
    return lists
  }()

  /// Reads an embedded list; a list that is missing or malformed is a broken build, which a test finds.
  private init(_ name: CodeListName) {
    let file = "codes_\(name.rawValue).json"
    guard let bytes = Schemas.file(file), let document = try? Document(bytes, as: .draft) else {
      fatalError("the embedded code list \(file) is missing or is not JSON of the leaf profile")
    }
    let root = document.root
    key = name
    version = root.number("version") ?? 0
    title = root.text("title") ?? ""
    origin = root.text("origin") ?? ""
    isClosed = root.flag("closed")
    codes = root.children("codes").map {
      Code(code: $0.text("code") ?? "", label: $0.text("label") ?? "", note: $0.text("note") ?? "")
    }
  }
}
