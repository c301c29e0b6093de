import Audit
import Foundation
import Ledger
import SQLiteLog
import TestSupport
import Testing
import TransparencyLog

/// A folder with a ledger, a witness and what they need, for one test.
final class NetworkFolder {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("network-\(UUID().uuidString)")
  let daybook: BuiltProgram
  /// The key of the witness, for a policy.
  private(set) var witnessKey = ""

  init() throws {
    daybook = try BuiltProgram("daybook")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, _ name: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path(name))) }

  func read(_ name: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path(name)), encoding: .utf8).trimmingCharacters(
      in: .whitespacesAndNewlines)
  }

  /// Runs `daybook`, on the ledger of this folder.
  @discardableResult func run(_ words: String..., input: [UInt8] = []) throws -> BuiltProgram.Answer {
    try daybook.run(words, input: input)
  }

  /// Makes the ledger `mali` with two events and a checkpoint of each.
  func makeLedger() throws {
    try #require(try run("init", path("mali"), "--origin", "monitors.example.org/mali").status == 0)
    for key in ["ap", "dw"] { try append(key) }
  }

  func append(_ key: String) throws {
    let words = ["append", "source", "--key", key, "--class", "outlet", "--name", key, "--ledger", path("mali")]
    try #require(try daybook.run(words).status == 0)
    try #require(try run("checkpoint", "--ledger", path("mali")).status == 0)
  }

  /// Makes the witness `eyes`, which knows the ledger.
  func makeWitness() throws {
    try #require(try run("witness", "init", path("eyes"), "--name", "witness.example.net/ngo").status == 0)
    witnessKey = try read("eyes/witness.vkey")
    try #require(try run("witness", "accept", read("mali/keys/log.vkey"), "--at", path("eyes")).status == 0)
  }

  /// Writes the policy of the ledger: these witnesses by name with what stands after the name, and the quorum.
  func writePolicy(_ witnesses: [(name: String, rest: String)], quorum: String? = nil) throws {
    let lines = witnesses.map { "witness \($0.name) \($0.rest)\n" }
    try write(lines.joined() + "quorum \(quorum ?? witnesses[0].name)\n", "mali/policy")
  }

  /// How many signed notes the ledger keeps.
  func noteCount() throws -> Int { try Ledger.open(at: LedgerFolder(path("mali"))).checkpoints().count }

  /// Asks the witnesses of the policy.
  func ask(_ more: String...) throws -> BuiltProgram.Answer {
    try daybook.run(["witness", "ask", "--ledger", path("mali")] + more)
  }
}
