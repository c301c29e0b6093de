import Ledger
import ViewStore

/// Brings the views up to date before a command reads them.
enum Following {
  /// Views that stay open until the program ends, which lets go of all that was looked up in them at once; `nil` where commands
  /// are run one after the other in a process, as tests do.
  static let kept = Gate<[ViewStore]?>(nil)

  /// The views of a ledger, which have seen all its events.
  static func views(of ledger: Ledger) throws -> ViewStore {
    let views = ViewStore(at: ledger.folder.views)
    let size = try ledger.size
    var progress = Progress("events followed", of: size)
    defer { progress.end() }
    try views.follow(FollowedLedger(ledger)) { progress.reach($0.done) }
    kept.change(wake: false) { $0?.append(views) }
    return views
  }
}
