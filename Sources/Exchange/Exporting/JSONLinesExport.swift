/// JSON lines: each row an object of its own, with the recorded object of an event beside the columns.
public struct JSONLinesExport: ExportFormat {
  private var columns: [ExportColumn] = []
  private var name = ""

  public init() {}

  public mutating func begin(_ head: ExportHead, _ bytes: inout [UInt8]) { (name, columns) = (head.name, head.columns) }

  public mutating func add(_ row: ExportRow, _ bytes: inout [UInt8]) {
    bytes += "{\"export\":".utf8
    JSONBytes.add(name, &bytes)
    bytes.append(UInt8(ascii: ","))
    JSONBytes.add(row, columns, &bytes)
    bytes += ",\"recorded_object\":".utf8
    bytes += row.happening.recorded ?? Array("null".utf8)
    bytes += "}\n".utf8
  }

  public mutating func end(_ bytes: inout [UInt8]) {}
}
