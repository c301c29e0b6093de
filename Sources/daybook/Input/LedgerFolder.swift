import Glibc

/// Finds the ledger that a command means: `--ledger`, else `DAYBOOK_LEDGER`, else the working folder or one above it.
enum LedgerFolder {
  /// The file that makes a folder a ledger.
  static let mark = "log.sqlite"

  static func find(_ given: String?) throws(Complaint) -> String {
    if let given { return try checked(given, "--ledger") }
    if let named = Environment["DAYBOOK_LEDGER"], !named.isEmpty { return try checked(named, "DAYBOOK_LEDGER") }
    guard let found = upwards(from: working()) else {
      throw Complaint(
        .noInput,
        "no ledger in this folder or above it.\nName one with --ledger DIR or DAYBOOK_LEDGER, or make one: daybook init DIR"
      )
    }
    return found
  }

  private static func checked(_ path: String, _ option: String) throws(Complaint) -> String {
    guard Self.exists(path) else {
      throw Complaint(
        .noInput, "\(option): there is no folder '\(path)'.\nMake a ledger there with: daybook init \(path)")
    }
    guard exists(path + "/" + mark) else {
      throw Complaint(
        .noInput,
        "\(option): '\(path)' is not a ledger, since it holds no \(mark).\nMake a ledger with: daybook init DIR")
    }
    return path
  }

  private static func upwards(from start: String) -> String? {
    var folder = start
    while true {
      if exists(folder + "/" + mark) { return folder }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }

  private static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  private static func working() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}
