internal import Leaf
internal import Ledger
internal import Vocabulary

/// A leaf that comes back from a copy, with the id by which the log finds it.
struct RestoredLeaf {
  let bytes: [UInt8]
  let id: EventID

  init(_ slice: ArraySlice<UInt8>, from path: String) throws(LedgerError) {
    bytes = [UInt8](slice)
    let document: Document
    do throws(LeafError) { document = try Document(bytes, as: .canonical) } catch {
      throw .damaged(path: path, reason: "an entry is not a canonical leaf: \(error.message)")
    }
    guard let id = document.root["id"]?.string.flatMap({ EventID($0) }) else {
      throw .damaged(path: path, reason: "an entry has no id")
    }
    self.id = id
  }
}
