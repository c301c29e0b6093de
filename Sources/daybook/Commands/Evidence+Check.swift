import ArgumentParser
import Audit
import Leaf
import Ledger
import TransparencyLog

/// Hashes every original anew.
struct EvidenceCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hash every original anew, and compare with what the events name.",
    discussion: """
      Says what was altered (exit status 1), what cannot be read or does not belong there (2), and what is named by \
      events but not kept here, which is no fault: an original may lie elsewhere. Where a custody event gives a SHA-512, \
      that is compared as well. A check of hundreds of gigabytes that was interrupted goes on with --resume: what was \
      hashed is not hashed again, and what was found is told again.
      JSON: state (missing, altered, unlisted, foreign, unreadable), original (digest or path), event, detail.

      Examples:
        daybook evidence check
        daybook evidence check --resume
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var format: FormatOptions

  @Flag(help: "Go on with the check that was interrupted.")
  var resume = false

  @Option(help: ArgumentHelp("Stop after so many originals; go on with --resume.", valueName: "count"))
  var most: Int?

  func run(_ output: inout Output) throws {
    let ledger = try options.open()
    var run = try begin(ledger)
    let resumed = run.done.objects
    let watch = ProgressWatch("events", of: try ledger.size)
    let named = try NamedOriginals(of: ledger) { done, _ in watch.reach(done) }
    let isWhole = try check(ledger, named, &run)
    var printer = RowPrinter(
      format.format, columns: ["State", "Original", "Named by", ""].map { Table.Column(title: $0) },
      header: ["state", "original", "event", "detail"])
    try run.eachFinding { line in
      guard let told = Told(line) else { return }
      if told.status == .falsified || output.status == .done { output.status = told.status }
      let event = told.event.map { String($0) }
      printer.add(
        cells: [told.state, told.original, event.map { "#" + $0 } ?? "", told.detail],
        values: [told.state, told.original, event ?? "", told.detail], json: told.json, &output)
    }
    if isWhole { run.end() }
    if format.format != .table || run.findingCount > 0 { printer.end("", &output) }
    if !isWhole, output.status == .done { output.status = .undecided }
    Silence.say(sentence(run, resumed, isWhole), format.format, &output)
  }

  private func begin(_ ledger: Ledger) throws -> EvidenceRun {
    if let most, most < 1 { throw Complaint(.usage, "--most: \(most): a number from 1 is allowed") }
    let interrupted = EvidenceRun(interruptedIn: ledger.folder)
    guard let interrupted else {
      if resume { throw Complaint(.noInput, "--resume: no check was interrupted here; begin one without --resume") }
      return EvidenceRun(of: ledger.folder, at: ledger.now)
    }
    if resume { return interrupted }
    Descriptor.error.say(
      "daybook: note: a check begun at \(interrupted.begun) was interrupted after \(interrupted.done.objects) originals; "
        + "--resume goes on with it. This one begins anew.")
    return EvidenceRun(of: ledger.folder, at: ledger.now)
  }

  /// Hashes what is left; answers whether it came to the end.
  private func check(_ ledger: Ledger, _ named: NamedOriginals, _ run: inout EvidenceRun) throws -> Bool {
    var total: UInt64 = 0
    if Descriptor.error.isTerminal { try ledger.evidence.list { _, size throws(LedgerError) in total += size } }
    var progress = ByteProgress(of: total, after: run.done.bytes)
    let start = run.done
    do throws(LedgerError) {
      try ledger.evidence.check(
        from: start, listed: { first throws(LedgerError) in try named.digests(beginningWith: first) },
        second: { digest throws(LedgerError) in try named.sha512(of: digest) },
        progress: { done throws(LedgerError) in
          try run.reach(done)
          progress.reach(done.objects, done.bytes)
          if let most, done.objects - start.objects >= most, done.folders < 256 { throw .rehearsed }
        },
        finding: { finding throws(LedgerError) in
          try run.note(try Told(finding, named).json)
        })
    } catch {
      guard case .rehearsed = error else { throw error }
      try run.save()
      return false
    }
    progress.end()
    return true
  }

  private func sentence(_ run: EvidenceRun, _ resumed: Int, _ isWhole: Bool) -> String {
    let objects = run.done.objects
    var text = objects == 1 ? "1 original was hashed" : "\(Progress.grouped(UInt64(objects))) originals were hashed"
    text += " (\(ByteProgress.size(run.done.bytes)))"
    if resumed > 0 { text += ", \(Progress.grouped(UInt64(resumed))) of them by the check begun at \(run.begun)" }
    guard isWhole else { return text + "; the rest waits for: daybook evidence check --resume" }
    return text + (run.findingCount == 0 ? "; each is the one that the events name." : "; see above.")
  }
}

extension EvidenceCheckCommand {
  /// A finding in words.
  private struct Told {
    var state: String
    var original: String
    var event: UInt64?
    var detail = ""

    init(_ finding: EvidenceStore.Finding, _ named: NamedOriginals) throws(LedgerError) {
      switch finding {
      case .missing(let digest):
        (state, original, event) = ("missing", digest.hex, try named.event(naming: digest))
        detail = "not kept here"
      case .altered(let digest, let found):
        (state, original, event) = ("altered", digest.hex, try named.event(naming: digest))
        detail = "its bytes now hash to \(found.hex)"
      case .exchanged(let digest, let expected, let found):
        (state, original, event) = ("altered", digest.hex, try named.event(naming: digest))
        detail = "its SHA-512 is \(found), and a custody event says \(expected)"
      case .unlisted(let digest):
        (state, original) = ("unlisted", digest.hex)
        detail = "no event says where it comes from"
      case .foreign(let path):
        (state, original) = ("foreign", path)
        detail = "no original; it should not lie here"
      case .unreadable(let digest, let reason):
        (state, original, event) = ("unreadable", digest.hex, try named.event(naming: digest))
        detail = reason
      }
    }

    /// What an earlier part of the check has written down.
    init?(_ line: [UInt8]) {
      guard let root = (try? Document(line))?.root, let state = root["state"]?.string,
        let original = root["original"]?.string, let detail = root["detail"]?.string
      else { return nil }
      (self.state, self.original, self.detail) = (state, original, detail)
      event = root["event"]?.integer.map { UInt64(clamping: $0) }
    }

    var status: ExitStatus {
      switch state {
      case "missing": .done
      case "altered": .falsified
      default: .undecided
      }
    }

    var json: Value {
      [
        "state": .string(state), "original": .string(original), "detail": .string(detail),
        "event": event.map { .integer(Int64($0)) } ?? .null,
      ]
    }
  }
}
