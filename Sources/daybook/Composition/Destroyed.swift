import Ledger

/// What a redaction has destroyed, in a sentence.
enum Destroyed {
  static func sentence(_ destruction: Ledger.Destruction) -> String {
    guard destruction.values > 0 else { return "Its values were destroyed before; there was nothing left to destroy." }
    let values = destruction.values == 1 ? "1 value" : "\(destruction.values) values"
    var text = "Destroyed \(values)"
    if destruction.keys > 0 {
      text += destruction.keys == 1 ? " and the key" : " and \(destruction.keys) keys"
      text += ": no copy of the log can show what was hidden."
    } else {
      text += "."
    }
    if destruction.keptKeys > 0 {
      text +=
        "\nA key was kept, since it hides other values of the same subject: a copy of the log from before, with that key,"
        + " can still show what was redacted."
    }
    return text
  }
}
