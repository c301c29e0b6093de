/// How relations and actors are told apart: by colours that colour-blind people can tell (Okabe and Ito), and each by a
/// sign or a word besides.
enum NetworkStyle: CaseIterable {
  case belongs, allied, signatory, succession, hostile, attacks

  init(_ relation: String) {
    self =
      switch relation {
      case "alliance", "partner": .allied
      case "signatory": .signatory
      case "succession": .succession
      case "hostile": .hostile
      case "attacks": .attacks
      default: .belongs
      }
  }

  /// The colour of the line.
  var colour: String {
    switch self {
    case .belongs: "#0072B2"
    case .allied: "#009E73"
    case .signatory: "#AA4499"
    case .succession: "#C77700"
    case .hostile: "#D55E00"
    case .attacks: "#222222"
    }
  }

  /// What the legend says.
  var words: String {
    switch self {
    case .belongs: "part of, or affiliated with (towards the whole)"
    case .allied: "allied, or partner"
    case .signatory: "signatories of one agreement"
    case .succession: "follows the other"
    case .hostile: "said to be hostile"
    case .attacks: "attacks, shown by incidents (their number)"
    }
  }

  /// The colour of an actor's box, by what the actor is; the box says it in words too.
  static func fill(_ type: String) -> String {
    switch type {
    case "state", "state-force": "#DCE9F7"
    case "rebel-group", "militia", "coalition", "private-military-company": "#FBE6D8"
    case "international-force", "organisation": "#DDF1E8"
    case "civilians": "#FFF6CF"
    default: "#EEEEEE"
    }
  }
}
