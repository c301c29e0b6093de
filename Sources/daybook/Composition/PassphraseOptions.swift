import ArgumentParser
import Ledger

/// `--passphrase-file` on commands that sign: where the passphrase of a sealed key comes from, never an argument.
struct PassphraseOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The file whose first line is the passphrase of the key, also /dev/fd/3 (else DAYBOOK_PASSPHRASE_FILE, else the terminal).",
      valueName: "file"))
  var passphraseFile: String?

  /// Asks once it is needed, and only once.
  var passphrase: Passphrase {
    var known: [UInt8]?
    return { key throws(LedgerError) in
      if let known { return known }
      let given = try PassphraseSource.read(passphraseFile, prompt: "Passphrase of key \(key): ")
      known = given
      return given
    }
  }
}

/// Reads a passphrase.
enum PassphraseSource {
  /// The first line of a file; else of the one that DAYBOOK_PASSPHRASE_FILE names; else what is typed, unseen.
  static func read(_ file: String?, prompt: String) throws(LedgerError) -> [UInt8] {
    guard let path = file ?? Environment["DAYBOOK_PASSPHRASE_FILE"].flatMap({ $0.isEmpty ? nil : $0 }) else {
      return try Terminal.secret(prompt)
    }
    let bytes: [UInt8]?
    do throws(FileError) { bytes = try SmallFile.read(path) } catch { throw LedgerError(error) }
    guard let bytes else { throw .key(.noPassphrase(reason: "there is no file \(path)")) }
    let line = Array(bytes.prefix { $0 != 0x0a && $0 != 0x0d })
    guard !line.isEmpty else { throw .key(.noPassphrase(reason: "the first line of \(path) is empty")) }
    return line
  }

  /// A new passphrase: from a file, or typed twice.
  static func readNew(_ file: String?) throws(LedgerError) -> [UInt8] {
    if file != nil { return try read(file, prompt: "") }
    let first = try Terminal.secret("New passphrase: ")
    guard try Terminal.secret("Once more: ") == first else {
      throw .key(.noPassphrase(reason: "the two are not the same"))
    }
    return first
  }
}
