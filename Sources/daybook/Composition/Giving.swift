import Audit
import Leaf
import Ledger
import TransparencyLog

/// Gathers protected values for a reader.
struct Giving {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// What is to be given, and what is not.
  struct Set {
    var file = DisclosureFile(lines: [])
    /// Values whose key is not here.
    var withheld = 0
    /// Values that were destroyed.
    var redacted = 0
  }

  /// Every redaction that the log announces.
  func redactions() throws -> Redactions { try Redactions(of: ledger) }

  /// The values of events, in the order of the log.
  func values(of positions: [UInt64], named names: [String]) throws -> Set {
    let redactions = try redactions()
    var set = Set()
    for position in Swift.Set(positions).sorted() {
      try add(position, try digests(at: position), named: names, redactions, &set)
    }
    return set
  }

  /// The values of every event.
  func all(named names: [String]) throws -> Set {
    let redactions = try redactions()
    var hiding: [(UInt64, [String])] = []
    var document = Document()
    try unsafe ledger.read(0..<UInt64.max >> 1) { position, leaf in
      try unsafe document.parse(leaf, as: .trusted)
      if let digests = document.root["_sd"] { hiding.append((position, digests.elements.compactMap(\.string))) }
    }
    var set = Set()
    for (position, digests) in hiding { try add(position, digests, named: names, redactions, &set) }
    return set
  }

  /// What a reader was given before.
  func again(to reader: String, named names: [String]) throws -> Set {
    let grants = try ledger.readers.grants(to: reader)
    let redactions = try redactions()
    var set = Set()
    for (position, grants) in Dictionary(grouping: grants, by: \.position).sorted(by: { $0.key < $1.key }) {
      try add(position, grants.map(\.digest), named: names, redactions, &set)
    }
    return set
  }

  /// Notes what a reader got.
  func note(_ set: Set, for reader: String) throws {
    let now = ledger.now
    let grants = set.file.lines.flatMap { line in
      line.disclosures.map { Readers.Grant(at: now, position: line.position, digest: $0.digest) }
    }
    try ledger.readers.note(grants, to: reader)
  }

  private func add(
    _ position: UInt64, _ digests: [String], named names: [String], _ redactions: Redactions, _ set: inout Set
  ) throws {
    var opened: [String: Disclosure] = [:]
    for sealed in try ledger.log.disclosures(of: position) {
      guard let text = try? ledger.disclosures.open(sealed),
        let disclosure = try? Disclosure(text: String(decoding: text, as: UTF8.self))
      else { continue }
      opened[disclosure.digest] = disclosure
    }
    var given: [Disclosure] = []
    for digest in digests {
      if redactions.event(redacting: digest) != nil {
        set.redacted += 1
      } else if let disclosure = opened[digest] {
        if names.isEmpty || names.contains(disclosure.name) { given.append(disclosure) }
      } else {
        set.withheld += 1
      }
    }
    // The order of the digests says nothing; that of the names helps who reads.
    given.sort { ($0.name, $0.digest) < ($1.name, $1.digest) }
    if !given.isEmpty { set.file.lines.append(DisclosureFile.Line(position: position, disclosures: given)) }
  }

  private func digests(at position: UInt64) throws -> [String] {
    let document = try Document(try ledger.leaf(at: position), as: .trusted)
    return document.root["_sd"]?.elements.compactMap(\.string) ?? []
  }
}
