internal import Ledger
internal import TransparencyLog

/// Why a file of a bundle cannot be used.
struct BundleFileError: Error, Equatable {
  var reason: String
}

/// The files of a bundle, read below its folder by relative paths.
struct BundleFiles: Sendable {
  /// The folder of the bundle.
  let root: String

  /// The bytes of a small file; `nil` when it is missing. What is longer than `limit` is not read.
  func bytes(_ path: String, atMost limit: Int = 1_000_000) throws(BundleFileError) -> [UInt8]? {
    do throws(FileError) {
      guard let status = try FileSystem.status(root + "/" + path), status.isFile else { return nil }
      guard status.size <= UInt64(limit) else {
        throw FileError(attempt: "read", path: path, reason: "it has \(status.size) bytes where \(limit) are allowed")
      }
      let file = try OpenFile(root + "/" + path, .reading)
      var bytes = [UInt8](repeating: 0, count: Int(status.size) + 1)
      var count = 0
      while count < bytes.count {
        let got = try BundleFiles.read(file, into: &bytes, from: count)
        if got == 0 { break }
        count += got
      }
      guard count <= status.size else { throw FileError(attempt: "read", path: path, reason: "it grows meanwhile") }
      bytes.removeLast(bytes.count - count)
      return bytes
    } catch { throw BundleFileError(reason: error.reason) }
  }

  /// The bytes of a file that must be there.
  func require(_ path: String, atMost limit: Int = 1_000_000) throws(BundleFileError) -> [UInt8] {
    guard let bytes = try bytes(path, atMost: limit) else { throw BundleFileError(reason: "is missing") }
    return bytes
  }

  /// Both digests of a file of any length, read in pieces.
  func hashes(_ path: String, _ buffer: UnsafeMutableRawBufferPointer) throws(BundleFileError) -> FileHashes {
    do throws(FileError) {
      let file = try OpenFile(root + "/" + path, .reading)
      var hashes = FileHashes()
      while true {
        let count = try unsafe file.read(into: buffer)
        if count == 0 { return hashes }
        unsafe hashes.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    } catch { throw BundleFileError(reason: error.reason) }
  }

  private static func read(
    _ file: borrowing OpenFile, into bytes: inout [UInt8], from start: Int
  ) throws(FileError) -> Int {
    let result: Result<Int, FileError> = unsafe bytes.withUnsafeMutableBytes { buffer in
      do throws(FileError) {
        return .success(try unsafe file.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...])))
      } catch { return .failure(error) }
    }
    return try result.get()
  }
}
