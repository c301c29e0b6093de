internal import SQLite

/// Which events change how others stand.
final class EffectTable {
  private let insertEffect: Statement
  private let selectOn: Statement
  private let selectTargets: Statement

  init(_ source: StatementSource) throws {
    insertEffect = try source.prepare("INSERT OR IGNORE INTO effect VALUES(?1, ?2, ?3)")
    selectOn = try source.prepare(WritingSQL.effects)
    selectTargets = try source.prepare(WritingSQL.targets)
  }

  /// Enters that an event aims at an earlier one.
  func insert(target: UInt64, by event: UInt64, kind: Effect.Kind) throws {
    guard target < event else { return }
    try insertEffect.bind(1, Int64(target))
    try insertEffect.bind(2, Int64(event))
    try insertEffect.bind(3, kind.rawValue)
    try insertEffect.run()
  }

  /// What aims at an event, by position.
  func effects(on target: UInt64) throws -> [Effect] {
    try selectOn.bind(1, Int64(target))
    defer { selectOn.reset() }
    var effects: [Effect] = []
    while try selectOn.step() {
      guard let kind = Effect.Kind(rawValue: selectOn.integer(1)) else { continue }
      effects.append(Effect(by: UInt64(selectOn.integer(0)), kind: kind))
    }
    return effects
  }

  /// What an event aims at.
  func targets(of event: UInt64) throws -> [UInt64] {
    try selectTargets.bind(1, Int64(event))
    defer { selectTargets.reset() }
    var targets: [UInt64] = []
    while try selectTargets.step() { targets.append(UInt64(selectTargets.integer(0))) }
    return targets
  }
}
