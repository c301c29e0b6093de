/// Texts of at most 96 bytes in numbered places, found by their bytes; a text takes the place of another that has the
/// same hash, so that memory does not grow.
@safe
final class KnownTexts {
  /// How many places there are.
  static var places: Int { 1024 }
  /// The longest text.
  static var limit: Int { 96 }

  private struct Place {
    var length: UInt8 = 0
    var tag: UInt8 = 0
  }

  private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: places * limit)
  private let heads = UnsafeMutablePointer<Place>.allocate(capacity: places)

  init() {
    unsafe bytes.initialize(repeating: 0, count: KnownTexts.places * KnownTexts.limit)
    unsafe heads.initialize(repeating: Place(), count: KnownTexts.places)
  }

  deinit {
    unsafe bytes.deallocate()
    unsafe heads.deallocate()
  }

  /// The place at which a text with a tag stands, or would stand.
  static func place(_ text: Span<UInt8>, _ tag: UInt8) -> Int {
    var hash = UInt64(tag) &<< 32 | UInt64(truncatingIfNeeded: text.count)
    unsafe text.withUnsafeBytes { bytes in
      var index = 0
      while index &+ 8 <= bytes.count {
        hash = unsafe mix(hash, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index &+= 8
      }
      var rest: UInt64 = 0
      while index < bytes.count {
        rest = unsafe rest &<< 8 | UInt64(bytes[index])
        index &+= 1
      }
      hash = mix(hash, rest)
    }
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) &>> 54)
  }

  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed &>> 29
  }

  /// Whether a text stands at the place.
  func holds(_ text: Span<UInt8>, _ tag: UInt8, at place: Int) -> Bool {
    precondition(place >= 0 && place < KnownTexts.places)
    let head = unsafe heads[place]
    guard text.count > 0, Int(head.length) == text.count, head.tag == tag else { return false }
    let known = unsafe UnsafeRawPointer(bytes + place * KnownTexts.limit)
    return unsafe text.withUnsafeBytes { bytes in
      var index = 0
      while index &+ 8 <= bytes.count {
        let word = unsafe known.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if unsafe word != bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
        index &+= 8
      }
      while index < bytes.count {
        if unsafe known.load(fromByteOffset: index, as: UInt8.self) != bytes[index] { return false }
        index &+= 1
      }
      return true
    }
  }

  /// Puts a text in its place; `false` when it is too long to be known.
  @discardableResult
  func put(_ text: Span<UInt8>, _ tag: UInt8, at place: Int) -> Bool {
    precondition(place >= 0 && place < KnownTexts.places)
    guard text.count <= KnownTexts.limit else { return false }
    let known = unsafe bytes + place * KnownTexts.limit
    for index in text.indices { unsafe known[index] = text[index] }
    unsafe heads[place] = Place(length: UInt8(text.count), tag: tag)
    return true
  }
}
