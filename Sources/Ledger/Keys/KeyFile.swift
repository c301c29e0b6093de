/// Reads the files of keys, and refuses those that others may read.
enum KeyFile {
  /// The text of a secret file.
  static func secret(_ path: String, purpose: String) throws(LedgerError) -> String {
    let found: (mode: UInt32, bytes: [UInt8])?
    do throws(FileError) {
      if let status = try FileSystem.status(path), let bytes = try SmallFile.read(path) {
        found = (status.mode, bytes)
      } else {
        found = nil
      }
    } catch { throw LedgerError(error) }
    guard let found else { throw .key(.missing(path: path, purpose: purpose)) }
    guard found.mode & 0o077 == 0 else { throw .key(.open(path: path, mode: found.mode)) }
    return String(decoding: found.bytes, as: UTF8.self)
  }

  /// The lines of a secret file.
  static func secretLines(_ path: String, purpose: String) throws(LedgerError) -> [String] {
    try secret(path, purpose: purpose).utf8.split(separator: 0x0a).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes before the first newline, as text.
  static func line(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self)
  }
}
