import Leaf
import Ledger
import TransparencyLog
import Vocabulary

/// The originals that events name, with the first event that does.
struct NamedEvidence {
  private(set) var events: [Digest: UInt64] = [:]
  /// The SHA-512 that the first custody event to give one gives for an original.
  private(set) var sha512: [Digest: String] = [:]

  /// Reads through all events. Memory grows with the originals, not with the events.
  init(_ ledger: Ledger) throws {
    let size = try ledger.size
    var progress = Progress("events", of: size)
    var document = Document()
    try unsafe ledger.log.read(0..<size) { position, leaf in
      if position.isMultiple(of: 256) { progress.reach(position) }
      try unsafe document.parse(leaf, as: .trusted)
      guard let payload = document.root["payload"] else { return true }
      for element in [payload["evidence"], payload["before"], payload["after"]] {
        guard let digest = element?.string.flatMap({ Digest(hex: $0) }), events[digest] == nil else { continue }
        events[digest] = position
      }
      if let second = payload["sha512"]?.string,
        let digest = payload["evidence"]?.string.flatMap({ Digest(hex: $0) }), sha512[digest] == nil
      {
        sha512[digest] = second
      }
      return true
    }
    progress.end()
  }
}
