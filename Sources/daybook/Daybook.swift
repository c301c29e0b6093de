import ArgumentParser

/// The root of the command line: one grammar for every verb.
///
/// To add a verb, add its file under `Commands/` and its type to `subcommands`, and give it a transcript.
struct Daybook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook",
    abstract: "An event-sourced ledger of armed-conflict incidents.",
    discussion: """
      Everything anyone asserts about a conflict is appended to one log and never changed. Pictures of the present \
      are views that replay rebuilds from the log, and every figure in them can name the events it came from.

      Begin with:  daybook init mali
      Then:        daybook append source --help

      A ledger is a folder. It is named by --ledger or DAYBOOK_LEDGER, or found in the working folder or above it.
      Results go to standard output, all else to standard error.
      Exit status: 0 done; 1 the audit found a falsification; 2 cannot be decided; 64 usage; 65 bad input; \
      66 no such input; 70 internal; 74 input or output failed; 75 busy, try again.
      """,
    version: "daybook 0.1.0",
    subcommands: [
      InitCommand.self,
      AppendCommand.self,
      LinkCommand.self,
      LogCommand.self,
      ShowCommand.self,
      ViewCommand.self,
      WhyCommand.self,
      DiffCommand.self,
      BriefCommand.self,
      ExportCommand.self,
      ReplayCommand.self,
      AuditCommand.self,
      CheckpointCommand.self,
      ProveCommand.self,
      EvidenceCommand.self,
      RedactCommand.self,
      SchemaCommand.self,
      StatusCommand.self,
    ])
}
