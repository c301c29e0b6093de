import Foundation
import Testing

/// What a person is told whose disk takes no more, or nothing at all.
@Suite struct DiskTests {
  @Test(.enabled(if: Machine.mayBecomeNobody, "root cannot become another user here (setpriv)"))
  func `a ledger that may only be read is left as it is`() throws {
    try Transcript.wherePossible("read-only.md").check()
  }

  @Test(.enabled(if: Machine.mayMount, "no small file system can be mounted here (unshare, mount)"))
  func `a full disk takes nothing half`() throws {
    try Transcript.wherePossible("full-disk.md").check()
  }
}

extension Transcript {
  /// A transcript that some machines cannot run.
  fileprivate static func wherePossible(_ name: String) throws -> Self {
    try Self(repository.appendingPathComponent("Tests/TranscriptTests/Transcripts/where-possible/\(name)"))
  }
}

/// What this machine lets a test do.
private enum Machine {
  static let mayBecomeNobody =
    getuid() != 0 || succeeds("setpriv --reuid 65534 --regid 65534 --clear-groups test ! -w /")

  static let mayMount = succeeds(
    "unshare --mount \(getuid() == 0 ? "" : "--map-root-user") bash -c 'mount -t tmpfs -o size=1m none /mnt'")

  private static func succeeds(_ command: String) -> Bool {
    guard let shell = try? Shell() else { return false }
    defer { shell.remove() }
    return (try? shell.run(command).status) == 0
  }
}
