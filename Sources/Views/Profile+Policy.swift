import Leaf
public import Vocabulary

extension Profile {
  /// The profiles that every ledger has, `default-1` first.
  public static let builtIn: [Profile] = [default1, lastReport, majority] + [(3, 91), (6, 183), (12, 365)].map(carry)

  /// Whoever the newest report names, however weak; for comparison with pictures that are made so.
  public static let lastReport = default1.named("last-report") { $0.algorithm = .lastReport }

  /// Whoever most independent roots name; nobody on a tie.
  public static let majority = default1.named("majority") { $0.algorithm = .majority }

  /// `default-1` whose evidence about control expires after so many months.
  private static func carry(months: Int, days: Int) -> Profile {
    default1.named("carry-\(months)m") { $0.expire = days }
  }

  private func named(_ id: String, _ change: (inout Profile) -> Void) -> Profile {
    var profile = self
    profile.id = id
    change(&profile)
    return profile
  }

  /// The profile that a `policy` event defines: its settings over those of `default-1`.
  ///
  /// The vocabulary refuses a setting with another name or value (``ProfileSettings``); in a ledger that has one all the
  /// same, it leaves the default standing.
  public init(_ policy: Policy) {
    self = Profile.default1
    id = policy.key
    guard let settings = policy.settings else { return }
    func read(_ key: StaticString, into value: inout Int) {
      if let number = settings[key]?.integer, number >= 0, number < 1_000_000 { value = Int(number) }
    }
    read("theta_control", into: &thetaControl)
    read("theta_reset", into: &thetaReset)
    read("theta_rival", into: &thetaRival)
    read("contest_window_d", into: &contestWindow)
    read("contest_points", into: &contestPoints)
    read("presence_window_d", into: &presenceWindow)
    read("stale_d", into: &stale)
    if let number = settings["expire_d"]?.integer, number > 0, number < 1_000_000 { expire = Int(number) }
    if let word = settings["algorithm"]?.string, let known = Algorithm(rawValue: word) { algorithm = known }
    roots = settings["roots"]?.boolean ?? roots
    cascade = settings["cascade"]?.boolean ?? cascade
  }
}

extension References {
  /// The profile with that id: a built-in one, which no ledger can redefine, else the last standing `policy` event's.
  public func profile(_ id: String) -> Profile? {
    if let known = Profile.builtIn.first(where: { Verbatim($0.id) == Verbatim(id) }) { return known }
    guard let defined = definition(ofProfile: id), case .policy(let policy) = defined.payload else { return nil }
    return Profile(policy)
  }

  /// The last standing policy about a profile of that id.
  func definition(ofProfile id: String) -> StandingFact? {
    reference(.named(.policy, Policy.Subject.profile.rawValue + "/" + id)).last
  }

  /// The standing policies about a subject of that id, such as a key, oldest first, each with its event.
  public func policies(about subject: Policy.Subject, id: String) -> [(event: UInt64, policy: Policy)] {
    reference(.named(.policy, subject.rawValue + "/" + id)).compactMap { fact in
      if case .policy(let policy) = fact.payload { (fact.event, policy) } else { nil }
    }
  }

  /// The ids of all profiles, built in or defined by a standing policy, sorted.
  public var profileIDs: [String] {
    let prefix = Subject.named(.policy, Policy.Subject.profile.rawValue + "/").text
    let defined = standing.subjects(ReferenceFacts.name, prefix: prefix).map { String($0.dropFirst(prefix.count)) }
    return Set((defined + Profile.builtIn.map(\.id)).map(Verbatim.init)).sorted().map(\.text)
  }
}
