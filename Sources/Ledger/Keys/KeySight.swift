/// How far the log was looked through for events that end a key, and where they stand: `keys/ends`.
///
/// It only spares reading: the events themselves are read again, and without the file the whole log is looked through.
struct KeySight: Equatable, Sendable {
  /// How many events were looked at; never more than were signed.
  var size: UInt64 = 0
  /// The positions of those that end a key.
  var positions: [UInt64] = []

  /// Nothing was looked at.
  init() {}

  init(size: UInt64, positions: [UInt64]) {
    self.size = size
    self.positions = positions
  }

  /// One number a line: the size, then the positions.
  var text: [UInt8] { Array(([size] + positions).map { "\($0)\n" }.joined().utf8) }

  /// Reads the lines; `nil` when they are written in any other way.
  init?(text: [UInt8]) {
    let numbers = text.split(separator: 0x0a).map { UInt64(String(decoding: $0, as: UTF8.self)) }
    guard let size = numbers.first.flatMap(\.self), numbers.allSatisfy({ $0 != nil }) else { return nil }
    self.init(size: size, positions: numbers.dropFirst().compactMap(\.self))
    guard self.text == text, positions.allSatisfy({ $0 < size }) else { return nil }
  }
}

extension KeyStore {
  /// What was looked through before; a file that cannot be read is as good as none.
  func sight() throws(LedgerError) -> KeySight {
    let bytes = try onDisk { () throws(FileError) in try SmallFile.read(sightPath) }
    return bytes.flatMap { KeySight(text: $0) } ?? KeySight()
  }

  func keep(_ sight: KeySight) throws(LedgerError) {
    guard try self.sight() != sight else { return }
    try onDisk { () throws(FileError) in try SmallFile.replace(sightPath, with: sight.text, mode: 0o600) }
  }
}
