internal import Leaf
public import Ledger
internal import TransparencyLog

/// Writes an audit bundle: everything that somebody needs to check a ledger, or some of its events, offline and years
/// later without this program; PROVENANCE.md, section Bundle.
///
/// The bundle covers what the newest signed checkpoint covers. It appears under its name whole or not at all.
public struct BundleWriter {
  let ledger: Ledger
  let order: BundleOrder
  let bag: BagWriter
  /// The checkpoint that the bundle stands on, and its note.
  let checkpoint: Checkpoint
  let note: [UInt8]
  /// What is told of each size: the note that is kept, and the timestamps over it.
  let history: [UInt64: StoredCheckpoint]
  let progress: (String, UInt64, UInt64) -> Void
  /// The keys that seal it; none where no key of the log is held.
  private let signers: [SignerKey]
  var receipt: BundleReceipt

  /// Writes a bundle in a new folder.
  ///
  /// - Parameters:
  ///   - progress: told what is written, how much of it, and of how much.
  /// - Throws: `alreadyThere` when the folder exists, `key` when the key that seals cannot be opened, `damaged` when the events do not give the signed root, and what the
  ///   ledger throws. Nothing stays of a bundle that was not finished.
  public static func write(
    _ order: BundleOrder, of ledger: Ledger, to target: String,
    progress: @escaping (String, UInt64, UInt64) -> Void = { _, _, _ in }
  ) throws -> BundleReceipt {
    let history = try history(of: ledger)
    guard let newest = history.max(by: { $0.key < $1.key })?.value else { throw Unsigned() }
    // A passphrase is asked for before the long work.
    let signers = try signers(of: ledger, order)
    let bag = try BagWriter(target)
    do {
      var writer = try BundleWriter(ledger, order, bag, newest, history, signers, progress)
      try writer.writeAll()
      return writer.receipt
    } catch {
      bag.abandon()
      throw error
    }
  }

  /// The log has no signed checkpoint yet, so that a bundle would prove nothing.
  public struct Unsigned: Error, Equatable { public init() {} }

  private init(
    _ ledger: Ledger, _ order: BundleOrder, _ bag: BagWriter, _ newest: StoredCheckpoint,
    _ history: [UInt64: StoredCheckpoint], _ signers: [SignerKey],
    _ progress: @escaping (String, UInt64, UInt64) -> Void
  ) throws {
    self.ledger = ledger
    self.order = order
    self.bag = bag
    self.history = history
    self.signers = signers
    self.progress = progress
    note = newest.note
    checkpoint = try Checkpoint(text: Note(newest.note).text)
    let events = order.positions.map { UInt64($0.count { $0 < newest.size }) } ?? newest.size
    receipt = BundleReceipt(
      size: newest.size, events: events, files: 0, bytes: 0, originals: 0, absentOriginals: 0, values: 0,
      emptyTables: [], isSealed: false)
  }

  /// The keys of the log that are held here and that no event has ended; a file that others may read, or that holds none
  /// of them, seals nothing.
  private static func signers(of ledger: Ledger, _ order: BundleOrder) throws(LedgerError) -> [SignerKey] {
    guard order.isSealed, let held = try? ledger.keys.held(for: ledger.origin), !held.isEmpty else { return [] }
    let ended = Set(try ledger.keyEvents(below: ledger.size).ends.map { KeyID.text($0.key) })
    do throws(LedgerError) {
      return try ledger.keys.signers(for: ledger.origin, passphrase: order.passphrase, except: ended)
    } catch {
      if case .key(.notHeld) = error { return [] }
      throw error
    }
  }

  /// Of each size the note that has timestamps, else the newest.
  private static func history(of ledger: Ledger) throws(LedgerError) -> [UInt64: StoredCheckpoint] {
    var history: [UInt64: StoredCheckpoint] = [:]
    for kept in try ledger.checkpoints() where kept.size > 0 {
      if let other = history[kept.size], try !ledger.log.tokens(of: other.number).isEmpty,
        try ledger.log.tokens(of: kept.number).isEmpty
      {
        continue
      }
      history[kept.size] = kept
    }
    return history
  }

  private mutating func writeAll() throws {
    try writeLog()
    try writeProofs()
    try writeDisclosures()
    try writeOriginals()
    try writeProvenance()
    try writeTables()
    try writeTrust()
    try bag.put("verify.py", order.reader)
    try bag.put("ro-crate-metadata.json", Array(crate.utf8))
    try bag.tag("README.txt", Array(readme.utf8))
    receipt.isSealed = !signers.isEmpty
    let (origin, size, signers) = (ledger.origin, checkpoint.size, signers)
    try bag.finish(info: info) { tags in
      guard !signers.isEmpty else { return nil }
      // The second line of a checkpoint is a number, that of a seal 64 hexadecimal digits: neither reads as the other.
      let text = "\(origin)/bundle-seal\n\(tags)\n\(origin) \(size)\n"
      return try Note.sign(Array(text.utf8), with: signers).bytes
    }
    receipt.files = bag.fileCount
    receipt.bytes = bag.byteCount
  }

