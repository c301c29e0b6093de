import Audit
import Ledger

/// A reader as named on the command line: a name, or a public key as text or in a file.
struct Recipient {
  let name: String
  /// The key to encrypt for; `nil` gives a plain file.
  let key: ReaderKey?

  init(_ written: String) throws(Complaint) {
    if let key = ReaderKey(written) {
      (name, self.key) = (key.name, key)
    } else if let bytes = try? SmallFile.read(written), bytes.count < 1000 {
      let text = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
      guard let key = ReaderKey(text) else {
        throw Complaint(
          .badInput, "--to: the file '\(written)' holds no reader's key; one is written daybook-reader:NAME:KEY")
      }
      (name, self.key) = (key.name, key)
    } else if Readers.isName(written) {
      (name, key) = (written, nil)
    } else {
      throw Self.badName(written, "--to")
    }
  }

  static func badName(_ name: String, _ option: String) -> Complaint {
    Complaint(
      .usage,
      "\(option): '\(name)' names no reader; allowed: 1 to 64 letters, digits, . _ and -, or a reader's public key")
  }

  /// The file as this reader gets it.
  func write(_ file: DisclosureFile, of origin: String) throws(Complaint) -> [UInt8] {
    guard let key else { return file.bytes }
    guard let sealed = SealedDisclosures(file, of: origin, for: key) else {
      throw Complaint(.badInput, "--to: nothing can be encrypted for this key; ask the reader for another")
    }
    return sealed.bytes
  }
}

/// A file of disclosures that somebody was given, plain or encrypted.
struct GivenFile {
  private let path: String
  private let key: String?

  init(_ path: String, key: String?) {
    self.path = path
    self.key = key
  }

  /// What it shows.
  func disclosures() throws -> DisclosureFile {
    var bytes = try read()
    if let sealed = SealedDisclosures(bytes) {
      guard let key else {
        throw Complaint(.usage, "\(path) is encrypted for \(sealed.reader); give the secret of that reader with --key")
      }
      let secret = try ReaderSecret(file: key)
      guard let opened = sealed.open(with: secret) else {
        throw Complaint(
          .badInput, "\(path) cannot be opened with \(key): it is encrypted for another reader, or was altered")
      }
      bytes = opened
    }
    do throws(DisclosureFile.Refusal) { return try DisclosureFile(bytes) } catch {
      throw Complaint(.badInput, "\(path): line \(error.line): \(error.reason)")
    }
  }

  private func read() throws(Complaint) -> [UInt8] {
    do throws(FileError) {
      if let bytes = try SmallFile.read(path == "-" ? "/dev/stdin" : path) { return bytes }
    } catch { throw Complaint(.inputOutput, "\(path) cannot be read: \(error.reason)") }
    throw Complaint(.noInput, "there is no file '\(path)'")
  }
}
