/// CloudEvents 1.0 in the JSON format: one event a line, or all of them as one batch.
///
/// `data` is the recorded object; where there is none, or it is withheld, the row. What every exported row carries stands in
/// extension attributes: `position`, `grade`, `roots`, `profile`, `asof`, `publishedby`, `checkpoint` and the log's size and root.
public struct CloudEventsExport: ExportFormat {
  private let isBatch: Bool
  private var head: ExportHead?
  private var extensions: [(name: String, column: Int)] = []
  private var count = 0

  /// - Parameter isBatch: whether to write one array (`application/cloudevents-batch+json`).
  public init(isBatch: Bool) { self.isBatch = isBatch }

  /// The columns that become extension attributes, whose names have lower-case letters and digits only.
  static let extended = [
    "position", "leaf", "grade", "roots", "profile", "at", "as_of", "published_by", "standing", "log_size", "log_root",
    "checkpoint",
  ]

  public mutating func begin(_ head: ExportHead, _ bytes: inout [UInt8]) {
    self.head = head
    extensions = Self.extended.compactMap { name in
      head.columns.firstIndex { $0.name == name }.map { (name.filter { $0 != "_" }, $0) }
    }
    if isBatch { bytes.append(UInt8(ascii: "[")) }
  }

  public mutating func add(_ row: ExportRow, _ bytes: inout [UInt8]) {
    guard let head else { return }
    if isBatch { bytes += (count == 0 ? "\n" : ",\n").utf8 }
    count += 1
    let happening = row.happening
    bytes += "{\"specversion\":\"1.0\"".utf8
    Self.add("id", happening.id, &bytes)
    Self.add("source", "//" + head.origin, &bytes)
    Self.add("type", happening.type, &bytes)
    if let subject = happening.subject { Self.add("subject", subject, &bytes) }
    if let time = happening.time { Self.add("time", time, &bytes) }
    for (name, column) in extensions {
      switch row.cells[column] {
      case .text(let text): Self.add(name, text, &bytes)
      // An integer of CloudEvents has 32 bits; positions have more.
      case .integer(let number): Self.add(name, String(number), &bytes)
      case .none, .flag, .texts, .positions: break
      }
    }
    Self.add("datacontenttype", "application/json", &bytes)
    if let recorded = happening.recorded {
      if let schema = happening.schema { Self.add("dataschema", schema, &bytes) }
      bytes += ",\"data\":".utf8
      bytes += recorded
    } else {
      bytes += ",\"data\":{".utf8
      JSONBytes.add(row, head.columns, &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes += (isBatch ? "}" : "}\n").utf8
  }

  public mutating func end(_ bytes: inout [UInt8]) { if isBatch { bytes += "\n]\n".utf8 } }

  private static func add(_ name: String, _ text: String, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    JSONBytes.add(name, &bytes)
    bytes.append(UInt8(ascii: ":"))
    JSONBytes.add(text, &bytes)
  }
}
