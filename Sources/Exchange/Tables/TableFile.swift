internal import Crypto
package import TransparencyLog

/// A file with a table, looked at once: its digests and how it writes its records. It can be read any number of times.
package struct TableFile {
  /// Where it lies; never standard input, which can be read only once.
  package let path: String
  /// Its name, as a person gave it.
  package let name: String
  /// The SHA-256 of the file as it lies there.
  package let packedDigest: TransparencyLog.Digest
  /// The SHA-256 of its bytes, unpacked.
  package let digest: TransparencyLog.Digest
  /// How many bytes, unpacked.
  package let size: UInt64
  /// How many bytes the file has.
  package let packedSize: UInt64
  package let isPacked: Bool
  /// How it writes its records, as far as its beginning tells; its reader knows all of it at the end.
  package let form: TableForm

  /// What a person says about a file.
  package struct Options: Equatable, Sendable {
    package var encoding: TextEncoding?
    package var delimiter: UInt8?

    package init(encoding: TextEncoding? = nil, delimiter: UInt8? = nil) {
      self.encoding = encoding
      self.delimiter = delimiter
    }
  }

  /// Looks at a file: reads it once.
  package init(_ path: String, named name: String? = nil, _ options: Options = Options()) throws(ExchangeError) {
    self.path = path
    self.name = name ?? path
    let stream = try ByteStream(path)
    var hasher = SHA256()
    var head: [UInt8] = []
    var size: UInt64 = 0
    var last: UInt8?
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { unsafe chunk.deallocate() }
    while true {
      let count = try unsafe stream.read(into: chunk)
      if count == 0 { break }
      let bytes = unsafe UnsafeRawBufferPointer(rebasing: chunk[..<count])
      unsafe hasher.update(bufferPointer: bytes)
      if head.count < CSVSniffer.limit { unsafe head.append(contentsOf: bytes) }
      size += UInt64(count)
      last = unsafe bytes.last
    }
    digest = TableFile.digest(hasher)
    self.size = size
    packedSize = stream.consumed
    isPacked = stream.isPacked
    packedDigest = isPacked ? try TableFile.digest(ofFile: path) : digest
    if options.delimiter == nil, let first = head.first(where: { $0 > 0x20 }), first == 0x7B {
      form = .geojson(FeatureForm())
      return
    }
    form = .csv(try TableFile.dialect(head, options, path, isWhole: size == UInt64(head.count), last: last))
  }

  /// A reader at the beginning of the table.
  package func reader() throws(ExchangeError) -> any TableReader {
    let stream = try ByteStream(path)
    switch form {
    case .geojson: return FeatureReader(stream, path: path)
    case .csv(let dialect):
      var head: [UInt8] = []
      if dialect.hasByteOrderMark {
        let mark = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { unsafe mark.deallocate() }
        while head.count < 3 {
          let count = try unsafe stream.read(into: mark)
          if count == 0 { break }
          unsafe head.append(contentsOf: mark[..<count])
        }
        head.removeFirst(min(3, head.count))
      }
      return CSVReader(stream, path: path, dialect: dialect, head: head, isAtEnd: false)
    }
  }

  private static func dialect(
    _ head: [UInt8], _ options: Options, _ path: String, isWhole: Bool, last: UInt8?
  ) throws(ExchangeError) -> CSVDialect {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw .notReadable(
        path: path, reason: "the file is in UTF-16", allowed: "UTF-8; save it again as 'CSV UTF-8'")
    }
    let encoding = options.encoding ?? .utf8
    let hasMark = encoding == .utf8 && head.starts(with: CSVDialect.byteOrderMark)
    var text: [UInt8] = []
    let bytes = hasMark ? Array(head.dropFirst(3)) : head
    unsafe bytes.withUnsafeBytes { unsafe encoding.decode($0, into: &text) }
    var dialect = CSVSniffer.dialect(text, delimiter: options.delimiter, isWhole: isWhole)
    dialect.encoding = encoding
    dialect.hasByteOrderMark = hasMark
    dialect.isLastLineEnded = last == 0x0A || last == 0x0D
    return dialect
  }

  private static func digest(_ hasher: SHA256) -> TransparencyLog.Digest {
    guard let digest = TransparencyLog.Digest(Array(hasher.finalize())) else {
      preconditionFailure("SHA-256 gives 32 bytes")
    }
    return digest
  }

  /// The SHA-256 of a file as it lies there.
  private static func digest(ofFile path: String) throws(ExchangeError) -> TransparencyLog.Digest {
    let stream = try ByteStream(path, unpacks: false)
    var hasher = SHA256()
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { unsafe chunk.deallocate() }
    while true {
      let count = try unsafe stream.read(into: chunk)
      if count == 0 { return digest(hasher) }
      unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
  }
}
