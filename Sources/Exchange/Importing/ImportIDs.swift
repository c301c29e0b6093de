internal import TransparencyLog
internal import Vocabulary

/// The ids of the events of one import, made from the data set, the digest of the table and the number of the row: the same
/// import again makes the same ids, so that nothing is appended twice. They grow with the row, which a store likes.
struct ImportIDs {
  /// The id of the report.
  let report: EventID
  private let stem: UInt64

  init(dataSet: String, digest: TransparencyLog.Digest) {
    report = EventID(name: "import/report/\(dataSet)/\(digest.hex)") { Digest.sha256($0).bytes }
    stem = report.high ^ report.low
  }

  /// What an event does with a row.
  enum Act: UInt64 {
    case row = 1
    case correct = 2
    case retract = 3
    case link = 4
  }

  /// The id of the event that does something with a row.
  ///
  /// - Parameter number: the record of the file; of a retraction, the position of the event that is taken back.
  func id(_ act: Act, _ number: UInt64) -> EventID { EventID(high: stem, low: act.rawValue << 60 | number) }
}
