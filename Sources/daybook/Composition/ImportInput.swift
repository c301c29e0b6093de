import Glibc
import Ledger

/// The file that an import reads, several times if need be; standard input is kept first, or put aside.
struct ImportInput {
  /// Where the bytes lie.
  let path: String
  private let isTemporary: Bool

  /// - Parameter store: where standard input is kept; `nil` puts it aside until ``remove()``.
  init(_ file: String, keepsIn store: EvidenceStore?) throws {
    guard file == "-" else {
      (path, isTemporary) = (file, false)
      return
    }
    if let store {
      let added = try store.add("-")
      (path, isTemporary) = (store.path(of: added.digest), false)
      return
    }
    let folder = Environment["TMPDIR"] ?? "/tmp"
    path = "\(folder)/daybook-\(getpid())-input"
    isTemporary = true
    do throws(FileError) {
      try FileSystem.remove(path)
      let target = try OpenFile(path, .creating(mode: 0o600))
      let source = OpenFile.standardInput
      let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
      defer { unsafe chunk.deallocate() }
      while true {
        let count = try unsafe source.read(into: chunk)
        if count == 0 { break }
        try unsafe target.write(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
      }
    } catch { throw LedgerError(error) }
  }

  /// Takes away what was put aside.
  func remove() { if isTemporary { try? FileSystem.remove(path) } }
}
