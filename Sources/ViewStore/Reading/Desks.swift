internal import Glibc
internal import Ledger

/// The desks that nobody sits at; shared by the threads that ask one ``ViewStore``.
final class Desks: Sendable {
  /// Two moments that are compared, on two threads.
  private static let most = 4

  private let idle = Gate<[Desk]>([])

  /// Gives `body` the views at a moment. A desk at which something failed is not used again.
  func use<Result>(_ store: ViewStore, at moment: Moment, _ body: (Desk) throws -> Result) throws -> Result {
    let desk = try take(store, at: moment)
    let result = try body(desk)
    if let failure = desk.snapshot.failure { throw failure }
    try putBack(desk, store)
    return result
  }

  /// The desk that was last at the moment, or a new one; another only when there are as many as there may be.
  func take(_ store: ViewStore, at moment: Moment) throws -> Desk {
    let file = FileIdentity(store.path)
    let found = idle.change { idle -> Desk? in
      idle.removeAll { $0.file != file }
      let place =
        idle.lastIndex { $0.snapshot.moment == moment } ?? (idle.count < Desks.most ? nil : idle.indices.first)
      return place.map { idle.remove(at: $0) }
    }
    guard let found else { return Desk(try store.snapshot(at: moment), file: file) }
    try found.turn(to: moment)
    try found.snapshot.expect(moment)
    return found
  }

  /// Lets others use a desk again at which nothing failed.
  func putBack(_ desk: Desk, _ store: ViewStore) throws {
    // Between the look at the file and its opening it may have been exchanged.
    guard let file = desk.file, FileIdentity(store.path) == file, desk.snapshot.canRest else { return }
    try desk.snapshot.rest()
    idle.change { idle in
      idle.append(desk)
      if idle.count > Desks.most { idle.removeFirst() }
    }
  }
}

/// Which file lies at a path.
struct FileIdentity: Equatable {
  private let device: dev_t
  private let inode: ino_t

  /// `nil` when there is none.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    (device, inode) = (status.st_dev, status.st_ino)
  }
}
