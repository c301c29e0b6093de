public import Foundation

/// A timestamp authority made with the program `openssl`, for one test.
public final class ThrowAwayAuthority: Sendable {
  /// Whether the program is there.
  public static let isPossible = (try? run(["version"], in: FileManager.default.temporaryDirectory)) != nil

  /// Its keys and certificates.
  public let folder = FileManager.default.temporaryDirectory.appendingPathComponent("authority-\(UUID().uuidString)")
  /// The certificate to believe it by.
  public var root: [UInt8] { get throws { [UInt8](try Data(contentsOf: folder.appendingPathComponent("root.pem"))) } }

  /// Makes one.
  ///
  /// - Parameter days: how long its certificate holds.
  public init(days: Int = 400) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(ThrowAwayAuthority.configuration.utf8).write(to: folder.appendingPathComponent("tsa.cnf"))
    try Data("01".utf8).write(to: folder.appendingPathComponent("serial"))
    let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-config", "tsa.cnf"]
    try openssl(
      [
        "req", "-x509", "-days", "4000", "-subj", "/CN=Root", "-extensions", "ca_ext", "-keyout", "root.key", "-out",
        "root.pem",
      ]
        + key)
    try openssl(["req", "-new", "-subj", "/CN=Throw-away authority", "-keyout", "tsa.key", "-out", "tsa.csr"] + key)
    try openssl([
      "x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial", "-days",
      String(days), "-extfile", "tsa.cnf", "-extensions", "tsa_ext", "-out", "tsa.pem",
    ])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The answer to a request.
  public func answer(_ request: [UInt8]) throws -> [UInt8] {
    try Data(request).write(to: folder.appendingPathComponent("request.tsq"))
    try openssl([
      "ts", "-reply", "-queryfile", "request.tsq", "-config", "tsa.cnf", "-signer", "tsa.pem", "-inkey", "tsa.key",
      "-out",
      "response.tsr",
    ])
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("response.tsr")))
  }

  private func openssl(_ words: [String]) throws { try ThrowAwayAuthority.run(words, in: folder) }

  private static func run(_ words: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["openssl"] + words
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }

  private static let configuration = """
    [req]
    distinguished_name = dn
    [dn]
    [ca_ext]
    basicConstraints = critical,CA:TRUE
    keyUsage = critical,keyCertSign,cRLSign
    [tsa_ext]
    basicConstraints = critical,CA:FALSE
    keyUsage = critical,digitalSignature
    extendedKeyUsage = critical,timeStamping
    [tsa]
    default_tsa = tsa1
    [tsa1]
    serial = serial
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    digests = sha256,sha384,sha512
    tsa_name = yes
    ess_cert_id_alg = sha256

    """
}
