import Foundation
import Leaf
import SQLite
import TestSupport
import Testing
import Vocabulary

@testable import ViewStore

@Suite("Words are found however they are written, and nothing is found that is not there")
struct SearchTests {
  /// A text, what a person types, and whether it is found.
  struct Case: CustomTestStringConvertible {
    var text: String
    var words: String
    var isFound = true

    var testDescription: String { "\(words) in \(text)" }
  }

  static let cases: [Case] = [
    // French: capitals, accents, ligatures, elision, hyphens.
    .init(text: "Une embuscade à Ménaka, l’armée accuse le GATIA", words: "MENAKA armee"),
    .init(text: "Me\u{301}naka", words: "ménaka"), .init(text: "Le cœur de la cité", words: "coeur"),
    .init(text: "l’attaque d'hier", words: "attaque hier"), .init(text: "attaque", words: "l'attaque"),
    .init(text: "jusqu’aujourd’hui", words: "aujourd'hui"), .init(text: "Jama'at Nusrat", words: "jamaat"),
    .init(text: "attaques", words: "attaque", isFound: false), .init(text: "attaques", words: "attaq*"),
    .init(text: "the army's camp", words: "army"), .init(text: "the army’s camp", words: "army's"),
    // Arabic: harakat, tatweel, alef and hamza, ta marbuta, alef maqsura, article, conjunction, digits.
    .init(text: "هُجُومٌ عَلَى القَرْيَةِ", words: "هجوم على قرية"), .init(text: "الـــجـيـش", words: "جيش"),
    .init(text: "أزواد", words: "ازواد"), .init(text: "إقليم كيدال", words: "اقليم"),
    .init(text: "آلاف", words: "الاف"),
    .init(text: "والمدينة", words: "مدينه"), .init(text: "مدينة", words: "المدينة"), .init(text: "وقتل", words: "قتل"),
    .init(text: "موسى", words: "موسي"), .init(text: "قتل ٤٦ شخصا", words: "46"),
    .init(text: "الزير", words: "وزير", isFound: false),
    .init(text: "للجيش", words: "الجيش"), .init(text: "مسؤول", words: "مسوول"),
    .init(text: "\u{200F}غاو\u{200E}", words: "غاو"),
    // English and all: order, sequences, exclusion, dots, numbers, other scripts.
    .init(text: "almost doubled its territory", words: "territory doubled"),
    .init(text: "almost doubled its territory", words: "\"doubled its\""),
    .init(text: "almost doubled its territory", words: "\"its doubled\"", isFound: false),
    .init(text: "almost doubled its territory", words: "« almost doubled »"),
    .init(text: "al-Qaida", words: "Al Qaida"), .init(text: "Qaida al", words: "al-Qaida", isFound: false),
    .init(text: "attack with a drone", words: "attack -drone", isFound: false),
    .init(text: "attack by night", words: "attack -drone"), .init(text: "J.N.I.M. said", words: "jnim"),
    .init(text: "see www.lemonde.fr/afrique", words: "lemonde.fr"),
    .init(text: "rfi.fr", words: "lemonde.fr", isFound: false),
    .init(text: "village.Then", words: "village"), .init(text: "on 27.03.2022", words: "\"27 03 2022\""),
    .init(text: "1,000 people", words: "\"1 000\""), .init(text: "Київ", words: "КИЇВ"),
    .init(text: "𞤀𞤣𞤤𞤢𞤥", words: "𞤢𞤣𞤤𞤢𞤥"),
    .init(text: "not here", words: "nothere", isFound: false), .init(text: "OR AND NOT NEAR", words: "and OR not"),
    .init(text: "a \" b", words: "\"a b\""), .init(text: "spelling", words: "spelling:spelling", isFound: false),
  ]

  @Test(arguments: cases)
  func `A word is found as people look for it, by the index and by reading`(_ one: Case) throws {
    let scratch = try Scratch()
    let log = MemoryLog([Self.leaf(one.text), Self.leaf("nothing of the kind")])
    let index = SearchIndex(at: scratch.path("search.sqlite"))
    #expect(try index.follow(log) == 2)
    let query = try #require(SearchQuery(one.words))
    #expect(query.matches([one.text]) == one.isFound)
    #expect(try Self.found(query, index, log) == (one.isFound ? [0] : []))
  }

  @Test(arguments: ["", "  ", "\"\"", "-drone", "* - \"", "…", "'"])
  func `What holds no word that must be there is no question`(_ words: String) {
    #expect(SearchQuery(words) == nil)
  }

