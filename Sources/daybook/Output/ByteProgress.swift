import Glibc

/// One line on standard error for work on large files: a bar, how many bytes are done, how fast, and the time left.
struct ByteProgress: ~Copyable {
  private let total: UInt64
  private let done: UInt64
  private let isShown: Bool
  private let start: Double
  private var next: Double
  private var isPrinted = false

  /// - Parameters:
  ///   - total: how many bytes there are.
  ///   - done: how many were done before, which took no time now.
  init(of total: UInt64, after done: UInt64 = 0) {
    self.total = total
    self.done = done
    isShown = Descriptor.error.isTerminal
    start = Self.now
    next = start + 0.5
  }

  /// Shows how far the work is, at most ten times a second.
  mutating func reach(_ files: Int, _ bytes: UInt64) {
    guard isShown else { return }
    let now = Self.now
    guard now >= next else { return }
    next = now + 0.1
    isPrinted = true
    let text = Self.text(files: files, bytes: bytes, of: total, after: done, seconds: now - start)
    _ = Descriptor.error.write(Array("\r\(text)\u{1b}[K".utf8))
  }

  /// Takes the line away.
  mutating func end() {
    if isPrinted { _ = Descriptor.error.write(Array("\r\u{1b}[K".utf8)) }
    isPrinted = false
  }

  /// For example `[#######-------------]  35 %  1,204 files, 84.0 of 240.0 GB, 410.0 MB a second, 6:20 left`.
  static func text(files: Int, bytes: UInt64, of total: UInt64, after before: UInt64, seconds: Double) -> String {
    let part = total == 0 ? 1 : min(1, Double(bytes) / Double(total))
    let marks = Int(part * 20)
    let percent = String(Int(part * 100))
    var text = "[" + String(repeating: "#", count: marks) + String(repeating: "-", count: 20 - marks) + "] "
    text += String(repeating: " ", count: 3 - percent.count) + percent + " %  "
    text += "\(Progress.grouped(UInt64(files))) files, \(size(bytes)) of \(size(total))"
    let rate = seconds > 0 ? Double(bytes - min(before, bytes)) / seconds : 0
    text += ", \(size(UInt64(rate))) a second"
    if rate > 0, total >= bytes {
      let left = Int((Double(total - bytes) / rate).rounded(.up))
      text += ", \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
    }
    return text
  }

  /// A number of bytes in the unit that suits it, with one place after the point: 84.0 GB.
  static func size(_ bytes: UInt64) -> String {
    for (unit, exponent) in [("TB", 12), ("GB", 9), ("MB", 6), ("kB", 3)] {
      let scale = (0..<exponent).reduce(UInt64(1)) { scale, _ in scale * 10 }
      guard bytes >= scale else { continue }
      return "\(bytes / scale).\(bytes % scale / (scale / 10)) \(unit)"
    }
    return "\(bytes) bytes"
  }

  private static var now: Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
