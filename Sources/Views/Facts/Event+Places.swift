import Leaf
import Vocabulary

/// Fields by their places, for maps that run for every event of a ledger: nothing here makes a `String` or an array.
extension Event {
  /// Where the event was so; `nil` when it names no place.
  var placeObject: Int? {
    guard places.place != 0, document.isObject(Int(places.place)) else { return nil }
    return Int(places.place)
  }

  /// The field of the payload.
  @inline(__always)
  func field(_ key: StaticString) -> Int? {
    if places.payload == 0 { return nil }
    return document.member(Int(places.payload), key)
  }

  /// The field of the payload that is a text.
  @inline(__always)
  func text(_ key: StaticString) -> Int? {
    if places.payload == 0 { return nil }
    return text(key, in: Int(places.payload))
  }

  /// The member of an object that is a text.
  @inline(__always)
  func text(_ key: StaticString, in object: Int) -> Int? {
    guard let place = document.member(object, key), document.isString(place) else { return nil }
    return place
  }

  /// Whether the field of the payload is one of these words.
  @inline(__always)
  func says(
    _ key: StaticString, _ word: StaticString, _ second: StaticString? = nil, _ third: StaticString? = nil,
    _ fourth: StaticString? = nil
  ) -> Bool {
    field(key).map { isOne($0, word, second, third, fourth) } ?? false
  }

  /// Whether the value at a place is one of these words.
  ///
  /// Not a list of words, which would take memory.
  @inline(__always)
  func isOne(
    _ place: Int, _ word: StaticString, _ second: StaticString? = nil, _ third: StaticString? = nil,
    _ fourth: StaticString? = nil
  ) -> Bool {
    if document.isText(place, word) { return true }
    if let second, document.isText(place, second) { return true }
    if let third, document.isText(place, third) { return true }
    if let fourth, document.isText(place, fourth) { return true }
    return false
  }

  /// The position of the earlier event that the object at a place names.
  func position(_ object: Int?) -> UInt64? {
    guard let object, document.isObject(object), let place = document.member(object, "seq") else { return nil }
    return document.integer(place).flatMap(UInt64.init(exactly:))
  }

  /// The last entry of the chain of attribution.
  var lastLink: Int? {
    guard places.said != 0 else { return nil }
    var last: Int?
    forEach(in: document.member(Int(places.said), "chain")) { last = $0 }
    return last
  }

  /// Calls with the place of each item of a list; not at all when it is absent or no list.
  @inline(__always)
  func forEach(in list: Int?, _ body: (Int) -> Void) {
    guard let list, document.isArray(list) else { return }
    let end = document.next(after: list)
    var item = list &+ 1
    while item < end {
      body(item)
      item = document.next(after: item)
    }
  }
}
