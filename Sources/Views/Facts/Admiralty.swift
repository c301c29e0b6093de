/// A grade of source and information in the Admiralty system: reliability A–F, credibility 1–6.
///
/// F and 6 mean "cannot be judged", not "worse than E"; they count one point where E and 5 count none.
public struct Admiralty: Hashable, Sendable, CustomStringConvertible {
  /// ASCII of A to F.
  public let reliability: UInt8
  /// 1 to 6.
  public let credibility: UInt8

  /// What an event without any grade has: cannot be judged.
  public static let unjudged = Admiralty(0x46, 6)

  /// The grade written like `B2`; a missing half cannot be judged (`B` is B6, `2` is F2).
  public init?(_ text: some StringProtocol) {
    var letter: UInt8 = 0x46
    var digit: UInt8 = 6
    var rest = Substring(text).utf8
    if let first = rest.first, (0x41...0x46).contains(first) {
      letter = first
      rest = rest.dropFirst()
    }
    if let first = rest.first, (0x31...0x36).contains(first) {
      digit = first - 0x30
      rest = rest.dropFirst()
    }
    guard rest.isEmpty, !text.isEmpty else { return nil }
    self.init(letter, digit)
  }

  /// The grade written as two bytes of ASCII, as ``description`` writes it; `nil` for anything else.
  @unsafe
  public init?(ascii bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 2, unsafe (0x41...0x46).contains(bytes[0]), unsafe (0x31...0x36).contains(bytes[1]) else {
      return nil
    }
    unsafe self.init(bytes[0], bytes[1] - 0x30)
  }

  /// The grade of two halves; anything outside A–F or 1–6 cannot be judged.
  public init(_ reliability: UInt8?, _ credibility: UInt8?) {
    self.reliability = reliability.flatMap { (0x41...0x46).contains($0) ? $0 : nil } ?? 0x46
    self.credibility = credibility.flatMap { (1...6).contains($0) ? $0 : nil } ?? 6
  }

  /// Points of an observation: the lesser of reliability (A4 B3 C2 D1 E0 F1) and credibility (1→4 2→3 3→2 4→1 5→0 6→1).
  public var points: Int {
    let byLetter = [4, 3, 2, 1, 0, 1]
    return min(byLetter[Int(reliability) - 0x41], byLetter[Int(credibility) - 1])
  }

  public var description: String { String(decoding: [reliability, credibility + 0x30], as: UTF8.self) }
}
