import Leaf
import Ledger
import TransparencyLog

/// A check of all originals that writes down how far it came, so that one that was interrupted after hours can go on.
///
/// The state is a small text file, replaced whole: `evidence/check.state`. It goes when the check is done.
struct EvidenceRun {
  /// How far it came.
  private(set) var done = EvidenceStore.Progress()
  /// When the check was begun, UTC.
  private(set) var begun: String
  /// What was found so far, a JSON object each.
  private(set) var findings: [String] = []
  private let path: String
  private var saved = EvidenceStore.Progress()

  private static let header = "daybook evidence check v1"
  /// The state is written after so many bytes or objects: hashing them again costs a second or less.
  private static let step: (bytes: UInt64, objects: Int) = (1 << 29, 2_000)

  /// A check that begins now.
  init(of folder: LedgerFolder, at now: String) {
    path = folder.evidence + "/check.state"
    begun = now
  }

  /// The check that was interrupted; `nil` when there is none, or its file cannot be read.
  init?(interruptedIn folder: LedgerFolder) {
    self.init(of: folder, at: "")
    guard let bytes = try? SmallFile.read(path) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard lines.count >= 5, lines[0] == Self.header, let folders = Int(lines[2]), (0...256).contains(folders) else {
      return nil
    }
    let figures = lines[3].split(separator: " ")
    guard figures.count == 2, let objects = Int(figures[0]), let bytes = UInt64(figures[1]) else { return nil }
    let last = Digest(hex: lines[4])
    guard last != nil || lines[4] == "-" else { return nil }
    begun = lines[1]
    done = EvidenceStore.Progress(objects: objects, bytes: bytes, folders: folders, last: last)
    saved = done
    findings = Array(lines[5...])
  }

  /// Notes a finding, so that the check that goes on can tell it.
  mutating func note(_ finding: Value) { findings.append(String(decoding: finding.encode(), as: UTF8.self)) }

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
    var lines = [Self.header, begun, "\(done.folders)", "\(done.objects) \(done.bytes)", done.last?.hex ?? "-"]
    lines += findings
    do throws(FileError) {
      try SmallFile.replace(path, with: Array((lines.joined(separator: "\n") + "\n").utf8), mode: 0o600)
    } catch { throw LedgerError(error) }
    saved = done
  }

  /// Removes the state of a check that is done.
  func end() { try? FileSystem.remove(path) }
}
