import Ledger

/// What a redaction has destroyed, in a sentence.
enum Destroyed {
  /// What is said when another program keeps old bytes in the log's files.
  static let unpurged =
    "Another program is reading the log, so that encrypted bytes of it are left in its files; they cannot be opened by "
    + "any key that is here. Once it is done: daybook redact --finish"

  static func sentence(_ destruction: Ledger.Destruction) -> String {
    var text: String
    if destruction.values > 0 {
      text = "Destroyed \(destruction.values == 1 ? "1 value" : "\(destruction.values) values")"
      if destruction.keys > 0 {
        text += destruction.keys == 1 ? " and its key" : " and \(destruction.keys) keys"
        text += ": no copy of the log can show what was hidden."
      } else {
        text += "."
      }
    } else {
      text = "Its values were destroyed before; there was nothing left to destroy."
    }
    if destruction.resealed > 0 {
      let values = destruction.resealed == 1 ? "1 other value" : "\(destruction.resealed) other values"
      text += "\n\(values) of the same subject got a new key; copies of the log from before can no longer show it."
    }
    if !destruction.isPurged { text += "\n" + unpurged }
    return text
  }
}
