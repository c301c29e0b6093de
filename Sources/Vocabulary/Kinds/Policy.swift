public import Leaf

/// Sets a policy: an assessment profile, a vocabulary version, an import mapping, a key, a role.
public struct Policy: KindPayload {
  public static let kind = Kind.policy
  public static let family = Family.ledger
  public static let shape = Shape(
    "policy", "Sets a policy: an assessment profile, a vocabulary version, an import mapping, a key, a role.",
    rules: [
      .when("subject", is: Subject.profile.rawValue, then: "settings", has: ProfileSettings.shape),
      .when("subject", is: Subject.protection.rawValue, then: "settings", has: ProtectionSettings.shape),
    ],
    [
      .must("subject", .code(.policySubject), "What the policy is about."),
      .must("key", .form(.key), "The id of the policy; of one about protection the kind."),
      .may(
        "settings", .open,
        "The settings of the policy; of a profile only its own rules and thresholds, of protection only its groups."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// What the policy is about.
  public var subject: Subject? { fields.code("subject") }

  /// The id of the policy.
  public var key: String { fields.text("key") ?? "" }

  /// The settings of the policy.
  public var settings: Element? { fields.child("settings") }

  public func summary(of event: Event) -> String {
    Telling.line("Policy", fields.text("subject"), key)
  }

  /// What a policy is about.
  public enum Subject: String, ClosedCode {
    case profile
    case vocabulary
    case mapping
    case key
    case role
    case protection

    public static let list = CodeListName.policySubject
  }
}
