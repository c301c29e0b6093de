import Leaf
import Ledger
import Views
import Vocabulary

/// A replay that stops before the views: reads every leaf, and maps it by every projection into memory that is used again.
struct MapReplay {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Runs it once over the whole ledger.
  func run() throws {
    var document = Document()
    var sink = FactSink()
    var (events, facts, bytes) = (0, 0, 0)
    let start = ContinuousClock.now
    try unsafe ledger.read(0..<UInt64.max) { position, leaf in
      try unsafe document.parse(leaf, as: .trusted)
      Views.map(Event(document), at: position, into: &sink)
      events += 1
      facts += sink.count
      bytes += sink.byteCount
    }
    print("events=\(events)\nfacts=\(facts)\nbytes=\(bytes)\nseconds=\((ContinuousClock.now - start) / .seconds(1))")
  }

  /// Prints every fact, one a line, so that a change of the maps that is to change nothing can be proved to.
  func printFacts() throws {
    var document = Document()
    var sink = FactSink()
    try unsafe ledger.read(0..<UInt64.max) { position, leaf in
      try unsafe document.parse(leaf, as: .trusted)
      Views.map(Event(document), at: position, into: &sink)
      for fact in sink.facts {
        let days = [fact.from, fact.to].map { $0.map { String($0.number) } ?? "" }.joined(separator: "|")
        print("\(position)|\(fact.projection)|\(fact.subject)|\(days)|\(String(decoding: fact.body, as: UTF8.self))")
      }
    }
  }
}
