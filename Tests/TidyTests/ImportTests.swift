import Testing

/// Who may import whom. SwiftPM does not enforce it: an import that no target declares builds when the module happens
/// to be there already.
@Suite struct ImportTests {
  /// What each module may import, from the design; `system` modules are listed where they are needed.
  static let allowed: [String: Set<String>] = [
    "CSQLite": [],
    "CZlib": [],
    "SQLite": ["CSQLite", "Glibc"],
    "Leaf": ["Crypto"],
    "TransparencyLog": ["Crypto"],
    "Geometry": [],
    "Vocabulary": ["Leaf", "Schemas"],
    "Views": ["Vocabulary", "Leaf"],
    "Ledger": ["Vocabulary", "Leaf", "TransparencyLog", "Crypto", "CryptoExtras", "Glibc", "Synchronization"],
    "SQLiteLog": ["Ledger", "TransparencyLog", "SQLite", "Schemas", "Leaf", "Vocabulary", "Glibc", "Synchronization"],
    "ViewStore": [
      "Ledger", "Views", "Vocabulary", "Leaf", "TransparencyLog", "SQLite", "Schemas", "Crypto", "Glibc",
      "Synchronization",
    ],
    "Audit": [
      "Ledger", "ViewStore", "SQLiteLog", "SQLite", "TransparencyLog", "Vocabulary", "Leaf", "Crypto", "Schemas",
      "Views", "Glibc",
    ],
    "Exchange": [
      "Ledger", "ViewStore", "Views", "Vocabulary", "Leaf", "TransparencyLog", "Geometry", "SQLite", "Schemas", "CZlib",
      "Crypto", "Glibc", "Synchronization",
    ],
    "daybook-net": [
      "Audit", "Ledger", "TransparencyLog", "ArgumentParser", "Foundation", "FoundationNetworking", "Hummingbird",
      "HummingbirdCore", "HTTPTypes", "Logging", "NIOCore", "NIOHTTPTypes", "Synchronization", "Glibc",
    ],
    "daybook": [
      "Audit", "Exchange", "ViewStore", "Views", "SQLiteLog", "Ledger", "Vocabulary", "Leaf", "TransparencyLog",
      "Geometry", "Schemas", "ArgumentParser", "Logging", "Glibc", "Synchronization", "Crypto",
    ],
  ]

  @Test(arguments: Repository.here.sources)
  func `a module imports only what lies below it`(file: Repository.File) throws {
    let module = try #require(file.module)
    let permitted = try #require(Self.allowed[module], "give \(module) a row in the table of imports")
    for name in Self.imports(of: file.text) {
      #expect(permitted.contains(name), "\(module) may not import \(name)")
    }
  }

  @Test func `the reader of imports sees every form of import`() {
    let source = """
      @testable import A
      public import struct B.C
      internal import D // E
      // import F
      import func G.h
      @_exported @preconcurrency package import I
      let text = "import J"
      """
    #expect(Self.imports(of: source) == ["A", "B", "D", "G", "I"])
  }

  static func imports(of text: String) -> [String] {
    SwiftText(text).text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let position = words.firstIndex(of: "import"),
        words[..<position].allSatisfy({ $0.hasPrefix("@") || levels.contains(String($0)) })
      else { return nil }
      let rest = words[(position + 1)...].drop { declarations.contains(String($0)) }
      return rest.first.map { String($0.prefix { $0 != "." }) }
    }
  }

  private static let levels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
  private static let declarations: Set<String> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
  ]
}