  @Test(arguments: SeededRandom.seeds(3))
  func `The index leads to everything that reading finds, however it came to be`(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let scratch = try Scratch()
    let log = MemoryLog()
    var index = SearchIndex(at: scratch.path("search.sqlite"))
    index.batch = 7
    for _ in 0..<12 {
      for _ in 0..<random.below(20) { log.append(Self.leaf(Self.text(&random))) }
      #expect(try index.follow(log) == log.size())
      let query = try #require(SearchQuery(Self.question(&random)))
      let read = try Self.read(query, log)
      #expect(try Self.found(query, index, log) == read)
      #expect(try Self.found(query, index, log, backwards: true) == read.reversed())
    }
    let other = SearchIndex(at: scratch.path("other.sqlite"))
    try other.rebuild(log)
    for _ in 0..<50 {
      let query = try #require(SearchQuery(Self.question(&random)))
      #expect(try Self.found(query, other, log) == Self.found(query, index, log))
    }
  }

  @Test func `An index of other events, of another program or of nothing is built anew`() throws {
    let scratch = try Scratch()
    let index = SearchIndex(at: scratch.path("search.sqlite"))
    let log = MemoryLog([Self.leaf("first"), Self.leaf("second")])
    let query = try #require(SearchQuery("third"))
    try index.follow(log)
    let other = MemoryLog([Self.leaf("first"), Self.leaf("third")])
    #expect(index.covered(other) == nil)
    try index.follow(other)
    #expect(try Self.found(query, index, other) == [1])
    #expect(index.covered(log) == nil)
    try Connection(index.path, .readWrite).execute("UPDATE indexed SET format = 0")
    #expect(index.covered(other) == nil)
    #expect(try index.follow(other) == 2)
    try Data("no database".utf8).write(to: URL(fileURLWithPath: index.path))
    #expect(try index.follow(other) == 2)
    #expect(try Self.found(query, index, other) == [1])
  }

  @Test func `While another process builds it, what it has seen stays usable`() throws {
    let scratch = try Scratch()
    let index = SearchIndex(at: scratch.path("search.sqlite"))
    let log = MemoryLog([Self.leaf("first")])
    try index.follow(log)
    log.append(Self.leaf("second"))
    let lock = try FileLock(index.path + ".lock", .exclusive, waits: false)
    #expect(throws: ViewStoreError.busy(path: index.path, waitedSeconds: 0)) { try index.follow(log, waiting: 0) }
    #expect(index.covered(log) == 1)
    _ = consume lock
    #expect(try index.follow(log) == 2)
  }

  @Test func `The index finds by words, and in order without sorting`() throws {
    let scratch = try Scratch()
    try SearchIndex(at: scratch.path("search.sqlite")).follow(MemoryLog([Self.leaf("first")]))
    let connection = try Connection(scratch.path("search.sqlite"), .readOnly)
    for sql in [SearchIndex.first, SearchIndex.last] {
      let select = try connection.prepare("EXPLAIN QUERY PLAN " + sql)
      var steps: [String] = []
      while try select.step() { steps.append(select.text(3) ?? "") }
      #expect(steps.count == 1 && steps[0].contains("VIRTUAL TABLE INDEX") && steps[0].contains("M"), "\(steps)")
    }
  }

  // MARK: Samples

  private static func leaf(_ text: String) -> [UInt8] {
    let value: Value = ["kind": "source", "payload": ["key": "k", "name": .string(text)], "v": 1]
    return value.encode()
  }

  private static let words = [
    "attaque", "l’attaque", "ATTAQUÉ", "هجوم", "الهُجُوم", "وهجوم", "Ménaka", "menaka", "army's", "army", "Jama'at",
    "jamaat", "www.rfi.fr", "rfi", "46", "٤٦", "al-Qaida", "qaida", "в Киев", "киев",
  ]

  private static func text(_ random: inout SeededRandom) -> String {
    (0..<(1 + random.below(6))).map { _ in words[random.below(words.count)] }.joined(
      separator: [" ", ", ", "\n"][random.below(3)])
  }

  private static func question(_ random: inout SeededRandom) -> String {
    let word = words[random.below(words.count)]
    let other = words[random.below(words.count)]
    return [word, "\(word) \(other)", "\"\(word) \(other)\"", "\(word) -\(other)", "\(word.prefix(3))*"][
      random.below(5)]
  }

  private static func read(_ query: SearchQuery, _ log: MemoryLog) throws -> [UInt64] {
    var found: [UInt64] = []
    try unsafe log.read(0..<log.size()) { position, leaf in
      let event = Event(try Document(unsafe [UInt8](leaf), as: .trusted))
      if query.matches(event.searchableTexts) { found.append(position) }
      return true
    }
    return found
  }

  /// What the index leads to, looked at: that is how it is used.
  private static func found(
    _ query: SearchQuery, _ index: SearchIndex, _ log: MemoryLog, backwards: Bool = false
  ) throws -> [UInt64] {
    let matching = Set(try read(query, log))
    var found: [UInt64] = []
    try index.forEach(query, in: 0..<log.size(), backwards: backwards) { position in
      if matching.contains(position) { found.append(position) }
      return true
    }
    return found
  }
}
