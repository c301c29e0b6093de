internal import Leaf

/// Takes one feature apart: its values, and the text around them.
struct FeatureScanner {
  private let bytes: [UInt8]
  private var here = 0
  private var literalStart = 0
  private(set) var literals: [[UInt8]] = []
  private(set) var names: [String] = []
  /// The values as written.
  private(set) var tokens: [Range<Int>] = []
  private var isBroken = false

  /// Takes a feature apart; `nil` when it is no JSON object.
  init?(_ feature: [UInt8]) {
    bytes = feature
    object { key, scanner in
      switch key {
      case "properties": scanner.properties()
      case "geometry": scanner.geometry()
      default: scanner.skip()
      }
    }
    guard !isBroken, here == bytes.count else { return nil }
    literals.append(Array(bytes[literalStart...]))
  }

  /// The bytes of a value as written.
  func raw(_ value: Int) -> ArraySlice<UInt8> { bytes[tokens[value]] }

  /// Whether a value is a text.
  func isText(_ value: Int) -> Bool { bytes[tokens[value].lowerBound] == 0x22 }

  private mutating func properties() {
    guard peek == 0x7B else { return skip() }
    object { key, scanner in scanner.slot(key) }
  }

  /// Of a point, longitude and latitude are values; any other geometry is one value as written.
  private mutating func geometry() {
    let start = here
    skip()
    guard !isBroken, FeatureScanner.isPoint(bytes[start..<here]) else {
      here = start
      return slot("geometry")
    }
    here = start
    object { key, scanner in
      guard key == "coordinates", scanner.peek == 0x5B else { return scanner.skip() }
      scanner.coordinates()
    }
  }

  /// Whether a geometry is a point: no other type has its name, and coordinates are numbers.
  private static func isPoint(_ geometry: ArraySlice<UInt8>) -> Bool {
    let sign = Array(#""Point""#.utf8)
    return geometry.indices.contains { geometry[$0...].starts(with: sign) } && geometry.count { $0 == 0x5B } == 1
  }

  private mutating func coordinates() {
    here += 1
    for name in ["longitude", "latitude"] {
      space()
      slot(name)
      space()
      if peek == 0x2C { here += 1 }
    }
    while let byte = peek, byte != 0x5D { here += 1 }
    here += 1
  }

  // MARK: JSON

  private var peek: UInt8? { here < bytes.count ? bytes[here] : nil }

  private mutating func space() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { here += 1 }
  }

  private mutating func slot(_ name: String) {
    literals.append(Array(bytes[literalStart..<here]))
    let start = here
    skip()
    tokens.append(start..<here)
    names.append(name)
    literalStart = here
  }

  private mutating func object(_ member: (String, inout FeatureScanner) -> Void) {
    guard peek == 0x7B else {
      isBroken = true
      return
    }
    here += 1
    while !isBroken {
      space()
      if peek == 0x7D {
        here += 1
        return
      }
      let start = here
      text()
      guard !isBroken, let key = try? Document(Array(bytes[start..<here])).root.string else {
        isBroken = true
        return
      }
      space()
      guard peek == 0x3A else {
        isBroken = true
        return
      }
      here += 1
      space()
      member(key, &self)
      space()
      if peek == 0x2C { here += 1 } else if peek != 0x7D { isBroken = true }
    }
  }

  private mutating func text() {
    guard peek == 0x22 else {
      isBroken = true
      return
    }
    here += 1
    while let byte = peek {
      here += byte == 0x5C ? 2 : 1
      if byte == 0x22 { return }
    }
    isBroken = true
  }

  /// Passes over any value.
  private mutating func skip() {
    guard let first = peek else {
      isBroken = true
      return
    }
    if first == 0x22 { return text() }
    guard first == 0x7B || first == 0x5B else {
      let start = here
      while let byte = peek, byte != 0x2C, byte != 0x7D, byte != 0x5D, byte > 0x20 { here += 1 }
      if start == here { isBroken = true }
      return
    }
    var depth = 0
    while let byte = peek {
      if byte == 0x22 {
        text()
        continue
      }
      here += 1
      if byte == 0x7B || byte == 0x5B { depth += 1 }
      if byte == 0x7D || byte == 0x5D {
        depth -= 1
        if depth == 0 { return }
      }
    }
    isBroken = true
  }
}
