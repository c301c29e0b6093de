import ArgumentParser
import Exchange
import Ledger
import ViewStore
import Views

/// Gives out events or a view in the formats of others.
struct ExportCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Give out events, the rows of a view, or an imported table as it came.",
    discussion: """
      geojson      a feature collection for maps (RFC 7946)
      gpkg         a GeoPackage for QGIS and GDAL; needs --output
      csv          for spreadsheets: HXL tags below the header, and no cell that would run as a formula
      parquet-csv  for programs that give columns a type: exact texts, ISO dates, JSON lists, empty is null
      jsonl        one JSON object a line, with the recorded event
      cloudevents  CloudEvents 1.0, one a line; --batch makes one array
      prov         provenance as W3C PROV-JSON: who recorded what, when, from which events and originals
      prov-n       the same as PROV-N

      Without --view the events are given as they stand: corrected where a correction stands, retracted ones only with \
      --retracted. The filters are those of daybook log. Every row carries its events with their ids, grade, roots, both \
      clocks, profile, the size and root of the log and the checkpoint that covers it. Sexual violence is shown by region \
      and month unless --disclose is given. A centroid is no point: what lies somewhere in a region has no geometry.

      --as writes an imported table byte for byte as it came, from the events alone, and compares the digest with that of \
      the file that was imported; a release is given back as that release was.

      prov and prov-n tell of every event, or of those chosen with --event, --row or the filters, with all that these rest on \
      and what corrects, retracts, disputes or redacts them. A row is told as what Daybook derived from them. They hold \
      positions, times, kinds, keys of recorders and hashes: nothing that an event says, and so nothing that is protected.

      Beside a GeoPackage stands FILE.sha256 with a digest of its content, since QGIS changes the file by opening it; \
      --check compares the two.

      Examples:
        daybook export geojson --kind attack --from 2023 > attacks.geojson
        daybook export gpkg --view control --at 2023-11-30 --output control.gpkg
        daybook export gpkg --check control.gpkg
        daybook export csv --view attacks --at 2024-06-30 --in Gao > attacks.csv
        daybook export cloudevents --batch --as-of '#365' > events.json
        daybook export prov > mali-prov.json
        daybook export prov-n --row control:Ansongo --at 2023-08-25
        daybook export --as ucdp-ged --release 1 > first.csv
      """)

  @Argument(help: ArgumentHelp("The format.", valueName: "format"), transform: ExportKind.read)
  var format: ExportKind?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Instead: an imported table as it came, by the format it was imported as.", valueName: "format"))
  var table: ImportFormat?

  @Option(help: ArgumentHelp("--as: the data set, when there are several of the format.", valueName: "id"))
  var dataSet: String?

  @Option(
    help: ArgumentHelp("--as: the release by its name, or by its number from 1; else the last.", valueName: "name"))
  var release: String?

  @Option(help: ArgumentHelp("The rows of this view instead of events.", valueName: "name"))
  var view: String?

  @Option(help: ArgumentHelp("With --view: only this subject; may be given again.", valueName: "name"))
  var subject: [String] = []

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("With --view: only rows with this value; may be given again.", valueName: "column=value"))
  var filters: [String] = []

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("With --view: only rows whose place is, or lies in, this one.", valueName: "place"))
  var inside: String?

  @OptionGroup(title: "Filters of events") var events: LogFilters

  @Option(help: ArgumentHelp("prov: this event; may be given again.", valueName: "event"))
  var event: [String] = []

  @Option(help: ArgumentHelp("prov: the events behind this row; may be given again.", valueName: "view:row"))
  var row: [String] = []

  @Flag(help: "Events: also those that were retracted; their standing says so.")
  var retracted = false

  @Flag(help: "cloudevents: all of them as one JSON array.")
  var batch = false

  @Option(help: ArgumentHelp("Write this file, which appears when it is whole.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("gpkg: compare the content of this file with the digest beside it.", valueName: "file"))
  var check: String?

  @OptionGroup var times: TimeOptions
  @OptionGroup var options: LedgerOptions

  func validate() throws {
    guard (format == nil) != (table == nil) else {
      throw ValidationError("Name a format, or --as with the format of an imported table.")
    }
    guard table != nil || (dataSet == nil && release == nil) else {
      throw ValidationError("--data-set and --release belong to --as.")
    }
    guard batch == false || format == .cloudevents else { throw ValidationError("--batch is for cloudevents.") }
    guard check == nil || format == .gpkg else { throw ValidationError("--check is for gpkg.") }
    guard view != nil || (subject.isEmpty && filters.isEmpty && inside == nil) else {
      throw ValidationError("--subject, --where and --in belong to --view; events are filtered as by daybook log.")
    }
    guard view == nil || !retracted else { throw ValidationError("--retracted is for events, not for a view.") }
    let isProvenance = format?.isProvenance ?? false
    guard isProvenance || (event.isEmpty && row.isEmpty) else {
      throw ValidationError("--event and --row belong to prov and prov-n.")
    }
    guard !isProvenance || (view == nil && !retracted) else {
      throw ValidationError(
        "prov tells of events as they were recorded, and of rows of views: choose with --event, --row VIEW:ROW or filters."
      )
    }
    guard format != .gpkg || check != nil || output != nil else {
      throw ValidationError("A GeoPackage is a file of its own: name it with --output FILE.gpkg.")
    }
  }

  func run(_ output: inout Output) throws {
    if let check { return try PackageSidecar(check).compare(&output) }
    if let table { return try giveBack(table, &output) }
    guard let format else { preconditionFailure("without --as there is a format") }
    let target = ExportTarget(format: format, isBatch: batch, path: self.output)
    if format.isProvenance {
      let exporting = ProvenanceExport(
        ledger: try options.open(), events: event, rows: row, filters: events, times: times, options: options)
      return try exporting.write(to: target, &output)
    }
    if let view { try export(view, to: target, &output) } else { try exportEvents(to: target, &output) }
  }

  private func giveBack(_ format: ImportFormat, _ output: inout Output) throws {
    let table = try TableReturn(format.rawValue, dataSet: dataSet, release: release, in: options.open())
    try table.write { output.write($0) }
  }

  private func export(_ name: String, to target: ExportTarget, _ output: inout Output) throws {
    guard events.isEmpty else {
      throw Complaint(
        .usage, "--view: a view is filtered with --subject, --where and --in, not with the filters of events")
    }
    let asking = try Asking(name, options)
    let question = try asking.question(about: subject, filters: filters, inside: inside, times)
    try CoverageNote(times).say(of: asking.ledger, asking.views)
    let rows = try asking.views.rows(of: question, from: asking.log)
    let table = try ViewTable(rows.head, of: asking.view, in: asking.ledger)
    let places = target.format.isMap ? try ExportPlaces(rows, of: asking) : nil
    var isSilent = true
    try target.write(table.head, &output) { write in
      try rows.forEachRow { row in
        isSilent = false
        return try write(
          table.row(row, told: { $0.text }, ignored: { "#\($0.event) \($0.text)" }, geometry: places?.geometry(of: row))
        )
      }
    }
    if isSilent { Silence.note(Silence.noEvidence) }
  }

  private func exportEvents(to target: ExportTarget, _ output: inout Output) throws {
    let exporting = try EventExport(options.open(), events, times, withRetracted: retracted)
    try target.write(exporting.table.head, &output, exporting.forEach)
    exporting.note()
  }
}
