import ArgumentParser
import Audit
import Leaf
import Ledger

/// Publishes the log as static files.
struct PublishCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the signed log as static files that any tlog-tiles client reads.",
    discussion: """
      The folder (C2SP tlog-tiles: checkpoint, tile/…, tile/entries/…) can be served by any web server, best under the \
      origin of the log, or copied as a mirror. Leaves hold no protected values. Publishing again writes only what is \
      new; the checkpoint takes its place last, so that readers never see half of it.

      Examples:
        daybook publish /srv/www/mali
        rsync -a --exclude checkpoint /srv/www/mali/ mirror:mali/ && rsync -a /srv/www/mali/ mirror:mali/
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var folder: String

  @Option(help: "How to print: table or json.")
  var format: TextFormat = .table

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    let watch = ProgressWatch("events written", of: try ledger.size)
    let report = try ledger.publish(to: folder) { watch.reach($0) }
    let json: Value = [
      "folder": .string(folder), "origin": .string(ledger.origin), "before": .integer(Int64(report.before)),
      "size": .integer(Int64(report.size)), "files": .integer(Int64(report.files)),
    ]
    guard format == .table else { return output.line(String(decoding: json.encode(), as: UTF8.self)) }
    let events = Progress.events(report.size)
    if report.files == 0 {
      output.line("\(folder) is up to date: \(events) of \(ledger.origin).")
    } else {
      let new = Progress.grouped(report.size - report.before)
      output.line(
        "Published \(events) of \(ledger.origin) in \(folder): \(new) new, \(report.files) files written.")
    }
  }
}
