import Foundation
import Ledger
import Testing
import TransparencyLog
import Views
import Vocabulary

@testable import ViewStore
@testable import daybook

/// Searching the Mali case: whatever is shown of an event leads to it, and nothing else of it does.
@Suite
struct SearchCaseTests {
  @Test func `every word that a list shows of an event finds it`() throws {
    let mali = try MaliCase.shared.get()
    let index = SearchIndex(at: mali.folder + "/words.sqlite")
    let log = FollowedLedger(mali.ledger)
    try index.follow(log)
    let references = References(try mali.views.snapshot())
    let guarding = EventGuard(.region, in: mali.ledger) { references }
    var leading: [String: Set<UInt64>] = [:]
    var withheld = 0
    for position in 0..<(try mali.ledger.size) {
      let row = try EventRow(position, mali.ledger.leaf(at: position), guarding)
      withheld += row.withheld == nil ? 0 : 1
      for word in Folding.text(row.summary).split(separator: " ").map(String.init) {
        if leading[word] == nil, let query = SearchQuery(word) {
          var found: Set<UInt64> = []
          try index.forEach(query, in: 0..<log.size()) { found.insert($0).inserted }
          leading[word] = found
        }
        #expect(leading[word]?.contains(position) ?? true, "\(word) does not lead to #\(position): \(row.summary)")
      }
    }
    #expect(withheld > 5)
    #expect(leading.count > 500)
  }

  /// An index that an older program made is used when its format is the same: it must hold the words of today's lines.
  @Test func `the lines that are indexed are those of this format of the index`() throws {
    let mali = try MaliCase.shared.get()
    var lines = ""
    for position in 0..<(try mali.ledger.size) {
      let event = try EventRow(position, mali.ledger.leaf(at: position)).event
      lines += event.indexedTexts.joined(separator: "\n") + "\n"
    }
    let digest = Digest.sha256(Array(lines.utf8)).hex.prefix(16)
    #expect(
      digest == "a873f8b671d3207c",
      "what events say in one line has changed: raise SearchIndex.format (now \(SearchIndex.format)), then pin this digest"
    )
  }

  @Test func `a search that the index cannot serve reads every event`() throws {
    let mali = try MaliCase.shared.get()
    let ledger = ["--ledger", mali.folder]
    let words = ["log", "--search", "territory -half", "--format", "csv"]
    let indexed = try OutputCorpus.output(of: words + ledger)
    #expect(indexed.split(separator: "\r\n").count > 5)
    let lock = try FileLock(mali.folder + "/search.sqlite.lock", .exclusive, waits: true)
    try? FileManager.default.removeItem(atPath: mali.folder + "/search.sqlite")
    #expect(try OutputCorpus.output(of: words + ledger) == indexed)
    let reversed = try OutputCorpus.output(of: words + ledger + ["--reverse"])
    _ = consume lock
    let rows = [indexed, reversed].map { Array($0.split(separator: "\r\n").dropFirst()) }
    #expect(rows[0] == rows[1].reversed())
    #expect(try OutputCorpus.output(of: words + ledger + ["--reverse"]) == reversed)
  }
}
