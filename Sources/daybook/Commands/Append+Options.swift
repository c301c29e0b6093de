import ArgumentParser

/// The options of `append`, which may stand before or behind the kind.
struct AppendOptions: ParsableArguments {
  @OptionGroup var writing: WritingOptions

  @Option(
    help: ArgumentHelp("Append a file of drafts, one JSON object a line; - is standard input.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Refuse unless the ledger has exactly so many events.", valueName: "count"))
  var expect: UInt64?

  @Flag(help: "Check, and show what would be appended, without appending it.")
  var dryRun = false

  @Flag(help: "Print a draft of the kind to fill in, as one line of JSON.")
  var template = false

  @Flag(help: "Write the event in your editor (VISUAL, else EDITOR, else vi): the template, with what fields give.")
  var edit = false

  @Flag(help: "With --template or --edit: every field, not only those that must be there.")
  var full = false

  @Option(help: "How to print the receipt: table or json.")
  var format: TextFormat = .table

  /// These options, and where others were given, those.
  func merged(with other: AppendOptions) -> AppendOptions {
    var merged = other
    merged.writing.options.ledger = other.writing.options.ledger ?? writing.options.ledger
    merged.writing.patience = other.writing.patience ?? writing.patience
    merged.expect = other.expect ?? expect
    merged.dryRun = other.dryRun || dryRun
    merged.template = other.template || template
    merged.edit = other.edit || edit
    merged.full = other.full || full
    if other.format == .table { merged.format = format }
    return merged
  }
}
