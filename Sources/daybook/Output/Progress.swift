import Glibc

/// One line on standard error that tells how far long work is; silent when nobody watches.
struct Progress: ~Copyable {
  private let what: String
  private let total: UInt64?
  private let isShown: Bool
  private let start: Double
  private var next: Double
  private var isPrinted = false

  /// - Parameters:
  ///   - what: what is counted, in the plural, for example `events`.
  ///   - total: how many there will be, when that is known.
  init(_ what: String, of total: UInt64? = nil) {
    self.what = what
    self.total = total
    isShown = Descriptor.error.isTerminal
    start = Self.now
    next = start + 0.5
  }

  /// Shows the count, at most ten times a second, and only when the work takes longer than half a second.
  mutating func reach(_ done: UInt64) {
    guard isShown else { return }
    let now = Self.now
    guard now >= next else { return }
    next = now + 0.1
    isPrinted = true
    let text = Self.text(done: done, of: total, what: what, seconds: now - start)
    _ = Descriptor.error.write(Array("\r\(text)\u{1b}[K".utf8))
  }

  /// Takes the line away.
  mutating func end() {
    if isPrinted { _ = Descriptor.error.write(Array("\r\u{1b}[K".utf8)) }
    isPrinted = false
  }

  /// For example `12,000 of 50,000 events, 24,000 a second, 0:02 left`.
  static func text(done: UInt64, of total: UInt64?, what: String, seconds: Double) -> String {
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var text = grouped(done)
    if let total { text += " of " + grouped(total) }
    text += " \(what), \(grouped(UInt64(rate))) a second"
    if let total, total >= done, rate > 0 {
      let left = Int((Double(total - done) / rate).rounded(.up))
      let tail = left % 60
      text += ", \(left / 60):\(tail < 10 ? "0" : "")\(tail) left"
    }
    return text
  }

  /// `1 event`, `1,200 events`.
  static func events(_ number: UInt64) -> String { grouped(number) + (number == 1 ? " event" : " events") }

  /// A number with a comma between thousands.
  static func grouped(_ number: UInt64) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  private static var now: Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
