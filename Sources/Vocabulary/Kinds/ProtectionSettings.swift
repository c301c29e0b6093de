internal import Leaf

/// The settings of a policy about protection: which fields of every event of a kind are hidden, in groups by danger.
///
/// The key of the policy is the kind. A group becomes one protected value, so that an event has at most five digests and
/// each group can be given to a reader, or destroyed, by itself.
public enum ProtectionSettings {
  /// A group of fields that are in danger together; its name is that of the protected value.
  public enum Group: String, CaseIterable, Sendable {
    /// Who was there or did the work.
    case who
    /// The exact place; the event keeps the region.
    case place
    /// The exact day; the event keeps the month.
    case time
    /// Who said so.
    case source
    /// Remarks and quotations, in which anything may stand.
    case notes

    /// The group of a field that is hidden by itself.
    public init(of path: String) {
      let steps = path.split(separator: ".").map(String.init)
      switch (steps.first ?? "", steps.dropFirst().first ?? "") {
      case ("place", _): self = .place
      case ("occurred", _): self = .time
      case ("parties", _), ("payload", "custodian"), ("payload", "from"), ("payload", "name"): self = .who
      case ("said", "chain"), ("said", "holder"), ("said", "report"), ("said", "locator"): self = .source
      default: self = .notes
      }
    }
  }

  public static let shape = Shape(
    "protection_settings", "Which fields of every event of the kind are hidden, in groups by danger.",
    [
      .may("who", .list(.form(.path), least: 1), "Fields that tell who was there, as parties or payload.custodian."),
      .may("place", .list(.form(.path), least: 1), "The exact place: place; the event keeps its region."),
      .may("time", .list(.form(.path), least: 1), "The exact day: occurred; the event keeps its month."),
      .may("source", .list(.form(.path), least: 1), "Fields that tell who said so, as said.chain."),
      .may("notes", .list(.form(.path), least: 1), "Remarks and quotations, as note, said.quote or original."),
    ])

  /// The paths of each group, as a policy sets them; an unknown group is left out.
  public static func groups(of policy: Policy) -> [(group: Group, paths: [String])] {
    Group.allCases.compactMap { group in
      let paths = policy.settings?.member(group.rawValue)?.elements.compactMap(\.string) ?? []
      return paths.isEmpty ? nil : (group, paths)
    }
  }
}
