import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// How originals were captured or received; what an investigator writes down at the moment of taking (Berkeley Protocol,
/// annex on collection). Any of these makes `evidence add` append a custody event for each file.
struct CaptureOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What was done: capture, receive or copy.", valueName: "act"))
  var act: String?

  @Option(help: "Where it was captured from.")
  var url: String?

  @Option(help: ArgumentHelp("When it was captured, UTC.", valueName: "YYYY-MM-DDThh:mm:ssZ"))
  var captured: String?

  @Option(help: "The tool.")
  var tool: String?

  @Option(help: "The version of the tool.")
  var toolVersion: String?

  @Option(parsing: .unconditional, help: "The settings of the tool, as its command line or user agent.")
  var settings: String?

  @Option(help: "Who holds it now; best a pseudonym.")
  var custodian: String?

  @Option(help: "On whose authority.")
  var authority: String?

  @Option(help: "Who captured it: protected, the log only commits to it.")
  var collector: String?

  @Option(help: ArgumentHelp("The network address it was captured from: protected.", valueName: "ip"))
  var collectorAddress: String?

  @Option(help: ArgumentHelp("What was seen but must not be in the log: protected.", valueName: "text"))
  var privateNote: String?

  @Option(help: "A remark.")
  var note: String?

  @Flag(help: "Record the names of the files in the log; look first that they name nobody in danger.")
  var withNames = false

  /// Whether anything was said about the capture.
  var isGiven: Bool {
    let all = [
      act, url, captured, tool, toolVersion, settings, custodian, authority, collector, collectorAddress, privateNote,
      note,
    ]
    return withNames || all.contains { $0 != nil }
  }

  /// The draft of the custody event about one original.
  ///
  /// Its id comes from what it says, so that a call that was interrupted can be given again.
  func draft(_ added: EvidenceStore.Added, file: String) throws(Complaint) -> Value {
    let act = act ?? (url == nil && captured == nil ? "receive" : "capture")
    guard ["capture", "receive", "copy"].contains(act) else {
      throw Complaint(.usage, "--act: '\(act)': allowed are capture, receive and copy")
    }
    var custody = CustodyDraft(act, of: added.digest)
    custody.set("size", .integer(Int64(clamping: added.size)))
    custody.set("sha512", .string(added.sha512))
    if withNames, file != "-" { custody.set("name", file.split(separator: "/").last.map { .string(String($0)) }) }
    for (key, text) in [
      ("url", url), ("captured", captured), ("tool", tool), ("version", toolVersion), ("settings", settings),
      ("custodian", custodian), ("authority", authority),
    ] {
      custody.set(key, text.map(Value.string))
    }
    custody.protect("collector", collector)
    custody.protect("collector_address", collectorAddress)
    custody.protect("private_note", privateNote)
    custody.note = note
    if let captured, captured.utf8.count >= 10 { custody.occurred = String(captured.prefix(10)) }
    return custody.named
  }
}
