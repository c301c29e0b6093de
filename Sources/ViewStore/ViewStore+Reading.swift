extension ViewStore {
  /// What stands at a known time, as the views show it now.
  ///
  /// - Throws: ``ViewStoreError/notYet(asOf:size:)`` when the views do not hold as many events.
  public func snapshot(at moment: Moment = .now) throws -> Snapshot {
    try converting {
      let snapshot = try Snapshot(lookingUp(), at: moment)
      try snapshot.expect(moment)
      return snapshot
    }
  }

  /// The names that drafts may use: actors, places, sources and agreements as they stand now.
  public func directory() throws -> FactDirectory { try converting { try FactDirectory(lookingUp()) } }
}
