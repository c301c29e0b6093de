import ArgumentParser
import Leaf
import Ledger
import TransparencyLog

/// Adds originals.
struct EvidenceAddCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Copy files or whole folders into the ledger's evidence, and print their digests.",
    discussion: """
      A file that is there already is not copied again. Below a folder every file is added; what is skipped is told on \
      standard error: symbolic links, devices, what cannot be read, and ledgers.

      With --url, --captured, --tool or any other word about the capture, a custody event is appended for each file, with \
      both digests. --collector, --collector-address and --private-note are protected: the log only commits to them. \
      Giving the same call again adds nothing. --draft prints the events instead of appending them.

      JSON: digest, sha512, size, file, known, event (the position of the custody event, or null).

      Examples:
        daybook evidence add report.pdf
        daybook evidence add capture/ --url https://example.org/post/1 --captured 2026-11-24T08:00:00Z \\
          --tool archiver --tool-version 1.2 --collector 'A. Name'
        curl -s https://example.org/report.pdf | daybook evidence add -
      """)

  @OptionGroup var writing: WritingOptions
  @OptionGroup var capture: CaptureOptions
  @OptionGroup var format: FormatOptions

  @Flag(help: "Print the custody events as drafts, one a line, and append nothing.")
  var draft = false

  @Argument(help: ArgumentHelp("The files and folders; - is standard input.", valueName: "file"))
  var files: [String]

  func run(_ output: inout Output) throws {
    let folder = try writing.options.folder()
    let ledger = capture.isGiven && !draft ? try writing.open() : nil
    let (added, skipped) = try add(to: EvidenceStore(folder.evidence))
    if draft {
      for (file, object) in added {
        output.line(String(decoding: try capture.draft(object, file: file).encode(), as: UTF8.self))
      }
    } else {
      let positions = try ledger.map { try record(added, $0) }
      list(added, positions, &output)
      if let positions { Descriptor.error.say(Self.sentence(positions)) }
    }
    for (path, reason) in skipped { Descriptor.error.say("daybook: skipped \(TextWidth.safe(path)): \(reason)") }
    if !skipped.isEmpty {
      Descriptor.error.say("daybook: \(added.count) files were added, \(skipped.count) skipped")
    }
  }

  private typealias Added = [(file: String, object: EvidenceStore.Added)]

  /// Copies the files; below a folder one that cannot be read is skipped, a file named by itself must be readable.
  private func add(to store: EvidenceStore) throws -> (Added, skipped: [(path: String, reason: String)]) {
    var added: Added = []
    var skipped: [(path: String, reason: String)] = []
    var progress = Progress("files")
    for named in files {
      try EvidenceWalk().visit(named) { item in
        switch item {
        case .skipped(let path, let reason): skipped.append((path, reason))
        case .file(let file):
          do throws(LedgerError) { added.append((file, try store.add(file))) } catch {
            guard file != named, case .evidence(.unreadable(_, let reason)) = error else { throw error }
            skipped.append((file, reason))
          }
          progress.reach(UInt64(added.count))
        }
      }
    }
    progress.end()
    return (added, skipped)
  }

  /// Appends a custody event for each original.
  private func record(_ added: Added, _ ledger: Ledger) throws -> [UInt64] {
    guard !added.isEmpty else { return [] }
    var drafts: [[UInt8]] = []
    for (file, object) in added { drafts.append(try capture.draft(object, file: file).encode()) }
    // A folder may hold very many: those are read one by one.
    let appended = try Appending(ledger).append(DraftList(drafts), drafts.count > 1_000 ? .many : .few)
    return drafts.indices.map { appended.receipt.position(ofDraft: $0) }
  }

  private func list(_ added: Added, _ positions: [UInt64]?, _ output: inout Output) {
    var printer = RowPrinter(
      format.format, columns: ["SHA-256", "Bytes", "File", "Event", ""].map { Table.Column(title: $0) },
      header: ["digest", "sha512", "size", "file", "known", "event"])
    for (index, (file, object)) in added.enumerated() {
      let event = positions.map { $0[index] }
      printer.add(
        cells: [
          object.digest.hex, String(object.size), file, event.map { "#\($0)" } ?? "",
          object.wasThere ? "there already" : "",
        ],
        values: [
          object.digest.hex, object.sha512, String(object.size), file, String(object.wasThere),
          event.map { "\($0)" } ?? "",
        ],
        json: [
          "digest": .string(object.digest.hex), "sha512": .string(object.sha512),
          "size": .integer(Int64(clamping: object.size)), "file": .string(file), "known": .boolean(object.wasThere),
          "event": event.map { .integer(Int64(clamping: $0)) } ?? .null,
        ], &output)
    }
    printer.end("Nothing was added.", &output)
  }

  private static func sentence(_ positions: [UInt64]) -> String {
    guard let first = positions.min(), let last = positions.max() else { return "daybook: no custody event was needed" }
    return first == last
      ? "daybook: its custody is event #\(first)" : "daybook: their custody is in events #\(first) to #\(last)"
  }
}
