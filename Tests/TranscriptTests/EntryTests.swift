import Foundation
import Glibc
import Testing

/// Entry by a person at a terminal: what no transcript can show, since a transcript is no terminal.
@Suite(.serialized) struct EntryTests {
  /// A small ledger with names that are hard to type.
  private static func ledger() throws -> Shell {
    let shell = try Shell()
    let drafts = """
      {"id":"@a","kind":"actor","payload":{"key":"isgs","name":"Islamic State in the Greater Sahara","type":"rebel-group","aliases":[{"name":"EIGS"},{"name":"الدولة الإسلامية"}]}}
      {"id":"@p1","kind":"place","payload":{"key":"ML0704","name":"Ménaka","level":"cercle"}}
      {"id":"@p2","kind":"place","payload":{"key":"menaka-town","name":"Ménaka","level":"town","parent":"ML0704"}}
      {"id":"@s","kind":"source","payload":{"key":"rfi","class":"outlet","name":"RFI"}}
      {"id":"@r1","kind":"report","payload":{"source":"rfi","title":"L’attaque de Tidermène"}}
      {"id":"@r2","kind":"report","payload":{"source":"rfi","title":"Autre chose"}}
      """
    try Data((drafts + "\n").utf8).write(to: shell.work.appendingPathComponent("drafts.jsonl"))
    let made = try shell.run("daybook init l && daybook append --ledger l --json drafts.jsonl")
    try #require(made.status == 0, "\(made.complaint)")
    return shell
  }

  private static func size(_ shell: Shell) throws -> String {
    try shell.run("daybook log --ledger l --format jsonl | wc -l").output.joined()
  }

  @Test func `a person is asked for what is missing, and sees the event before it is written`() throws {
    let shell = try Self.ledger()
    defer { shell.remove() }
    let terminal = try PseudoTerminal("daybook append attack --ledger l", in: shell.work)
    // A beginning is enough; a wrong word is refused at once, with what is allowed.
    try terminal.expect("* mode: ", thenType: "amb\t")
    try terminal.expect("ambush", thenType: "\r")
    try terminal.expect("* form: ", thenType: "several\r")
    try terminal.expect("not a word of the list; allowed: single, pattern, aggregate", thenType: "\u{15}?\r")
    try terminal.expect("without single incidents being told apart", thenType: "single\r")
    try terminal.expect("target: ", thenType: "\r")
    try terminal.expect("weapon: ", thenType: "small-arms\r")
    try terminal.expect("another weapon: ", thenType: "mine\r")
    try terminal.expect("another weapon: ", thenType: "\r")
    try terminal.expect("count: ", thenType: "killed=5-3\r")
    try terminal.expect("out of order", thenType: "\u{15}killed=3-5\r")
    try terminal.expect("another count: ", thenType: "\r")
    // Back, by Ctrl-P from the empty line, to the list before, and its first item is changed.
    try terminal.expect("frequency: ", thenType: "\u{10}")
    try terminal.expect("count: killed=3-5", thenType: "\u{7F}7\r")
    try terminal.expect("another count: ", thenType: "\r")
    try terminal.expect("frequency: ", thenType: "\r")
    try terminal.expect("occurred: ", thenType: "2023-02-30\r")
    try terminal.expect("February 2023 has 28 days", thenType: "\u{15}2023-04\r")
    // Without the accent, and two places have the name.
    try terminal.expect("place: ", thenType: "MENA\t")
    try terminal.expect("menaka-town \"Ménaka\" (town in ML0704)")
    try terminal.expect("place: Ménaka", thenType: "\r")
    try terminal.expect("several entries have this name", thenType: "\u{15}menaka-t\t\r")
    // By an alias, in Arabic without its hamza.
    try terminal.expect("party: ", thenType: "perp\t")
    try terminal.expect("perpetrator=", thenType: "الدولة الاس\t")
    try terminal.expect("= الدولة الإسلامية")
    try terminal.expect("perpetrator=isgs", thenType: "\r")
    try terminal.expect("another party: ", thenType: "\r")
    // A report by words of its title.
    try terminal.expect("report: ", thenType: "tidermene\t")
    try terminal.expect("report: #4", thenType: "\r")
    try terminal.expect("locator: ", thenType: ".\r")
    try terminal.expect("\"mode\": \"ambush\"")
    try terminal.expect("Append this event?", thenType: "grade\r")
    try terminal.expect("grade: ", thenType: "B2\r")
    try terminal.expect("\"reliability\": \"B\"")
    try terminal.expect("Append this event?")
    #expect(try Self.size(shell) == "6")
    terminal.type("y\r")
    try terminal.expect("Appended event #6")
    #expect(terminal.end() == 0)
    #expect(terminal.isAsItWas)
    let event = try shell.run("daybook log --ledger l --kind attack --format jsonl").output.joined()
    for part in [
      #""mode":"ambush""#, #""weapons":["small-arms","mine"]"#, #"{"max":7,"min":3,"what":"killed"}"#,
      #""place":{"id":"menaka-town"}"#, #"{"actor":"isgs","role":"perpetrator"}"#, #""seq":4"#, #""edtf":"2023-04""#,
    ] {
      #expect(event.contains(part), "\(part) is not in \(event)")
    }
  }

