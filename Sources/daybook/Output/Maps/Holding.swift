import Views

/// Who holds a place and how surely: what a row of the control view says, as a map and a table of changes show it.
struct Holding: Hashable {
  /// `controlled`, `contested`, `claimed`, `influence`, `none` or `unknown`.
  var status = "unknown"
  /// The controller and the rivals, else the claimants, else those present.
  var actors: [String] = []
  /// How much of the place, where that is not the whole.
  var part: String?
  /// Whether the newest evidence is older than the profile allows.
  var isStale = false

  /// Nothing is known.
  static let unknown = Holding()

  init() {}

  /// Reads a row of the control view.
  init(_ row: Row, _ columns: [Column]) {
    func cell(_ name: String) -> Cell { columns.firstIndex { $0.name == name }.map { row.cells[$0] } ?? .none }
    status = cell("status").description
    if case .list(let actors) = cell("holders") { self.actors = actors }
    let extent = cell("extent").description
    part = ["", "whole", "most"].contains(extent) ? nil : extent
    isStale = cell("freshness").description == "stale"
  }

  /// `controlled by isgs, part, stale`.
  var text: String {
    let who = actors.isEmpty ? "" : (status == "controlled" || status == "claimed" ? " by " : ": ")
    let rest = [part, isStale ? "stale" : nil].compactMap(\.self).map { ", " + $0 }.joined()
    return status + who + actors.joined(separator: status == "contested" ? " against " : ", ") + rest
  }

  /// Who has it in which way, whatever its age and extent: a change of this is a change of hands.
  var hands: [String] { [status] + actors }
}
