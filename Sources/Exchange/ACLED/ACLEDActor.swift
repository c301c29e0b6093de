/// What an actor is, by its code: a digit in older exports, words in newer ones.
enum ACLEDActor {
  static func type(_ code: String) -> StaticString {
    switch code.lowercased() {
    case "1", "state forces": "state-force"
    case "2", "rebel group", "rebel groups": "rebel-group"
    case "3", "political militia", "political militias": "political-militia"
    case "4", "identity militia", "identity militias": "communal-militia"
    case "7", "civilians": "civilians"
    case "8", "external/other forces", "external forces": "international-force"
    default: "other"
    }
  }
}
