import ViewStore
import Views

/// What is said where there is nothing to print: on stderr beside formats for programs, whose rows then are none, and in
/// place of the table for people.
enum Silence {
  /// An answer without any row.
  static let noEvidence = "unknown: no evidence. No event that could be known by then says anything that was asked."

  /// Says to a person what a program sees as no rows.
  static func note(_ sentence: String) {
    guard !sentence.isEmpty else { return }
    Descriptor.error.say("daybook: note: \(sentence)")
  }

  /// Says it where a program is answered, or in the table.
  static func say(_ sentence: String, _ format: Format, _ output: inout Output) {
    if format == .table { output.line(sentence) } else { note(sentence) }
  }
}

extension Answer {
  /// Whether no row rests on any event.
  var isSilent: Bool { rows.allSatisfy { $0.events.isEmpty && $0.ignored.isEmpty } }
}
