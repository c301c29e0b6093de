internal import Glibc

/// Bytes that wait on the disk until they are asked for, in a file without a name: nothing of it stays, however this ends.
///
/// Written pieces are gathered, so that short ones cost little. Memory is one buffer, however long the file.
package final class NamelessFile {
  private let file: OpenFile
  private var gathered: [UInt8] = []

  private static let enough = 1 << 16

  /// Makes an empty one in a folder.
  package init(in folder: String = usualFolder) throws(FileError) {
    let path = "\(folder)/.daybook-\(Hexadecimal.text(Random.bytes(8)))"
    file = try OpenFile(path, .creating(mode: 0o600))
    try FileSystem.remove(path)
  }

  /// Where such files lie when nothing else is at hand: `TMPDIR`, else `/var/tmp`, since `/tmp` is often kept in memory.
  package static var usualFolder: String {
    guard let folder = unsafe getenv("TMPDIR") else { return "/var/tmp" }
    return unsafe String(cString: folder)
  }

  /// Adds bytes at the end.
  package func add(_ bytes: some Sequence<UInt8>) throws(FileError) {
    gathered.append(contentsOf: bytes)
    if gathered.count >= NamelessFile.enough { try writeOut() }
  }

  /// Gives all bytes from the first one on, piece by piece.
  package func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    try writeOut()
    try file.rewind()
    var piece = [UInt8](repeating: 0, count: NamelessFile.enough)
    while true {
      let count = try read(into: &piece)
      guard count > 0 else { return }
      try body(count == piece.count ? piece : Array(piece[..<count]))
    }
  }

  private func read(into piece: inout [UInt8]) throws(FileError) -> Int {
    let result: Result<Int, FileError> = unsafe piece.withUnsafeMutableBytes { memory in
      do throws(FileError) { return .success(try unsafe file.read(into: memory)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func writeOut() throws(FileError) {
    try file.write(gathered)
    gathered.removeAll(keepingCapacity: true)
  }
}
