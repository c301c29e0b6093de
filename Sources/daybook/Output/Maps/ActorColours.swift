import Views

/// The colours of actors: the palette of Okabe and Ito, which people who see colours differently can tell apart.
///
/// Each actor has a favourite among the seven that follows from its key alone, and gets the next free one when another
/// actor of the map took that first, in the order of the keys. So an actor seldom changes its colour from map to map, and
/// never within one question. Whoever comes eighth and later is dark grey.
struct ActorColours {
  /// Orange, sky blue, bluish green, yellow, blue, vermilion, reddish purple.
  static let palette: [RGB] = [
    RGB(0xE69F00), RGB(0x56B4E9), RGB(0x009E73), RGB(0xF0E442), RGB(0x0072B2), RGB(0xD55E00), RGB(0xCC79A7),
  ]
  static let others = RGB(0x5A5A5A)

  private var colours: [Verbatim: RGB] = [:]

  init(_ actors: some Sequence<Verbatim>) {
    var isTaken = [Bool](repeating: false, count: ActorColours.palette.count)
    for actor in Set(actors).sorted() {
      let favourite = Int(ActorColours.hash(actor.text) % UInt64(isTaken.count))
      let free = isTaken.indices.map { (favourite + $0) % isTaken.count }.first { !isTaken[$0] }
      if let free { isTaken[free] = true }
      colours[actor] = free.map { ActorColours.palette[$0] } ?? ActorColours.others
    }
  }

  subscript(_ actor: String) -> RGB { colours[Verbatim(actor)] ?? ActorColours.others }

  /// FNV-1a over the UTF-8, its bits mixed down: the same on every machine and in every run.
  private static func hash(_ text: String) -> UInt64 {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}

/// A colour of the screen.
struct RGB: Hashable {
  let red: Int
  let green: Int
  let blue: Int

  init(_ code: Int) { (red, green, blue) = (code >> 16 & 255, code >> 8 & 255, code & 255) }

  private init(_ red: Int, _ green: Int, _ blue: Int) { (self.red, self.green, self.blue) = (red, green, blue) }

  /// Mixed with so many per cent of white.
  func whitened(_ percent: Int) -> RGB {
    func mixed(_ part: Int) -> Int { (part * (100 - percent) + 255 * percent + 50) / 100 }
    return RGB(mixed(red), mixed(green), mixed(blue))
  }

  /// `#E69F00`.
  var text: String {
    let digits = Array("0123456789ABCDEF")
    return "#" + [red, green, blue].flatMap { [digits[$0 >> 4], digits[$0 & 15]] }.map(String.init).joined()
  }
}
