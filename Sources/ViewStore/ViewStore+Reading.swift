extension ViewStore {
  /// What stands at a known time, as the views show it now.
  ///
  /// - Parameter goingThrough: whether all that is in them will be read, so that memory must not grow with it.
  /// - Throws: ``ViewStoreError/notYet(asOf:size:)`` when the views do not hold as many events.
  public func snapshot(at moment: Moment = .now, goingThrough: Bool = false) throws -> Snapshot {
    try converting {
      let snapshot = try Snapshot(goingThrough ? self.goingThrough() : lookingUp(), at: moment)
      try snapshot.expect(moment)
      return snapshot
    }
  }

  /// The names that drafts may use: actors, places, sources and agreements as they stand now.
  public func directory() throws -> FactDirectory { try converting { try FactDirectory(lookingUp()) } }
}
