internal import Ledger
internal import TransparencyLog
internal import Vocabulary

/// Up to a thousand events ready to be inserted, in memory that is used again and again.
@safe
final class Batch {
  /// How many events a batch takes, and after how many bytes it takes no more.
  static let limit = (events: 1_000, bytes: 1 << 20)

  /// The position of the first event.
  private(set) var first: UInt64 = 0
  /// How many events there are.
  var count: Int { unsafe added }
  /// The tiles that these events made full.
  private(set) var tiles: [(id: TileID, bytes: [UInt8])] = []
  /// The sealed values of these events.
  private(set) var disclosures: [SealedDisclosure] = []
  @exclusivity(unchecked) private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  @exclusivity(unchecked) private var added = 0
  @exclusivity(unchecked) private var used = 0
  private let ends = UnsafeMutablePointer<Int>.allocate(capacity: Batch.limit.events)
  private let ids = UnsafeMutablePointer<UInt64>.allocate(capacity: 2 * Batch.limit.events)

  deinit {
    unsafe memory.deallocate()
    unsafe ends.deallocate()
    unsafe ids.deallocate()
  }

  /// Whether it should be inserted before more is added.
  var isFull: Bool { unsafe count >= Batch.limit.events || used >= Batch.limit.bytes }

  /// Whether there is nothing to insert.
  var isEmpty: Bool { count == 0 && disclosures.isEmpty }

  /// Forgets its events, and expects the next at `position`.
  func restart(at position: UInt64) {
    first = position
    unsafe added = 0
    unsafe used = 0
    tiles.removeAll(keepingCapacity: true)
    disclosures.removeAll(keepingCapacity: true)
  }

  /// Copies an event to the end. The batch must not be full.
  func add(_ id: EventID, _ leaf: UnsafeRawBufferPointer) {
    precondition(count < Batch.limit.events, "a full batch is inserted before more is added")
    if unsafe used + leaf.count > memory.count { unsafe grow(to: used + leaf.count) }
    unsafe UnsafeMutableRawBufferPointer(rebasing: memory[used...]).copyMemory(from: leaf)
    unsafe used += leaf.count
    unsafe ends[count] = used
    unsafe ids[2 * count] = id.high.bigEndian
    unsafe ids[2 * count + 1] = id.low.bigEndian
    unsafe added += 1
  }

  /// Adds a full tile.
  func add(_ tile: TileID, _ bytes: [UInt8]) { tiles.append((tile, bytes)) }

  /// Adds a sealed value.
  func add(_ disclosure: SealedDisclosure) { disclosures.append(disclosure) }

  /// The leaf of one of its events; gone when the batch changes.
  func leaf(_ index: Int) -> UnsafeRawBufferPointer {
    precondition(index >= 0 && index < count)
    let start = unsafe index == 0 ? 0 : ends[index - 1]
    return unsafe UnsafeRawBufferPointer(rebasing: memory[start..<ends[index]])
  }

  /// The 16 bytes of the id of one of its events; gone when the batch changes.
  func id(_ index: Int) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: ids + 2 * index, count: 16)
  }

  /// The position of an id among its events.
  func position(of id: EventID) -> UInt64? {
    let (high, low) = (id.high.bigEndian, id.low.bigEndian)
    for index in 0..<count {
      if unsafe ids[2 * index + 1] == low && ids[2 * index] == high { return first + UInt64(index) }
    }
    return nil
  }

  /// The ids of its events in order.
  func forEachID(_ body: (EventID, UInt64) -> Void) {
    for index in 0..<count {
      unsafe body(
        EventID(high: ids[2 * index].bigEndian, low: ids[2 * index + 1].bigEndian), first + UInt64(index))
    }
  }

  private func grow(to needed: Int) {
    let larger = unsafe UnsafeMutableRawBufferPointer.allocate(byteCount: max(needed, memory.count * 2), alignment: 16)
    unsafe larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<used]))
    unsafe memory.deallocate()
    unsafe memory = larger
  }
}
