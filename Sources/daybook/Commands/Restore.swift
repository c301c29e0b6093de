import ArgumentParser
import Audit
import Ledger

/// Brings lost events back.
struct RestoreCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Bring back events that this ledger lost, from a published copy, a mirror or a full bundle.",
    discussion: """
      After a log was restored from an older backup, its key refuses to sign, because it has signed more. This command \
      takes the missing events from a copy, byte for byte: the copy must carry a checkpoint under a key of this log, \
      begin with the events that are here, and give the root that was signed. Then signing goes on by itself. Protected \
      values are in no copy; those of the events that come back stay WITHHELD.

      Examples:
        daybook restore /srv/www/mali
        daybook restore mali.bundle
      """)

  @OptionGroup var writing: WritingOptions

  @Argument(help: ArgumentHelp("The folder with the copy.", valueName: "dir"))
  var folder: String

  func run(_ output: inout Output) throws {
    let ledger = try writing.open()
    let count = try ledger.restore(from: folder)
    let size = try ledger.size
    guard count > 0 else {
      return output.line("Nothing is missing: \(folder) has no event that this ledger has not.")
    }
    output.line("Brought back \(Progress.events(count)); the ledger has \(Progress.grouped(size)).")
    guard let head = try? ledger.keys.head() else { return }
    if head.size > size {
      output.line(
        "The key has signed \(Progress.grouped(head.size)): \(Progress.grouped(head.size - size)) are still missing; look for a newer copy."
      )
    } else {
      output.line("It continues what the key has signed: daybook checkpoint works again.")
    }
  }
}
