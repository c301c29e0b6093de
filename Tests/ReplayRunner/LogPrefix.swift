import ViewStore

/// The first events of a log alone.
struct LogPrefix<Log: FollowedLog>: FollowedLog {
  let log: Log
  let count: UInt64

  func size() -> UInt64 { count }

  func root(at size: UInt64) throws -> [UInt8] { try log.root(at: size) }

  func read(_ positions: Range<UInt64>, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool) throws {
    try unsafe log.read(positions.clamped(to: 0..<count), body)
  }
}
