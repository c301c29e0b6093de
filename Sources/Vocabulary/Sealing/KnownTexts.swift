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
    var hash = UInt64(tag) &+ UInt64(truncatingIfNeeded: text.count)
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// Whether a text stands at the place.
  func holds(_ text: Span<UInt8>, _ tag: UInt8, at place: Int) -> Bool {
    precondition(place >= 0 && place < KnownTexts.places)
    let head = unsafe heads[place]
    guard text.count > 0, Int(head.length) == text.count, head.tag == tag else { return false }
    let known = unsafe bytes + place * KnownTexts.limit
    for index in text.indices where unsafe known[index] != text[index] { return false }
    return true
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
