import Ledger
import ViewStore

/// Replays of one ledger.
struct Replaying {
  let ledger: Ledger
  let views: ViewStore

  init(_ ledger: Ledger) {
    self.ledger = ledger
    views = ViewStore(at: ledger.folder.views)
  }

  /// Builds the views anew, and the index of words if there is one.
  func rebuild() throws -> ReplayPicture {
    var progress = Progress("events replayed", of: try ledger.size)
    defer { progress.end() }
    let report = try views.rebuild(FollowedLedger(ledger)) { progress.reach($0.done) }
    let index = SearchIndex(at: ledger.folder.search)
    if index.exists { try index.rebuild(FollowedLedger(ledger)) { progress.reach($0.done) } }
    return ReplayPicture(report: report, origin: ledger.origin, path: views.path)
  }

  /// Compares the live views, which are first brought up to date, with a fresh rebuild.
  func verify(only view: String?) throws -> VerifyPicture {
    _ = try Following.views(of: ledger)
    var progress = Progress("events replayed", of: try ledger.size)
    defer { progress.end() }
    let parts = try views.verify(FollowedLedger(ledger)) { progress.reach($0.done) }
    let followed = try views.followed()
    return VerifyPicture(
      parts: view.map { name in parts.filter { $0.view == name } } ?? parts, size: followed, origin: ledger.origin)
  }
}
