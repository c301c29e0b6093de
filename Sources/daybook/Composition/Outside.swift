import Audit
import Ledger
import SQLiteLog
import TransparencyLog

/// What an auditor has from elsewhere: a signed note, or the log as others hold it.
struct Outside {
  /// A signed note, or the answer of a witness; `nil` for a mirror.
  let note: (name: String, note: [UInt8])?
  /// A bundle, published tiles, or another ledger; `nil` for a note.
  let mirror: (any Mirror)?

  init(_ path: String) throws {
    let status = try? FileSystem.status(path)
    // A link may lead to either.
    let isFolder = status?.isFolder ?? false || (try? FileSystem.names(in: path)) ?? nil != nil
    guard isFolder else {
      (note, mirror) = ((path, try Self.read(path)), nil)
      return
    }
    note = nil
    if LedgerFolder(path).isLedger {
      mirror = try LedgerMirror(try Ledger.open(at: LedgerFolder(path), .auditing), named: path)
    } else if let tiles = TileFolder(in: path) {
      mirror = try TileMirror(tiles, named: path)
    } else {
      throw Complaint(
        .noInput,
        "--against: the folder '\(path)' is no ledger, no bundle and no log in tiles: it holds neither log.sqlite nor a "
          + "checkpoint at its root, in log/ or in data/log/")
    }
  }

  private static func read(_ path: String) throws(Complaint) -> [UInt8] {
    do throws(FileError) {
      if let bytes = try SmallFile.read(path) { return bytes }
    } catch { throw Complaint(.inputOutput, "--against: \(path) cannot be read: \(error.reason)") }
    throw Complaint(.noInput, "--against: there is no file '\(path)'.")
  }
}
