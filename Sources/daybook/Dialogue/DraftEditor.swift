import Glibc
import Leaf
import Ledger
import Vocabulary

/// A draft in the person's own editor: `VISUAL`, else `EDITOR`, else vi.
struct DraftEditor {
  private let probe: Probe

  init(_ probe: Probe) { self.probe = probe }

  /// Opens the editor until the ledger would take the draft, or the person gives up.
  ///
  /// At a terminal, a refusal is shown and the person is asked whether to edit again; elsewhere it stands.
  ///
  /// - Parameters:
  ///   - draft: what the editor shows.
  ///   - isUntouched: whether nobody has written anything of it yet; such a draft is never appended as it is.
  /// - Throws: ``Left`` when the person gave up.
  func edit(_ draft: String, isUntouched: Bool) throws -> Value {
    var text = draft
    var reasons: [String] = []
    while true {
      let edited = try open(comments(reasons) + text)
      // Comments become empty lines, so that a refusal names the lines as the editor shows them.
      let bare = edited.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("#") ? "" : String($0) }.joined(separator: "\n")
      guard !bare.trimmed.isEmpty else {
        throw Complaint(.badInput, "--edit: the draft is empty: nothing was appended")
      }
      if isUntouched, bare.trimmed == draft.trimmed {
        throw Complaint(.badInput, "--edit: the template was left as it is: nothing was appended")
      }
      do {
        return try checked(bare)
      } catch {
        let complaint = Self.complaint(error)
        guard Keyboard.isThere else { throw complaint }
        complaint.print()
        guard try Self.isAgain() else { throw Left.gaveUp }
        (text, reasons) = (bare.trimmed + "\n", complaint.message.split(separator: "\n").map(String.init))
      }
    }
  }

  /// The complaint, without the line of a file of drafts: there is one draft.
  private static func complaint(_ error: any Error) -> Complaint {
    guard let refused = error as? Appending.Refused else { return Complaint(error) }
    if case .refused(_, .findings(let findings)) = refused.error {
      return Complaint(.badInput, (findings.map(\.message) + [refused.tail]).joined(separator: "\n"))
    }
    var complaint = Complaint(ledger: refused.error, input: "draft.json")
    complaint.message += "\n" + refused.tail
    return complaint
  }

  private func checked(_ text: String) throws -> Value {
    let bytes = Array(text.utf8)
    _ = try probe.appending.rehearse(DraftList([bytes])) { _, _ in }
    return try Document(bytes, as: .draft).root.value
  }

  private static func isAgain() throws -> Bool {
    try Keyboard.listen { keyboard in
      try LineReader(keyboard).choose("Edit it again? y, or n to give up: ") {
        ["y", "yes", "o", "oui", "n", "no", "non"].contains($0)
      }
      .first != "n"
    }
  }

  private func comments(_ reasons: [String]) -> String {
    let head =
      reasons.isEmpty
      ? [
        "A draft of the kind \(probe.kind.rawValue). Lines that begin with # are left out; an empty draft appends nothing.",
        "What is allowed in it: daybook append \(probe.kind.rawValue) --help",
      ] : ["This draft was refused:"] + reasons.map { "  " + $0 }
    return head.map { "# \($0)\n" }.joined()
  }

  /// Runs the editor on a file that nobody else can read, and destroys what it leaves: a draft may hold what must be protected.
  private func open(_ text: String) throws -> String {
    let editor = try Self.editor()
    guard let folder = Program.makeTemporaryFolder() else { throw Self.refused("no folder for the draft can be made") }
    let file = folder + "/draft.json"
    let mask = Self.hold()
    defer {
      for name in (try? FileSystem.names(in: folder)) ?? [] { try? SmallFile.destroy(folder + "/" + name) }
      try? FileSystem.removeFolder(folder)
      Self.release(mask)
    }
    do throws(FileError) { try SmallFile.create(file, with: Array(text.utf8), mode: 0o600) } catch {
      throw Complaint(.inputOutput, "--edit: \(error.description)")
    }
    // As Git does it: the words of the variable are the shell's, the file is one word of its own.
    let status = unsafe system(editor + " '" + file.replacing("'", with: "'\\''") + "'")
    guard status == 0 else {
      throw Complaint(
        .badInput, "--edit: '\(editor)' did not end well: nothing was appended\nIt is named by VISUAL or EDITOR.")
    }
    guard let bytes = try? SmallFile.read(file) else { throw Self.refused("the draft cannot be read back") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The command of the editor.
  private static func editor() throws(Complaint) -> String {
    if let named = [Environment["VISUAL"], Environment["EDITOR"]].compactMap(\.self).first(where: { !$0.isEmpty }) {
      return named
    }
    guard Keyboard.isThere else {
      throw Complaint(
        .usage,
        "--edit: there is no terminal for an editor\nName one that needs none with VISUAL or EDITOR, or give the fields as flags."
      )
    }
    return "vi"
  }

  /// Holds back the signals that would end the program before the draft is destroyed.
  private static func hold() -> sigset_t {
    var (held, before) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&held)
    unsafe sigaddset(&held, SIGTERM)
    unsafe sigaddset(&held, SIGHUP)
    unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    return before
  }

  private static func release(_ before: sigset_t) {
    var before = before
    unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }

  private static func refused(_ what: String) -> Complaint {
    Complaint(.inputOutput, "--edit: \(what): \(SystemError.text(errno))")
  }
}
