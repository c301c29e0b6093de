/// A directory over another: the events of a batch over what the ledger already holds.
public struct LayeredDirectory: Directory {
  /// What the ledger holds.
  public let base: any Directory
  /// What the batch adds.
  public var added: MemoryDirectory

  public init(base: any Directory, added: MemoryDirectory = MemoryDirectory()) {
    self.base = base
    self.added = added
  }

  /// Learns the entry that an event of the batch records.
  public mutating func learn(_ event: Event) { added.learn(event) }

  public func knows(_ id: String, in namespace: Namespace) -> Bool {
    added.knows(id, in: namespace) || base.knows(id, in: namespace)
  }

  public func entries(named written: String, folded: [UInt8], in namespace: Namespace) -> [DirectoryEntry] {
    added.entries(named: written, folded: folded, in: namespace)
      + base.entries(named: written, folded: folded, in: namespace)
  }

  public func names(in namespace: Namespace) -> [String] { added.names(in: namespace) + base.names(in: namespace) }
}
