/// A source that an import makes when the ledger has none.
package struct SourceDraft: Equatable, Sendable {
  package var key: String
  package var name: String
  package var url: String?

  package init(key: String, name: String, url: String? = nil) {
    self.key = key
    self.name = name
    self.url = url
  }
}
