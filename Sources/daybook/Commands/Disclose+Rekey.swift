import ArgumentParser
import Ledger

/// Gives protected values new keys.
struct DiscloseRekeyCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "rekey",
    abstract: "Seal protected values with new keys and destroy the old ones; the log stays as it is.",
    discussion: """
      For when a copy of the keys may have been seen, or a colleague leaves. Whoever has the old keys can open nothing that \
      is kept here from then on; what was opened before cannot be taken back. Copies of the log from before can no \
      longer be opened with the keys kept here. Repeat it if it was interrupted.

      Examples:
        daybook disclose rekey
        daybook disclose rekey --subject s1
      """)

  @OptionGroup var writing: WritingOptions

  @Option(help: "Only the values of this subject.")
  var subject: String?

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    if let subject {
      let known = try ledger.disclosures.keys.subjects()
      guard known.contains(where: { $0.utf8.elementsEqual(subject.utf8) }) else {
        throw Complaint(.noInput, "--subject: '\(subject)': no key here is of this subject")
      }
    }
    let done = try ledger.rekey(subject: subject)
    let values = done.resealed == 1 ? "1 value was" : "\(done.resealed) values were"
    let keys = done.keys == 1 ? "1 old key was" : "\(done.keys) old keys were"
    output.line("\(values) sealed anew; \(keys) destroyed. The log, its root and every proof are as before.")
    if !done.isPurged { output.line(Destroyed.unpurged) }
  }
}
