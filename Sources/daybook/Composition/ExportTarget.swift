import Exchange
import Glibc

/// Where an export goes: standard output, or a file that appears when it is whole.
struct ExportTarget {
  let format: ExportKind
  let isBatch: Bool
  let path: String?

  /// Gives rows one by one; the closure that takes them answers whether to go on.
  typealias Rows = ((ExportRow) throws -> Bool) throws -> Void

  /// Writes the rows.
  func write(_ head: ExportHead, _ output: inout Output, _ rows: Rows) throws {
    guard format == .gpkg, let path else { return try stream(&output) { try text(head, &$0, rows) } }
    try replace(path) { new in try package(new, head, rows) }
  }

  /// Writes a text that `body` gives piece by piece.
  func stream(_ output: inout Output, _ body: (inout Output) throws -> Void) throws {
    guard let path else { return try body(&output) }
    try replace(path) { new in
      let file = unsafe open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard file >= 0 else { throw ExportTarget.refused("--output: \(path) cannot be made") }
      defer { _ = close(file) }
      var inner = Output(Descriptor(number: file))
      try body(&inner)
      try inner.finish()
      guard fsync(file) == 0 else { throw ExportTarget.refused("--output: \(path) could not be kept") }
    }
  }

  private func replace(_ path: String, _ make: (String) throws -> Void) throws {
    let new = path + ".new"
    unsafe _ = unlink(new)
    do {
      try make(new)
      guard unsafe rename(new, path) == 0 else { throw ExportTarget.refused("--output: \(path) cannot be replaced") }
    } catch {
      unsafe _ = unlink(new)
      throw error
    }
  }

  private func text(_ head: ExportHead, _ output: inout Output, _ rows: Rows) throws {
    var writer = self.writer
    var bytes: [UInt8] = []
    writer.begin(head, &bytes)
    output.write(bytes)
    bytes.removeAll(keepingCapacity: true)
    try rows { row in
      writer.add(row, &bytes)
      if bytes.count >= 1 << 16 {
        output.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      return output.isWanted
    }
    writer.end(&bytes)
    output.write(bytes)
  }

  private var writer: any ExportFormat {
    switch format {
    case .geojson: GeoJSONExport()
    case .csv: CSVExport(.spreadsheet)
    case .parquetCSV: CSVExport(.typed)
    case .jsonl: JSONLinesExport()
    case .cloudevents: CloudEventsExport(isBatch: isBatch)
    case .gpkg: preconditionFailure("a GeoPackage is a file of its own")
    case .prov, .provN: preconditionFailure("provenance has no rows")
    }
  }

  private func package(_ new: String, _ head: ExportHead, _ rows: Rows) throws {
    let file = try GeoPackageFile(new, head)
    try rows { row in
      try file.add(row)
      return true
    }
    try PackageSidecar(path ?? new).write(try file.end(), head)
  }

  private static func refused(_ what: String) -> Complaint {
    Complaint(.inputOutput, "\(what): \(SystemError.text(errno))")
  }
}
