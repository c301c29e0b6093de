import ArgumentParser
import Exchange
import Ledger

/// What a person says about a file that is imported.
struct ImportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The data set that the file is a release of.", valueName: "id"))
  var dataSet: String?

  @Option(help: ArgumentHelp("The name of the release, for example 24.1.", valueName: "name"))
  var release: String?

  @Option(help: ArgumentHelp("When it was published: from then on the public could know.", valueName: "date"))
  var published: String?

  @Option(help: ArgumentHelp("The title of the report; else the name of the file.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Where the file was found.", valueName: "url"))
  var url: String?

  @Option(help: "The encoding, when it is not UTF-8.")
  var encoding: TextEncoding?

  @Option(help: ArgumentHelp("What stands between cells, when it is not found out: , ; | or tab.", valueName: "sign"))
  var delimiter: String?

  @Option(help: ArgumentHelp("For csv: the file that says how columns are read.", valueName: "file"))
  var mapping: String?

  @Flag(help: "For csv: print a mapping proposed from the header, to be completed, and import nothing.")
  var draftMapping = false

  @Flag(help: "The file is only a part of the release: what it lacks is not retracted.")
  var partial = false

  @Flag(help: "The file is the whole release, even though it lacks most of what the ledger holds.")
  var complete = false

  func validate() throws {
    if partial && complete { throw ValidationError("--partial and --complete say the opposite of each other") }
    if let delimiter, delimiter != "tab", delimiter.utf8.count != 1 {
      throw ValidationError("--delimiter: '\(delimiter)': one sign as , ; or |, or tab")
    }
  }

  /// Refuses what does not fit the format.
  func check(_ format: ImportFormat) throws(Complaint) {
    guard format == .csv || (mapping == nil && !draftMapping) else {
      throw Complaint(.usage, "--mapping and --draft-mapping are for csv; \(format.rawValue) knows its columns")
    }
    guard format != .csv || mapping != nil || draftMapping else {
      throw Complaint(
        .usage,
        "csv needs --mapping FILE, which says what its columns mean.\n"
          + "To have one proposed: daybook import csv FILE --draft-mapping > mapping.json")
    }
  }

  /// How the file is read.
  func reading(_ format: ImportFormat) -> TableFile.Options {
    let sign = delimiter == "tab" ? 0x09 : delimiter?.utf8.first
    return TableFile.Options(encoding: encoding, delimiter: format.isOfLines ? LinesImporter.delimiter : sign)
  }

  func request(_ format: ImportFormat) throws -> ImportRequest {
    var request = ImportRequest(format)
    if let mapping {
      guard let bytes = try SmallFile.read(mapping) else {
        throw Complaint(.noInput, "--mapping: there is no file '\(mapping)'")
      }
      request.mapping = try ColumnMapping(bytes, path: mapping)
    }
    request.dataSet = dataSet
    request.release = release
    request.published = published
    request.title = title
    request.url = url
    request.isPartial = partial
    request.isComplete = complete
    return request
  }
}
