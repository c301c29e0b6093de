/// Numbers for values that come again and again, in the order in which they were first met.
///
/// What refers to a value by its number is small, copied without counting references, and compared as a number.
struct Numbering<Value: Hashable> {
  private var values: [Value] = []
  private var numbers: [Value: Int32] = [:]

  /// The number of a value; a new one when it was not met before.
  mutating func number(_ value: Value) -> Int32 {
    if let known = numbers[value] { return known }
    let new = add(value)
    numbers[value] = new
    return new
  }

  /// A new number for a value that has none, and that will not be asked for by ``number(_:)``.
  mutating func add(_ value: Value) -> Int32 {
    values.append(value)
    return Int32(values.count - 1)
  }

  /// How many values were met.
  var count: Int { values.count }

  /// The value behind a number.
  subscript(_ number: Int32) -> Value { values[Int(number)] }
}

/// A text as a key, hashed as one piece.
struct TextKey: Hashable {
  let bytes: [UInt8]

  func hash(into hasher: inout Hasher) { unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) } }
}
