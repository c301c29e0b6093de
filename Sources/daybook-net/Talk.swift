import Ledger

/// What the program says: results on standard output, at once, and talk on standard error.
enum Talk {
  /// A line for a person, who knows the program as `daybook`.
  static func complain(_ text: String) { write("daybook: \(text)\n", to: 2) }

  /// A line of the log of a server, with the time.
  static func log(_ text: String) { write("\(UTCTime.text(seconds: UTCTime.now())) \(text)\n", to: 2) }

  /// Bytes of the result.
  static func answer(_ bytes: [UInt8]) { write(bytes, to: 1) }

  private static func write(_ text: String, to descriptor: Int32) { write([UInt8](text.utf8), to: descriptor) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    // Whoever has stopped reading wants no more.
    try? OpenFile.standard(descriptor).write(bytes)
  }
}
