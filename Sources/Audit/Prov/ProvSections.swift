internal import Ledger

/// PROV-JSON that is being put together: that form groups records by what they are, where events tell them mixed.
///
/// Each section waits in a file of its own until all events have been read, so that these are read once. Memory does not
/// grow with them.
final class ProvSections {
  private let head: String
  private let files: [ProvRecords.Section: NamelessFile]
  private var used: Set<ProvRecords.Section> = []
  private var count: UInt64 = 0

  /// - Parameter folder: where the sections wait; they have no names there.
  init(_ text: ProvText, in folder: String) throws {
    head = text.headJSON
    files = try onDisk { () throws(FileError) in
      var files: [ProvRecords.Section: NamelessFile] = [:]
      for section in ProvRecords.Section.allCases { files[section] = try NamelessFile(in: folder) }
      return files
    }
  }

  /// Takes the next record.
  func add(_ record: ProvRecords.Record) throws {
    count += 1
    let section = record.section
    let start = used.insert(section).inserted ? ",\n\"\(section.rawValue)\": {\n" : ",\n"
    guard let file = files[section] else { preconditionFailure("every section has its file") }
    let text = start + ProvText.json(record, count)
    try onDisk { () throws(FileError) in try file.add(text.utf8) }
  }

  /// Gives the document piece by piece.
  func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    try body(Array(head.utf8))
    for section in ProvRecords.Section.allCases where used.contains(section) {
      try files[section]?.forEachPiece(body)
      try body(Array("\n}".utf8))
    }
    try body(Array("\n}\n".utf8))
  }
}
