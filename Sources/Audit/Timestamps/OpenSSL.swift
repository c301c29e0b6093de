internal import Ledger

/// The program `openssl`, which makes requests for timestamps and verifies tokens: neither ASN.1 nor CMS is ours.
///
/// It is found in PATH and run without a shell and without a configuration file, in a folder of its own that goes away with this value.
final class OpenSSL {
  private let program: Program
  private let folder: String

  init() throws(TimestampError) {
    guard let program = Program(named: "openssl") else { throw .noOpenSSL }
    self.program = program
    guard let folder = Program.makeTemporaryFolder() else { throw .failed(what: "make a temporary folder", said: "") }
    self.folder = folder
  }

  deinit {
    try? FileSystem.removeFolder(folder)
  }

  /// Puts bytes into a file for the program and answers its path.
  func file(_ name: String, _ bytes: [UInt8]) throws(LedgerError) -> String {
    let path = folder + "/" + name
    try onDisk { () throws(FileError) in
      try FileSystem.remove(path)
      let file = try OpenFile(path, .creating(mode: 0o600))
      try file.write(bytes)
    }
    return path
  }

  /// The path of a file that the program shall write.
  func path(_ name: String) -> String { folder + "/" + name }

  /// What the program wrote into a file.
  func bytes(_ name: String) throws(LedgerError) -> [UInt8] {
    try onDisk { () throws(FileError) in try SmallFile.read(folder + "/" + name) ?? [] }
  }

  /// Runs `openssl` with these words; answers its status and what it said on either stream.
  ///
  /// What it says is read: always in English, in UTC, without the machine's configuration.
  func run(_ words: [String]) throws(TimestampError) -> (status: Int32, said: String) {
    let environment = ["OPENSSL_CONF=/dev/null", "LC_ALL=C", "TZ=UTC"]
    guard let answer = program.run(words, environment: environment, gathersErrors: true) else {
      throw .failed(what: "run \(program.path)", said: "it does not start")
    }
    return (answer.status, String(decoding: answer.output, as: UTF8.self))
  }
}
