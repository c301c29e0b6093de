import Foundation
import Ledger
import TransparencyLog
import Vocabulary

/// Events for the suite: opaque bytes, since a store knows nothing of JSON.
struct Sample {
  /// A repeatable source of numbers (xorshift); the seed is printed by whoever draws one.
  struct Numbers: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed | 1 }
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  /// A seed that differs from run to run; `DAYBOOK_SEED` repeats one.
  static func seed() -> UInt64 {
    ProcessInfo.processInfo.environment["DAYBOOK_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...UInt64.max)
  }

  let id: EventID
  let leaf: [UInt8]

  /// Event number `number`, with an id that tells nothing about its order.
  init(_ number: Int, bytes: Int? = nil) {
    let mixed = UInt64(truncatingIfNeeded: number + 1) &* 0x9e37_79b9_7f4a_7c15
    id = EventID(high: mixed ^ mixed >> 29, low: UInt64(truncatingIfNeeded: number))
    let text = Array("event \(number) ".utf8)
    let count = bytes ?? text.count + number % 97
    leaf = Array(text.prefix(count)) + [UInt8](repeating: UInt8(number & 0xff), count: max(0, count - text.count))
  }

  static func many(_ numbers: Range<Int>) -> [Sample] { numbers.map { Sample($0) } }
}

extension AppendTransaction {
  /// Appends samples one by one.
  func append(_ samples: some Sequence<Sample>) throws(LedgerError) {
    for sample in samples { try append(sample) }
  }

  @discardableResult
  func append(_ sample: Sample) throws(LedgerError) -> Digest {
    let outcome: Result<Digest, LedgerError> = unsafe sample.leaf.withUnsafeBytes { bytes in
      do throws(LedgerError) { return .success(try unsafe append(id: sample.id, leaf: bytes)) } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}

extension EventLog {
  /// Appends samples in one call.
  func append(_ samples: some Sequence<Sample>, _ volume: AppendVolume = .few) throws(LedgerError) {
    try append(volume) { transaction throws(LedgerError) in try transaction.append(samples) }
  }

  /// All leaves, in order.
  func leaves(_ range: Range<UInt64> = 0..<UInt64.max) throws -> [[UInt8]] {
    var leaves: [[UInt8]] = []
    try unsafe read(range) { position, leaf in
      try hold(position, is: range.lowerBound + UInt64(leaves.count), "position while reading")
      leaves.append(unsafe [UInt8](leaf))
      return true
    }
    return leaves
  }
}

extension LogStore {
  /// Opens the log with the usual patience.
  func open() throws -> any EventLog { try open(patience: .seconds(30)) }
}
