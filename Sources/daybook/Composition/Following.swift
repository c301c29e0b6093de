import Ledger
import ViewStore

/// Brings the views up to date before a command reads them.
enum Following {
  /// The views of a ledger, which have seen all its events.
  static func views(of ledger: Ledger) throws -> ViewStore {
    let views = ViewStore(at: ledger.folder.views)
    let size = try ledger.size
    var progress = Progress("events followed", of: size)
    defer { progress.end() }
    try views.follow(FollowedLedger(ledger)) { progress.reach($0.done) }
    views.leaveOpen()
    return views
  }
}
