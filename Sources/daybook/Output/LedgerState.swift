import Glibc
import Leaf
import Ledger
import TransparencyLog
import ViewStore
import Vocabulary

/// The state of a ledger at one moment.
struct LedgerState {
  let path: String
  let origin: String
  let size: UInt64
  let root: Digest
  /// When the last event was recorded; empty when there is none.
  let lastRecorded: String
  let checkpoint: StoredCheckpoint?
  let checkpoints: Int
  /// The public key, or why it cannot be read.
  let key: Result<VerifierKey, LedgerError>
  /// How many events the views have seen; `nil` when there are no views.
  let followed: UInt64?
  /// How many events the index of words has seen; `nil` when there is none of these events.
  let indexed: UInt64?
  let evidence: (count: Int, bytes: UInt64)
  /// What others may read although it is secret.
  let open: [String]

  init(_ ledger: Ledger) throws {
    path = ledger.folder.path
    origin = ledger.origin
    (size, root) = try ledger.head()
    lastRecorded = size == 0 ? "" : Event(try Document(ledger.leaf(at: size - 1), as: .trusted)).at
    let notes = try ledger.checkpoints()
    checkpoint = notes.last
    checkpoints = notes.count
    do throws(LedgerError) { key = .success(try ledger.keys.verifier()) } catch { key = .failure(error) }
    followed = try? ViewStore(at: ledger.folder.views).snapshot().followed
    indexed = SearchIndex(at: ledger.folder.search).covered(FollowedLedger(ledger))
    var found = (count: 0, bytes: UInt64(0))
    try ledger.evidence.list { _, size throws(LedgerError) in
      found.count += 1
      found.bytes += size
    }
    evidence = found
    open = Self.openFiles(ledger.keys)
  }

  /// Secret files and folders that others than their owner may read.
  private static func openFiles(_ keys: KeyStore) -> [String] {
    [keys.path, keys.signerPath, keys.headPath].filter { path in
      var status = stat()
      return unsafe stat(path, &status) == 0 && status.st_mode & 0o077 != 0
    }
  }

  func write(to output: inout Output) {
    var sheet = Sheet()
    sheet.add("Ledger", path)
    sheet.add("Origin", origin)
    sheet.add("Events", Progress.grouped(size) + (lastRecorded.isEmpty ? "" : ", the last recorded \(lastRecorded)"))
    sheet.add("Root", root.hex)
    sheet.add("Signed", signed)
    switch key {
    case .success(let key): sheet.add("Key", key.description)
    case .failure(let error): sheet.add("Key", error.message)
    }
    sheet.add("Views", Self.state(followed, of: size, "reads them"))
    sheet.add("Words", Self.state(indexed, of: size, "searches"))
    sheet.add(
      "Evidence", "\(evidence.count) \(evidence.count == 1 ? "original" : "originals"), \(evidence.bytes) bytes")
    for path in open { sheet.add("Open", "others may read \(path): chmod go= \(path)") }
    sheet.write(to: &output)
  }

  private var signed: String {
    guard let checkpoint else { return "never; sign with: daybook checkpoint" }
    let count = checkpoints == 1 ? "1 checkpoint" : "\(checkpoints) checkpoints"
    if checkpoint.size == size { return "all events; \(count)" }
    return "the first \(Progress.grouped(checkpoint.size)) of them; \(count); sign the rest with: daybook checkpoint"
  }

  /// How far something that can be thrown away has followed the log.
  private static func state(_ followed: UInt64?, of size: UInt64, _ reads: String) -> String {
    guard let followed else { return "none yet; made by the next command that \(reads)" }
    return followed == size
      ? "up to date" : "have seen \(Progress.grouped(followed)) of the events; brought up to date by the next command"
  }

  /// The state on one line for a program. Its schema is `output_status.json`.
  var json: String {
    var value: Value = [
      "ledger": .string(path), "origin": .string(origin), "size": .integer(Int64(size)), "root": .string(root.hex),
      "checkpoints": .integer(Int64(checkpoints)), "evidence": .integer(Int64(evidence.count)),
      "evidence_bytes": .integer(Int64(clamping: evidence.bytes)), "open_files": .array(open.map(Value.string)),
    ]
    value["signed_size"] = checkpoint.map { .integer(Int64($0.size)) } ?? .null
    value["last_recorded"] = lastRecorded.isEmpty ? .null : .string(lastRecorded)
    value["indexed"] = indexed.map { .integer(Int64($0)) } ?? .null
    value["followed"] = followed.map { .integer(Int64($0)) } ?? .null
    if case .success(let key) = key { value["key"] = .string(key.description) } else { value["key"] = .null }
    return String(decoding: value.encode(), as: UTF8.self)
  }
}
