public import Vocabulary

extension Profile {
  /// One of its settings, as a `policy` event writes it.
  public struct Setting: Hashable, Sendable {
    /// Its name among the settings of a policy.
    public var name: String
    /// One sentence: what it does, and the rule that uses it.
    public var meaning: String
    /// Its value; `none` where nothing is set, which for `expire_d` means never.
    public var value: Cell
  }

  /// All its settings, in the order of ``ProfileSettings``.
  public var settings: [Setting] {
    ProfileSettings.shape.fields.map { field in
      Setting(name: field.key, meaning: field.doc, value: value(of: field.key))
    }
  }

  private func value(of name: String) -> Cell {
    switch name {
    case "algorithm": .text(algorithm.rawValue)
    case "theta_control": .number(thetaControl)
    case "theta_reset": .number(thetaReset)
    case "theta_rival": .number(thetaRival)
    case "contest_window_d": .number(contestWindow)
    case "contest_points": .number(contestPoints)
    case "presence_window_d": .number(presenceWindow)
    case "stale_d": .number(stale)
    case "expire_d": Cell(expire)
    case "roots": .flag(roots)
    case "cascade": .flag(cascade)
    default: preconditionFailure("a setting that no profile has: \(name)")
    }
  }

  /// Whether a policy would give another meaning to the id of a built-in profile, which no ledger can.
  public static func redefinesBuiltIn(_ policy: Policy) -> Bool {
    guard policy.subject == .profile, let known = builtIn.first(where: { Verbatim($0.id) == Verbatim(policy.key) })
    else { return false }
    return Profile(policy) != known
  }
}

extension References {
  /// Every profile there is, with the position of the policy that defines it; the built-in ones first, without.
  public var profiles: [(profile: Profile, event: UInt64?)] {
    let own = profileIDs.filter { id in !Profile.builtIn.contains { Verbatim($0.id) == Verbatim(id) } }
    return Profile.builtIn.map { ($0, nil) }
      + own.compactMap { id in
        guard let policy = definition(ofProfile: id), case .policy(let settings) = policy.payload else { return nil }
        return (Profile(settings), policy.event)
      }
  }
}
