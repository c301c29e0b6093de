import Ledger
import Vocabulary

/// An event of a test writer: its bytes follow from the number of the writer, of the call and of the event in its call, so that whoever finds it in a log
/// can make the same bytes again and compare.
struct WrittenEvent: Equatable {
  let writer: UInt64
  let call: Int
  let index: Int

  /// How many events a call appends: a few, and in the first bulk call of every eighth writer more than one batch of the lane.
  static func count(_ writer: UInt64, call: Int) -> Int {
    let drawn = Int(mixed(writer, call, -1) % 1_500)
    return call == 1 && writer % 8 == 0 ? 1_001 + drawn % 200 : 1 + drawn % 7
  }

  /// Single and bulk lanes take turns.
  static func volume(_ call: Int) -> AppendVolume { call % 3 == 1 ? .many : .few }

  var id: EventID { EventID(high: writer, low: UInt64(call) << 20 | UInt64(index)) }

  /// Canonical bytes of some hundred bytes, seldom of more than a page.
  var leaf: [UInt8] {
    let drawn = WrittenEvent.mixed(writer, call, index)
    let length = drawn % 97 == 0 ? 6_000 : Int(drawn % 200)
    var leaf = Array("\(WrittenEvent.head)\(id)\",\"kind\":\"claim.presence\",\"payload\":{\"text\":\"".utf8)
    leaf.append(contentsOf: repeatElement(UInt8(0x61 + drawn % 26), count: length))
    leaf += "\"},\"v\":1}".utf8
    return leaf
  }

  private static let head = "{\"at\":\"2026-11-24T08:00:00Z\",\"by\":\"writer\",\"id\":\""

  /// The event whose leaf this is; `nil` when the bytes differ in anything from what its writer wrote.
  init?(leaf: [UInt8]) {
    let text = leaf.dropFirst(WrittenEvent.head.utf8.count).prefix(32)
    guard let id = EventID(String(decoding: text, as: UTF8.self)) else { return nil }
    let words = [id.bytes[..<8], id.bytes[8...]].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    self.init(writer: words[0], call: Int(words[1] >> 20), index: Int(words[1] & 0xf_ffff))
    guard self.leaf == leaf else { return nil }
  }

  init(writer: UInt64, call: Int, index: Int) {
    self.writer = writer
    self.call = call
    self.index = index
  }

  /// All events of one call.
  static func call(_ writer: UInt64, _ call: Int) -> [WrittenEvent] {
    (0..<count(writer, call: call)).map { WrittenEvent(writer: writer, call: call, index: $0) }
  }

  private static func mixed(_ writer: UInt64, _ call: Int, _ index: Int) -> UInt64 {
    var value = writer &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(call) &* 0xd6e8_feb8_6659_fd93
    value = value &+ UInt64(bitPattern: Int64(index)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 31) &* 0x94d0_49bb_1331_11eb
    return value ^ value >> 29
  }
}

extension EventLog {
  /// Appends the events of one call of a test writer; answers the position of the first.
  @discardableResult
  func append(_ events: [WrittenEvent], _ volume: AppendVolume) throws(LedgerError) -> UInt64 {
    try append(volume) { transaction throws(LedgerError) in
      let first = transaction.size
      for event in events {
        let leaf = event.leaf
        let failure: LedgerError? = unsafe leaf.withUnsafeBytes { bytes in
          do throws(LedgerError) {
            try unsafe transaction.append(id: event.id, leaf: bytes)
            return nil
          } catch { return error }
        }
        if let failure { throw failure }
      }
      return first
    }
  }
}
