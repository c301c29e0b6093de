import Leaf
import Ledger
import TransparencyLog

/// A check of all originals that writes down how far it came, so that one that was interrupted after hours can go on.
///
/// The state is a small text file, replaced whole: `evidence/check.state`. What was found lies beside it, a JSON object a
/// line: `evidence/check.found`, of which the state says how much counts. Both go when the check is done.
struct EvidenceRun {
  /// How far it came.
  private(set) var done = EvidenceStore.Progress()
  /// When the check was begun, UTC.
  private(set) var begun: String
  /// How many things were found so far.
  private(set) var findingCount = 0
  private let path: String
  private let foundPath: String
  private var saved = EvidenceStore.Progress()
  /// How long the file of findings is, and what is not in it yet.
  private var written: UInt64 = 0
  private var pending: [UInt8] = []

  private static let header = "daybook evidence check v2"
  /// The state is written after so many bytes or objects: hashing them again costs a second or less.
  private static let step: (bytes: UInt64, objects: Int) = (1 << 29, 2_000)
  /// So many bytes of findings are held back at most.
  private static let pendingLimit = 1 << 16

  /// A check that begins now.
  init(of folder: LedgerFolder, at now: String) {
    path = folder.evidence + "/check.state"
    foundPath = folder.evidence + "/check.found"
    begun = now
  }

  /// The check that was interrupted; `nil` when there is none, or its files cannot be read.
  init?(interruptedIn folder: LedgerFolder) {
    self.init(of: folder, at: "")
    guard let bytes = try? SmallFile.read(path) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count == 6, lines[0] == Self.header, let folders = Int(lines[2]), (0...256).contains(folders),
      let (objects, bytes) = Self.figures(lines[3]), let (count, length) = Self.figures(lines[5])
    else { return nil }
    let last = Digest(hex: lines[4])
    guard last != nil || lines[4] == "-" else { return nil }
    guard length == 0 || (try? FileSystem.status(foundPath))??.size ?? 0 >= length else { return nil }
    begun = lines[1]
    done = EvidenceStore.Progress(objects: objects, bytes: bytes, folders: folders, last: last)
    saved = done
    (findingCount, written) = (count, length)
  }

  private static func figures(_ line: String) -> (Int, UInt64)? {
    let figures = line.split(separator: " ")
    guard figures.count == 2, let count = Int(figures[0]), let size = UInt64(figures[1]) else { return nil }
    return (count, size)
  }

  /// Notes a finding, so that the check that goes on can tell it.
  mutating func note(_ finding: Value) throws(LedgerError) {
    pending += finding.encode() + [0x0a]
    findingCount += 1
    if pending.count >= Self.pendingLimit { try write() }
  }

  /// Notes how far the check is, and now and then writes it down.
  mutating func reach(_ progress: EvidenceStore.Progress) throws(LedgerError) {
    done = progress
    guard done.bytes - saved.bytes >= Self.step.bytes || done.objects - saved.objects >= Self.step.objects else {
      return
    }
    try save()
  }

  /// Writes down how far the check is.
  mutating func save() throws(LedgerError) {
    if !pending.isEmpty { try write() }
    let lines = [
      Self.header, begun, "\(done.folders)", "\(done.objects) \(done.bytes)", done.last?.hex ?? "-",
      "\(findingCount) \(written)",
    ]
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    do throws(FileError) { try SmallFile.replace(path, with: text, mode: 0o600) } catch { throw LedgerError(error) }
    saved = done
  }

  /// Writes what was found behind what counts; what an interrupted check wrote later is told by this one anew.
  private mutating func write() throws(LedgerError) {
    do throws(FileError) {
      let file = try OpenFile(foundPath, .locking)
      try file.cut(to: written)
      try file.write(pending)
      try file.sync()
    } catch { throw LedgerError(error) }
    written += UInt64(pending.count)
    pending = []
  }

  /// Calls with the JSON of everything that was found, in the order in which it was.
  func eachFinding(_ body: ([UInt8]) throws -> Void) throws {
    if written > 0 {
      let lines = try JSONLines(foundPath)
      var read: UInt64 = 0
      while read < written, let (_, line) = try unsafe lines.next() {
        let bytes = unsafe [UInt8](line)
        read += UInt64(bytes.count) + 1
        try body(bytes)
      }
    }
    for line in pending.split(separator: 0x0a) { try body(Array(line)) }
  }

  /// Removes the files of a check that is done.
  func end() {
    for name in [path, foundPath] { try? FileSystem.remove(name) }
  }
}
