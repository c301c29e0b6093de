public import Ledger
internal import TransparencyLog

/// A file of disclosures, encrypted for one reader: a few lines of text that can go by e-mail.
///
///     daybook sealed disclosures v1
///     origin ORIGIN
///     to daybook-reader:NAME:KEY
///     enc BASE64
///
///     BASE64
///
/// `enc` is the encapsulated key, the last line the ciphertext (HPKE, RFC 9180; see ``ReaderKey``), whose additional data
/// is the origin of the log.
public struct SealedDisclosures: Equatable, Sendable {
  /// The name of the log.
  public let origin: String
  /// The public key of the reader, as written.
  public let reader: String
  private let encapsulated: [UInt8]
  private let sealed: [UInt8]

  private static let header = "daybook sealed disclosures v1"

  /// Encrypts a file for a reader; `nil` when the key is no point of the curve.
  public init?(_ file: DisclosureFile, of origin: String, for reader: ReaderKey) {
    guard let (encapsulated, sealed) = reader.seal(file.bytes, authenticating: Array(origin.utf8)) else { return nil }
    self.origin = origin
    self.reader = reader.description
    self.encapsulated = encapsulated
    self.sealed = sealed
  }

  /// Reads such a file; `nil` for any other bytes.
  public init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count == 7, lines[0].elementsEqual(Self.header.utf8), lines[4].isEmpty, lines[6].isEmpty,
      let origin = Self.value(lines[1], "origin"), let reader = Self.value(lines[2], "to"),
      let encapsulated = Self.value(lines[3], "enc").flatMap({ Base64.decode(Array($0.utf8)[...]) }),
      let sealed = Base64.decode(lines[5])
    else { return nil }
    self.origin = origin
    self.reader = reader
    self.encapsulated = encapsulated
    self.sealed = sealed
  }

  /// The file as written.
  public var bytes: [UInt8] {
    let head = "\(Self.header)\norigin \(origin)\nto \(reader)\nenc \(Base64.encode(encapsulated))\n\n"
    return Array((head + Base64.encode(sealed) + "\n").utf8)
  }

  /// The bytes of the file, with the reader's secret; `nil` when it is for another reader or was altered.
  public func open(with secret: ReaderSecret) -> [UInt8]? {
    secret.open(sealed, encapsulated: encapsulated, authenticating: Array(origin.utf8))
  }

  private static func value(_ line: ArraySlice<UInt8>, _ key: String) -> String? {
    guard line.starts(with: (key + " ").utf8) else { return nil }
    return String(validating: line.dropFirst(key.utf8.count + 1), as: UTF8.self)
  }
}
