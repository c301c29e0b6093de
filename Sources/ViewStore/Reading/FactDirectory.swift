internal import SQLite
internal import Synchronization
internal import Views
public import Vocabulary

/// The actors, places, sources and agreements that stand in the views, for resolving the names of drafts.
///
/// It shows the moment at which it was made. Ids and names once found are remembered, since drafts repeat them.
public final class FactDirectory: Directory {
  private let state: Mutex<State>

  init(_ source: sending StatementSource) throws {
    state = Mutex(try State(source))
  }

  public func knows(_ id: String, in namespace: Namespace) -> Bool {
    state.withLock { $0.knows(id, namespace) }
  }

  public func entries(named written: String, folded: [UInt8], in namespace: Namespace) -> [DirectoryEntry] {
    state.withLock { $0.entries(written, folded, namespace) }
  }

  public func names(in namespace: Namespace) -> [String] { state.withLock { $0.names(namespace) } }

  /// The entries with an id or a name that begins so, in the order of their folded names; for completing what is typed.
  ///
  /// - Parameters:
  ///   - folded: the beginning, folded (see ``Folding``); empty for the first of all.
  ///   - limit: how many names are looked at; an entry has several.
  package func entries(beginning folded: [UInt8], in namespace: Namespace, limit: Int) -> [DirectoryEntry] {
    state.withLock { $0.entries(beginning: folded, namespace, limit) }
  }

  /// What went wrong while the views were read, if anything: a name that was not found may then be there all the same.
  public var failure: ViewStoreError? { state.withLock { $0.snapshot.failure } }
}

extension FactDirectory {
  /// What the look-ups share; one thread at a time.
  private final class State {
    /// How many entries are remembered before all are forgotten.
    private static let limit = 50_000

    let snapshot: Snapshot
    private let selectIDs: Statement
    private let selectNames: Statement
    private let selectBeginning: Statement
    private var entries: [Key: [DirectoryEntry]] = [:]

    private struct Key: Hashable {
      var namespace: Namespace
      var id: Verbatim
    }

    init(_ source: StatementSource) throws {
      snapshot = try Snapshot(source, at: .now)
      selectIDs = try source.prepare(DirectorySQL.ids)
      selectNames = try source.prepare(DirectorySQL.all)
      selectBeginning = try source.prepare(DirectorySQL.beginning)
    }

    func knows(_ id: String, _ namespace: Namespace) -> Bool { !entries(of: id, namespace).isEmpty }

    func entries(_ written: String, _ folded: [UInt8], _ namespace: Namespace) -> [DirectoryEntry] {
      let withID = entries(of: written, namespace)
      if !withID.isEmpty { return withID }
      let ids = texts(selectIDs) {
        try $0.bind(1, namespace.code)
        try $0.bind(2, text: folded)
      }
      return ids.flatMap { entries(of: $0, namespace) }.filter { entry in
        ([entry.id] + entry.names).contains { Folding.fold($0) == folded }
      }
    }

    func entries(beginning folded: [UInt8], _ namespace: Namespace, _ limit: Int) -> [DirectoryEntry] {
      let ids = texts(selectBeginning) {
        try $0.bind(1, namespace.code)
        try $0.bind(2, text: folded)
        // No UTF-8 text has this byte, so that every text with the beginning comes before it.
        try $0.bind(3, text: folded + [0xFF])
        try $0.bind(4, Int64(limit))
      }
      var seen: Set<Verbatim> = []
      return ids.filter { seen.insert(Verbatim($0)).inserted }.flatMap { entries(of: $0, namespace) }.filter { entry in
        ([entry.id] + entry.names).contains { Folding.fold($0).starts(with: folded) }
      }
    }

    func names(_ namespace: Namespace) -> [String] {
      let ids = texts(selectNames) { try $0.bind(1, namespace.code) }
      return Set(ids.map(Verbatim.init)).sorted().map(\.text).flatMap { id in
        entries(of: id, namespace).flatMap { [$0.id] + $0.names }
      }
    }

    /// The standing entries with an id.
    private func entries(of id: String, _ namespace: Namespace) -> [DirectoryEntry] {
      let key = Key(namespace: namespace, id: Verbatim(id))
      if let known = entries[key] { return known }
      var memory = MemoryDirectory()
      for fact in snapshot.facts(ReferenceFacts.name, subject: Subject.named(namespace.family, id).text) {
        memory.learn(fact.leaf)
      }
      let found = memory.entries(named: id, folded: Folding.fold(id), in: namespace)
      if entries.count >= State.limit { entries.removeAll(keepingCapacity: true) }
      entries[key] = found
      return found
    }

    private func texts(_ select: borrowing Statement, _ bind: (borrowing Statement) throws -> Void) -> [String] {
      snapshot.reading([]) {
        try bind(select)
        defer { select.reset() }
        var found: [String] = []
        while try select.step() { found.append(select.text(0) ?? "") }
        return found
      }
    }
  }
}

extension Namespace {
  /// The family of reference facts that holds the entries.
  fileprivate var family: Subject.Family {
    switch self {
    case .actor: .actor
    case .place: .place
    case .source: .source
    case .agreement: .agreement
    }
  }
}
