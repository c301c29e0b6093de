/// What is asked of the bytes, as constants, so that each form of document gets a reader of its own.
protocol ReadingRules {
  /// White space, any order of the keys and any escape are allowed.
  static var isDraft: Bool { get }
  /// Only what is needed to read is checked.
  static var isTrusted: Bool { get }
}

enum DraftRules: ReadingRules {
  static var isDraft: Bool { true }
  static var isTrusted: Bool { false }
}

enum CanonicalRules: ReadingRules {
  static var isDraft: Bool { false }
  static var isTrusted: Bool { false }
}

enum TrustedRules: ReadingRules {
  static var isDraft: Bool { false }
  static var isTrusted: Bool { true }
}
