package import Ledger

/// A folder that files are written into, each whole or not at all for whoever reads meanwhile.
///
/// Nothing is durable before ``sync()``: thousands of tiles are made durable in one go.
package final class FolderSink: FileSink {
  /// The folder.
  package let path: String
  private var made: Set<String> = [""]
  private var written: Set<String> = []

  /// Files go below `path`, which is made when it is missing.
  package init(_ path: String) throws(LedgerError) {
    self.path = path
    try onDisk { () throws(FileError) in try FileSystem.makeFolder(path) }
  }

  package func put(_ name: String, _ bytes: [UInt8]) throws { try place(name, bytes) }

  /// The same with typed errors.
  package func place(_ name: String, _ bytes: [UInt8]) throws(LedgerError) {
    do { try stream(name) { file in try onDisk { () throws(FileError) in try file.write(bytes) } } } catch {
      guard let error = error as? LedgerError else { preconditionFailure("writing a file throws the ledger's errors") }
      throw error
    }
  }

  /// Writes a file in pieces: `body` writes to it, and then it gets its name.
  package func stream(_ name: String, _ body: (borrowing OpenFile) throws -> Void) throws {
    try makeFolders(of: name)
    let final = path + "/" + name
    let temporary = final + ".new"
    do {
      let file = try onDisk { () throws(FileError) in
        try FileSystem.remove(temporary)
        return try OpenFile(temporary, .creating(mode: 0o644))
      }
      try body(file)
    }
    try onDisk { () throws(FileError) in try FileSystem.rename(temporary, final) }
    written.insert(name)
  }

  /// The bytes of a file, or `nil` when there is none.
  package func bytes(_ name: String) throws(LedgerError) -> [UInt8]? {
    try onDisk { () throws(FileError) in try SmallFile.read(path + "/" + name) }
  }

  /// Makes the folders that a file lies in.
  package func makeFolders(of name: String) throws(LedgerError) {
    guard let slash = name.utf8.lastIndex(of: 0x2f) else { return }
    let folder = String(name[..<slash])
    guard made.insert(folder).inserted else { return }
    try makeFolders(of: folder)
    try onDisk { () throws(FileError) in try FileSystem.makeFolder(path + "/" + folder) }
  }

  /// Returns after everything written is on the disk.
  package func sync() throws(LedgerError) {
    let (files, folders) = (written.map { "\(path)/\($0)" }, made.map { "\(path)/\($0)" })
    try onDisk { () throws(FileError) in try FileSystem.sync(files: files, folders: folders) }
    written = []
  }
}
