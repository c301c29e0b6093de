import Leaf

/// The body of a fact of `control`, filed under the id of the place.
///
/// `{"actors":["isgs"],"as":"gain","ends":true,"except":["ML0702"],"extent":"part","from":"gov","imprecise":true}`;
/// only `actors` and `as` are mandatory, flags are absent when false.
struct ControlFact {
  /// What is said of each actor.
  var act: Act
  /// Of whom.
  var actors: [String]
  /// From whom an area is gained.
  var from: String?
  /// How much of the area is held.
  var extent: String?
  /// The places a withdrawal leaves out.
  var exceptions: [String] = []
  /// True on at least one day between the bounds, not on every day.
  var isImprecise = false
  /// It came to an end at the last bound.
  var hasEnded = false
  /// Sexual violence: evidence for a region or a country only, since its place is never shown below that.
  var isGuarded = false

  /// The word in `as`.
  enum Act: String, CaseIterable {
    case hold, gain, lose, deny, contest, presence, departure, battle, remote, withdrawal

    /// Whether it counts within the windows of the profile only, and is then over (R6); a departure ends presence alone.
    var passes: Bool {
      switch self {
      case .presence, .departure, .battle, .remote: true
      case .hold, .gain, .lose, .deny, .contest, .withdrawal: false
      }
    }
  }
}

extension ControlFact {
  /// Reads a body back; `nil` when it is none of this version.
  init?(_ document: Document) {
    let fields = document.root
    guard let act = fields["as"]?.string.flatMap(Act.init) else { return nil }
    self.init(act: act, actors: fields.words("actors"))
    from = fields["from"]?.string
    extent = fields["extent"]?.string
    exceptions = fields.words("except")
    isImprecise = fields["imprecise"]?.boolean ?? false
    hasEnded = fields["ends"]?.boolean ?? false
    isGuarded = fields["guarded"]?.boolean ?? false
  }
}

extension Element {
  /// The texts of a list; none when it is absent.
  func words(_ key: StaticString) -> [String] {
    guard let list = self[key], list.kind == .array else { return [] }
    return list.elements.compactMap(\.string)
  }
}
