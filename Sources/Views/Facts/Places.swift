/// Places of a document; the first few take no memory of their own.
struct Places {
  private var first = InlineArray<6, Int32>(repeating: 0)
  private var more: [Int32] = []
  private(set) var count = 0

  /// Stands for a text that the leaf does not have and that is written as an empty one; no text stands at the root.
  static var emptyText: Int { 0 }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func append(_ place: Int) {
    if count < 6 { first[count] = Int32(place) } else { more.append(Int32(place)) }
    count += 1
  }

  @inline(__always)
  subscript(_ index: Int) -> Int { Int(index < 6 ? first[index] : more[index - 6]) }
}
