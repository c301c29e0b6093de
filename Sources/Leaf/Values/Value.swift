/// A JSON value of the profile as a tree, for building and changing documents.
public indirect enum Value: Sendable, Equatable {
  case null
  case boolean(Bool)
  /// A whole number; outside ±(2^53 - 1) its bytes would be refused when they are read.
  case integer(Int64)
  case string(String)
  case array([Value])
  /// An object; its members may stand in any order and are written in the order of their keys. Each key once.
  case object([Member])

  /// A member of an object.
  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: Value

    public init(key: String, value: Value) {
      self.key = key
      self.value = value
    }

    public init(_ key: String, _ value: Value) { self.init(key: key, value: value) }

    /// Compared by bytes: `String` would not tell texts apart that are canonically equivalent.
    public static func == (left: Member, right: Member) -> Bool {
      left.key.utf8.elementsEqual(right.key.utf8) && left.value == right.value
    }
  }

  /// Compared by bytes: `String` would not tell texts apart that are canonically equivalent.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// The member of an object with the key; setting `nil` removes it. Other values have no members and stay as they are.
  public subscript(key: String) -> Value? {
    get {
      guard case .object(let members) = self else { return nil }
      return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }
    set {
      guard case .object(var members) = self else { return }
      if let index = members.firstIndex(where: { $0.key.utf8.elementsEqual(key.utf8) }) {
        if let newValue { members[index].value = newValue } else { members.remove(at: index) }
      } else if let newValue {
        members.append(Member(key, newValue))
      }
      self = .object(members)
    }
  }
}