  @Test(arguments: ["\u{3}", "\u{4}"])
  func `who gives up leaves nothing behind`(key: String) throws {
    let shell = try Self.ledger()
    defer { shell.remove() }
    let terminal = try PseudoTerminal("daybook append source --key x --ledger l", in: shell.work)
    try terminal.expect("class: ", thenType: "outlet\r")
    try terminal.expect("name: ")
    #expect(!terminal.isAsItWas)
    terminal.type(key)
    try terminal.expect("given up: nothing was appended")
    #expect(terminal.end() == 65)
    #expect(terminal.isAsItWas)
    #expect(try Self.size(shell) == "6")
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func `a signal ends the program with the terminal as it was`(signal: Int32) throws {
    let shell = try Self.ledger()
    defer { shell.remove() }
    let terminal = try PseudoTerminal("daybook append source --ledger l", in: shell.work)
    try terminal.expect("key: ", thenType: "half")
    #expect(!terminal.isAsItWas)
    terminal.signal(signal)
    #expect(terminal.end() == -signal)
    #expect(terminal.isAsItWas)
    #expect(try Self.size(shell) == "6")
  }

  @Test(arguments: ["daybook append source --ledger l < /dev/null", "daybook append source --ledger l 2> complaint"])
  func `nothing is asked where nobody sits at a terminal`(command: String) throws {
    let shell = try Self.ledger()
    defer { shell.remove() }
    let terminal = try PseudoTerminal(command, in: shell.work)
    #expect(terminal.end() == 65)
    #expect(!terminal.shown.contains("Tab completes"))
  }

  @Test func `nothing is asked at a terminal that can only print`() throws {
    let shell = try Self.ledger()
    defer { shell.remove() }
    let terminal = try PseudoTerminal("daybook append source --ledger l", in: shell.work, variables: ["TERM": "dumb"])
    try terminal.expect("this field is missing")
    #expect(terminal.end() == 65)
  }

  @Test func `a whole command line is appended without a question`() throws {
    let shell = try Self.ledger()
    defer { shell.remove() }
    let terminal = try PseudoTerminal(
      "daybook append source --key x --class outlet --name X --ledger l", in: shell.work)
    try terminal.expect("Appended event #6")
    #expect(terminal.end() == 0)
    #expect(!terminal.shown.contains("Append this event?"))
  }

  @Test func `what is typed in any script can be taken back, and a paste is one answer`() throws {
    let shell = try Self.ledger()
    defer { shell.remove() }
    let terminal = try PseudoTerminal("daybook append source --key x --class outlet --ledger l", in: shell.work)
    // A letter with a mark, a wide one, one of several scalars, and a mistake in the middle.
    try terminal.expect(
      "name: ", thenType: "مَع\u{7F}\u{7F}جريدة 北京\u{7F} e\u{301}\u{7F}\u{7F}\u{1B}[D\u{1B}[Dx\u{7F}\u{1B}[F!\r")
    try terminal.expect("alias: ", thenType: "\u{1B}[200~one\r\ntwo\u{1B}[201~")
    try terminal.expect("one  two", thenType: "\r")
    try terminal.expect("another alias: ", thenType: ".\r")
    try terminal.expect("Append this event?", thenType: "y\r")
    #expect(terminal.end() == 0)
    let event = try shell.run("daybook log --ledger l --kind source --format jsonl --reverse --limit 1").output.joined()
    #expect(event.contains(#""name":"جريدة 北!""#) && event.contains(#""aliases":["one  two"]"#), "\(event)")
  }

  @Test func `an editor is opened again after a refusal, and its draft is destroyed`() throws {
    let shell = try Self.ledger()
    defer { shell.remove() }
    let script = """
      cp "$1" seen; if grep -q refused "$1"; then sed -i 's/no-class/outlet/' "$1"
      else sed -i 's/"class": "[^"]*"/"class": "no-class"/; s/"key": "[^"]*"/"key": "new"/' "$1"; fi; cp "$1" "$1~"
      """
    try Data(script.utf8).write(to: shell.work.appendingPathComponent("editor"))
    let terminal = try PseudoTerminal(
      "daybook append source --name 'A new one' --edit --ledger l", in: shell.work, variables: ["EDITOR": "sh ./editor"]
    )
    try terminal.expect("payload.class: no-class: not a word of the list")
    try terminal.expect("Edit it again?", thenType: "y\r")
    try terminal.expect("Append this event?", thenType: "y\r")
    try terminal.expect("Appended event #6")
    #expect(terminal.end() == 0)
    #expect(terminal.isAsItWas)
    let seen = try String(contentsOf: shell.work.appendingPathComponent("seen"), encoding: .utf8)
    #expect(seen.contains("A new one") && seen.contains("# This draft was refused:"))
    let left = try FileManager.default.contentsOfDirectory(atPath: shell.work.path)
    #expect(left.sorted() == ["drafts.jsonl", "editor", "l", "seen"])
  }

  @Test func `giving up after an editor appends nothing`() throws {
    let shell = try Self.ledger()
    defer { shell.remove() }
    let terminal = try PseudoTerminal(
      "daybook append source --name X --edit --ledger l", in: shell.work,
      variables: ["EDITOR": "sed -i s/person/no-class/"])
    try terminal.expect("Edit it again?", thenType: "n\r")
    try terminal.expect("given up: nothing was appended")
    #expect(terminal.end() == 65)
    #expect(try Self.size(shell) == "6")
  }
}
