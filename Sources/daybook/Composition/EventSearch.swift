import Ledger
import TransparencyLog
import Vocabulary

/// Finds the event that a person means: `#12`, an id, a leaf hash, `@name`.
struct EventSearch {
  private let ledger: Ledger

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// The position; `nil` when there is no such event.
  ///
  /// - Throws: a complaint when the text is no name of an event.
  func position(of written: String) throws -> UInt64? {
    let digits = written.allSatisfy { $0.isASCII && $0.isNumber } && written.count < 16
    guard let name = EventName(digits ? "#" + written : written, sha256: { Digest.sha256($0).bytes }) else {
      throw Complaint(.usage, "'\(written)': no name of an event; allowed: \(TextForm.eventName.allowed)")
    }
    switch name {
    case .position(let position): return position < (try ledger.size) ? position : nil
    case .id(let id): return try ledger.position(of: id)
    case .leaf(let text): return try Digest(hex: text).flatMap { try position(ofLeaf: $0) }
    }
  }

  /// The position of an event that must be there.
  func require(_ written: String) throws -> UInt64 {
    if let position = try position(of: written) { return position }
    let size = try ledger.size
    let range = size == 0 ? "the ledger is empty" : "positions go from #0 to #\(size - 1)"
    throw Complaint(.noInput, "'\(written)': this ledger has no such event; \(range)\nList them with: daybook log")
  }

  /// Reads through the hashes of the tree.
  private func position(ofLeaf hash: Digest) throws -> UInt64? {
    let tree = try ledger.tree()
    for position in 0..<tree.size where try tree.leafHash(at: position) == hash { return position }
    return nil
  }
}
