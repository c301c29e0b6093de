// swift-tools-version: 6.2
import PackageDescription

/// Settings every module is built with; see STYLE "Facts about Swift 6.3 on Linux".
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .treatWarning("DeprecatedDeclaration", as: .warning),
]

/// A module of the product. Directions are tested by `Tests/TidyTests`, since SwiftPM does not enforce them.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A test target, named after the module that it promises things about.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + [.target(name: "TestSupport")], exclude: exclude,
    swiftSettings: strict)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
  name: "daybook",
  products: [
    .executable(name: "daybook", targets: ["daybook"]),
    .executable(name: "daybook-net", targets: ["daybook-net"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    // For daybook-net alone, without what it offers for configuration files and forms.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Schemas", path: "Schemas", exclude: ["Views"], resources: [.embedInCode("Embedded")],
      swiftSettings: strict),
    module("SQLite", ["CSQLite"]),
    module("Leaf", [crypto]),
    module("TransparencyLog", [crypto]),
    module("Geometry", []),
    module("Vocabulary", ["Leaf", "Schemas"]),
    module("Views", ["Vocabulary", "Leaf"]),
    module("Ledger", ["Vocabulary", "Leaf", "TransparencyLog", crypto, cryptoExtras]),
    module("SQLiteLog", ["Ledger", "Vocabulary", "TransparencyLog", "SQLite", "Schemas"]),
    module(
      "ViewStore", ["Ledger", "Views", "Vocabulary", "Leaf", "TransparencyLog", "SQLite", "Schemas", crypto]),
    module("Audit", ["Ledger", "ViewStore", "TransparencyLog", "Leaf", "Vocabulary", crypto]),
    module(
      "Exchange",
      [
        "Ledger", "ViewStore", "Views", "Vocabulary", "Leaf", "TransparencyLog", "Geometry", "SQLite", "Schemas",
        "CZlib", crypto,
      ]),
    .executableTarget(
      name: "daybook",
      dependencies: [
        "Audit", "Exchange", "ViewStore", "Views", "SQLiteLog", "Ledger", "Vocabulary", "Leaf", "TransparencyLog",
        "Geometry", "Schemas", arguments, logging,
      ],
      swiftSettings: strict),

    // The only program that opens the network; apart, since its libraries would slow every start of daybook.
    .executableTarget(
      name: "daybook-net",
      dependencies: [
        "Audit", "Ledger", "TransparencyLog", arguments, logging,
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: strict),

    // Not a product: only Tools/bench builds it.
    .executableTarget(
      name: "DaybookBench",
      dependencies: ["Ledger", "SQLiteLog", "ViewStore", "TransparencyLog", "Views", "Vocabulary", "Leaf"],
      path: "Tools/benchmarks/DaybookBench", swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Leaf", ["Leaf"]),
    tests("TransparencyLog", ["TransparencyLog"]),
    tests("Geometry", ["Geometry"]),
    tests("SQLite", ["SQLite"]),
    tests("Vocabulary", ["Vocabulary", "Leaf", "Schemas"]),
    tests("Views", ["Views", "Vocabulary", "Leaf"]),
    tests(
      "Ledger",
      [
        "LogConformance", "LogWriter", "CFaults", "Audit", "Ledger", "SQLiteLog", "SQLite", "Vocabulary", "Leaf",
        "TransparencyLog", crypto,
      ]),
    .target(name: "CFaults", dependencies: ["CSQLite"], path: "Tests/CFaults"),
    .executableTarget(
      name: "LogWriter", dependencies: ["Ledger", "SQLiteLog", "Vocabulary"], path: "Tests/LogWriter",
      swiftSettings: strict),
    .target(
      name: "LogConformance", dependencies: ["Ledger", "TransparencyLog", "Vocabulary"], path: "Tests/LogConformance",
      swiftSettings: strict),
    tests(
      "ViewStore", ["ReplayRunner", "ViewStore", "Views", "Ledger", "SQLiteLog", "Vocabulary", "Leaf", "SQLite"]),
    .executableTarget(
      name: "ReplayRunner", dependencies: ["Ledger", "SQLiteLog", "ViewStore"], path: "Tests/ReplayRunner",
      swiftSettings: strict),
    tests(
      "Audit",
      ["Audit", "ViewStore", "Ledger", "SQLiteLog", "TransparencyLog", "Vocabulary", "Leaf", "SQLite", "Schemas"]),
    tests("Exchange", ["Exchange", "Ledger", "SQLiteLog", "ViewStore", "Views", "Vocabulary", "Leaf", "SQLite"]),
    tests(
      "Case",
      [
        "daybook", "Exchange", "SQLite", "ViewStore", "Views", "SQLiteLog", "Ledger", "TransparencyLog", "Vocabulary",
        "Geometry", arguments,
      ]),
    tests("Network", ["Audit", "Ledger", "SQLiteLog", "TransparencyLog"]),
    tests("Transcript", ["daybook", "Views"], exclude: ["Transcripts"]),
    tests("Tidy", []),
  ]
)
