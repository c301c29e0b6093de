public import Ledger
internal import TransparencyLog
public import ViewStore

/// The views that lie beside the log of a ledger, for an audit to rebuild and compare.
public struct LiveViews: AuditedViews {
  private let store: ViewStore
  private let log: FollowedLedger
  private let progress: (Progress) -> Void

  /// The views of a ledger; `nil` when none were ever built.
  ///
  /// - Parameter progress: told now and then how many events were replayed.
  public init?(of ledger: Ledger, progress: @escaping (Progress) -> Void = { _ in }) {
    store = ViewStore(at: ledger.folder.views)
    guard store.exist else { return nil }
    log = FollowedLedger(ledger)
    self.progress = progress
  }

  public func compared() throws -> [(view: String, live: String, rebuilt: String)] {
    try store.verify(log, progress: progress).map { part in
      (part.view, part.live?.hex ?? "absent", part.rebuilt?.hex ?? "absent")
    }
  }

  public func followed() throws -> UInt64 { try store.followed() }
}