  private mutating func writeLog() throws {
    try bag.put("log/checkpoint", note)
    let isFull = order.positions == nil
    for (size, kept) in history.sorted(by: { $0.key < $1.key }) where isFull || size == checkpoint.size {
      try bag.put("log/checkpoints/\(size)", kept.note)
      for (index, token) in try ledger.log.tokens(of: kept.number).enumerated() {
        try bag.put("log/timestamps/\(size).\(index + 1).tsr", token)
      }
    }
    if let positions = order.positions {
      for position in positions where position < checkpoint.size {
        try bag.put("events/\(position).json", try ledger.leaf(at: position))
      }
    } else {
      let (size, progress) = (checkpoint.size, progress)
      try StaticLog.write(ledger, to: checkpoint, into: SubfolderSink("log", of: bag)) { progress("events", $0, size) }
    }
  }

  private func writeProofs() throws {
    let tree = try ledger.tree()
    for position in order.positions ?? order.proofs where position < checkpoint.size {
      let hashes = try Tree.proveInclusion(index: position, size: checkpoint.size, reader: tree)
      // A proof is never given away unchecked: the stored tree is not trusted.
      try Tree.verifyInclusion(
        of: Digest.leaf(try ledger.leaf(at: position)), index: position, size: checkpoint.size, root: checkpoint.root,
        proof: hashes)
      try bag.put(
        "proofs/\(position).tlog-proof", InclusionProofFile(index: position, proof: hashes, checkpoint: note).bytes)
    }
  }

  private mutating func writeDisclosures() throws {
    let shown = order.disclosures.filter { position, texts in
      !texts.isEmpty && position < checkpoint.size && order.positions?.contains(position) ?? true
    }
    receipt.values = shown.values.reduce(0) { $0 + $1.count }
    let lines = shown.sorted { $0.key < $1.key }.map { position, texts in
      let line: Value = ["leaf": .integer(Int64(position)), "sd": .array(texts.map(Value.string))]
      return String(decoding: line.encode(), as: UTF8.self) + "\n"
    }
    try bag.put("disclosures.jsonl", Array(lines.joined().utf8))
  }

  /// Calls for every event of the bundle.
  func eachLeaf(_ body: (UInt64, UnsafeRawBufferPointer) throws -> Void) throws {
    guard let positions = order.positions else { return try unsafe ledger.read(0..<checkpoint.size, body) }
    for position in positions where position < checkpoint.size {
      try unsafe ledger.leaf(at: position).withUnsafeBytes { try unsafe body(position, $0) }
    }
  }

  private mutating func writeOriginals() throws {
    guard order.holdsOriginals else { return }
    var document = Document()
    let named = try NamedOriginals()
    try unsafe eachLeaf { position, leaf in
      try unsafe document.parse(leaf, as: .trusted)
      try named.note(document.root, at: position)
    }
    for first in UInt8.min...UInt8.max {
      progress("originals", UInt64(first), 256)
      for digest in try named.digests(beginningWith: first).sorted() { try writeOriginal(digest) }
    }
  }

  private mutating func writeOriginal(_ digest: Digest) throws {
    guard try ledger.evidence.contains(digest) else {
      receipt.absentOriginals += 1
      return
    }
    let found = try bag.copy(
      ledger.evidence.path(of: digest), to: "evidence/sha256/\(digest.hex.prefix(2))/\(digest.hex)")
    guard found == digest.hex else {
      throw LedgerError.evidence(.altered(digest, found: Digest(hex: found) ?? .emptyRoot))
    }
    receipt.originals += 1
  }

  private func writeProvenance() throws {
    let provenance = Provenance(of: ledger, positions: order.positions, size: checkpoint.size)
    var sections: ProvSections?
    try unsafe bag.stream("prov/prov.provn") { write in
      sections = try provenance.writeN(gatheringIn: bag.scratch) { piece in
        try unsafe piece.withUnsafeBytes { try unsafe write($0) }
      }
    }
    try unsafe bag.stream("prov/prov.json") { write in
      try sections?.forEachPiece { piece in try unsafe piece.withUnsafeBytes { try unsafe write($0) } }
    }
  }

  private mutating func writeTables() throws {
    guard !order.tables.isEmpty else { return }
    var listed: [Value] = []
    for table in order.tables {
      var rows: UInt64 = 0
      let digest = try unsafe bag.stream("views/" + table.file) { write in
        rows = try table.draw { piece in try unsafe piece.withUnsafeBytes { try unsafe write($0) } }
      }
      if rows == 0 { receipt.emptyTables.append(table.file) }
      listed.append([
        "file": .string(table.file), "question": .string(table.question), "sha256": .string(digest),
      ])
    }
    let list: Value = [
      "origin": .string(ledger.origin), "size": .integer(Int64(checkpoint.size)), "root": .string(checkpoint.root.hex),
      "tables": .array(listed),
    ]
    try bag.put("views/views.json", list.encode() + [0x0a])
  }

  private func writeTrust() throws {
    let key = try ledger.keys.verifier()
    let keys = [key] + order.otherKeys.filter { $0 != key }
    let lines =
      ["# A copy for reading only: take the keys from somebody you trust, not from here."] + keys.map { "log \($0)" }
      + order.policy
    try bag.put("trust/policy.txt", Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
