/// Small files that are read and replaced whole: keys, heads, markers.
package enum SmallFile {
  /// The bytes of a file, or `nil` when it is missing.
  package static func read(_ path: String) throws(FileError) -> [UInt8]? {
    guard let status = try FileSystem.status(path) else { return nil }
    let file = try OpenFile(path, .reading)
    return try readAll(file, reserving: Int(status.size))
  }

  /// The rest of an open file, such as standard input; what lies beyond a limit is not read.
  package static func readAll(
    _ file: borrowing OpenFile, reserving size: Int = 0, limit: Int = .max
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < limit {
      let count: Result<Int, FileError> = unsafe chunk.withUnsafeMutableBytes { buffer in
        do throws(FileError) { return .success(try unsafe file.read(into: buffer)) } catch { return .failure(error) }
      }
      let got = try count.get()
      if got == 0 { break }
      bytes += chunk[..<got]
    }
    return bytes
  }

  /// Replaces a file so that after a power failure either the old or the new one is there, whole. Durable on return.
  package static func replace(_ path: String, with bytes: [UInt8], mode: UInt32) throws(FileError) {
    let temporary = path + ".new"
    try FileSystem.remove(temporary)
    do {
      let file = try OpenFile(temporary, .creating(mode: mode))
      try file.write(bytes)
      try file.setMode(mode)
      try file.sync()
    }
    try FileSystem.rename(temporary, path)
    try FileSystem.syncFolder(folder(of: path))
  }

  /// Writes a new file, durable on return; refuses when the name is taken.
  package static func create(_ path: String, with bytes: [UInt8], mode: UInt32) throws(FileError) {
    do {
      let file = try OpenFile(path, .creating(mode: mode))
      try file.write(bytes)
      try file.setMode(mode)
      try file.sync()
    }
    try FileSystem.syncFolder(folder(of: path))
  }

  /// Overwrites a file with zeros, makes that durable, and removes it. On media that copy on write, old blocks may survive; say so where it matters.
  package static func destroy(_ path: String) throws(FileError) {
    guard let status = try FileSystem.status(path) else { return }
    do {
      let file = try OpenFile(path, .locking)
      try file.write([UInt8](repeating: 0, count: Int(status.size)))
      try file.sync()
    }
    try FileSystem.remove(path)
    try FileSystem.syncFolder(folder(of: path))
  }

  /// The folder part of a path; `.` when there is none.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2f) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }
}
