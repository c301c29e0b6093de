/// What the layout of a feature says.
struct FeatureLayout {
  var toggled: Set<Int> = []
  var raw: [Int: [UInt8]] = [:]
  var gap: [UInt8]?

  init() {}

  /// Reads `t3;b4;r5:2:\u`, in which `;` ends each mark.
  init(_ text: String) {
    var rest = Array(text.utf8)[...]
    while let sign = rest.popFirst() {
      let number = FeatureLayout.number(&rest)
      switch sign {
      case 0x74, 0x62: toggled.insert(number)
      case 0x72:
        rest = rest.dropFirst()
        let length = FeatureLayout.number(&rest)
        raw[number] = Array(rest.dropFirst().prefix(length))
        rest = rest.dropFirst(1 + length)
      case 0x67:
        gap = Array(rest.dropFirst().prefix(number))
        rest = rest.dropFirst(1 + number)
      default: return
      }
      rest = rest.dropFirst()
    }
  }

  /// The text of the marks.
  func text(_ form: FeatureForm) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in toggled.sorted() { bytes += "\(form.areTexts[index] ? "b" : "t")\(index);".utf8 }
    for (index, text) in raw.sorted(by: { $0.key < $1.key }) {
      bytes += Array("r\(index):\(text.count):".utf8) + text + [0x3B]
    }
    if let gap { bytes += Array("g\(gap.count):".utf8) + gap + [0x3B] }
    return bytes
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int {
    var number = 0
    while let byte = rest.first, (0x30...0x39).contains(byte), number < 100_000_000 {
      number = number * 10 + Int(byte - 0x30)
      rest = rest.dropFirst()
    }
    return number
  }
}
