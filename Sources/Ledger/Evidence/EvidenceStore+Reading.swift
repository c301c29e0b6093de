internal import Crypto
public import TransparencyLog

extension EvidenceStore {
  /// The bytes of an original, checked against its digest; `nil` when it is not kept here.
  ///
  /// - Parameter limit: the longest original that is read whole.
  /// - Throws: `evidence(.altered)` when its bytes have another digest, `evidence(.tooLong)` when it is longer than
  ///   `limit`.
  public func bytes(of digest: TransparencyLog.Digest, atMost limit: UInt64) throws(LedgerError) -> [UInt8]? {
    let path = path(of: digest)
    let status = try onDisk { () throws(FileError) in try FileSystem.status(path) }
    guard let status, status.isFile else { return nil }
    guard status.size <= limit else {
      throw .evidence(.tooLong(digest, size: status.size, limit: limit))
    }
    guard let bytes = try onDisk({ () throws(FileError) in try SmallFile.read(path) }) else { return nil }
    guard let found = TransparencyLog.Digest(Array(SHA256.hash(data: bytes))) else {
      preconditionFailure("SHA-256 gives 32 bytes")
    }
    guard found == digest else { throw .evidence(.altered(digest, found: found)) }
    return bytes
  }
}
