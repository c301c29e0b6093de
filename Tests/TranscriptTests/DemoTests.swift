import Foundation
import Testing

/// The demo shows what it is there to show, and everything it suggests works.
@Suite(.serialized) struct DemoTests {
  @Test func `ends well, with nothing to say beside it but notes`() throws {
    let demo = try Demo.run.get()
    #expect(demo.answer.status == 0)
    #expect(demo.answer.complaint.filter { !$0.hasPrefix("daybook: note: ") } == [])
  }

  @Test func `shows control as the public could know it on two dates, and the reason of the difference`() throws {
    let demo = try Demo.run.get()
    let views = demo.blocks.filter { $0.command.hasPrefix("daybook view control ML0701 ") }
    try #require(views.count == 2)
    let rows = try views.map { view in try #require(view.output.first { $0.hasPrefix("ML0701 ") }) }
    #expect(rows[0].contains(" unknown "))
    #expect(rows[1].contains(" controlled ") && rows[1].contains(" isgs "))

    let difference = try demo.output(of: "daybook diff control ML0701 ")
    #expect(difference.contains { $0.contains("status") && $0.contains("unknown → controlled") })
    let found = difference.compactMap { $0.firstMatch(of: #/entered +(#\d+) /#)?.output.1 }
    let entered = try #require(found.first)
    #expect(rows[1].hasSuffix(" \(entered)"), "the row names the event that the difference names")

    let why = try demo.output(of: "daybook why control ML0701 ")
    #expect(why.contains { $0.contains("R10-control-evidence") })
    #expect(why.contains { $0.hasPrefix("    \(entered)  claim.control: ") })
    #expect(why.contains { $0.contains(#/said by +Associated Press reports ← Panel of Experts on Mali/#) })
  }

  @Test func `shows that the views equal a fresh rebuild`() throws {
    let verified = try Demo.run.get().output(of: "daybook replay --verify")
    #expect(verified.contains("Equal: the live views are what the log gives."))
  }

  @Test func `shows who did what to whom`() throws {
    let abuses = try Demo.run.get().output(of: "daybook view abuses")
    for words in [["summary-execution", "fama", "civilians", "Moura"], ["sexual-violence", "wagner", "women"]] {
      #expect(abuses.contains { row in words.allSatisfy { row.contains($0) } }, "\(words)")
    }
  }

  @Test(arguments: ["requested", "ordered", "mandate-ended", "begun", "completed"])
  func `shows each phase of the withdrawal of the mission`(phase: String) throws {
    let demo = try Demo.run.get()
    let events = try demo.output(of: "daybook log --kind withdrawal")
    #expect(events.contains { $0.contains("Withdrawal · \(phase) · of minusma") })
    let security = try demo.output(of: "daybook view security ")
    #expect(security.contains { $0.hasPrefix("kidal-town ") && $0.contains(" completed  2023-10-31 ") })
  }

  @Test func `shows seven outlets and one root`() throws {
    let demo = try Demo.run.get()
    let rows = try demo.output(of: "daybook view corroboration @mali/u-doubled-ap")
    #expect(rows.contains { $0.contains(#/^#\d+ +single +1 /#) })
    let why = try demo.output(of: "daybook why corroboration @mali/u-doubled-ap")
    let relayed = why.compactMap { $0.firstMatch(of: #/said by +(.+?) reports/#)?.output.1 }
    let altered = why.compactMap { $0.firstMatch(of: #/ — (.+?), \d{4}(?:-\d\d)*$/#)?.output.1 }
    #expect(Set(relayed + altered).count == 7)
    let roots = why.compactMap { $0.firstMatch(of: #/^ +root +(.+?), by way of/#)?.output.1 }
    #expect(roots.count == relayed.count)
    #expect(Set(roots).count == 1)
  }

  @Test func `shows an audit that holds, and one that names the event with the altered byte`() throws {
    let demo = try Demo.run.get()
    let sound = try demo.output(of: "daybook audit")
    #expect(sound.contains { $0.hasPrefix("OK        log        366 events") })
    #expect(!sound.contains { $0.hasPrefix("FAIL") })

    let tampered = try demo.output(of: "daybook audit --ledger tampered")
    let named = tampered.compactMap { $0.firstMatch(of: #/^FAIL +log +event (#\d+) \(attack, /#)?.output.1 }
    #expect(named.count == 1)
    let shown = try demo.shell.run("daybook show '\(named.first ?? "")' --ledger demo/mali --raw")
    #expect(shown.output.joined().contains("\"min\":46"), "the byte was that event's")
    let altered = try demo.shell.run("daybook show '\(named.first ?? "")' --ledger demo/tampered --raw")
    #expect(altered.output.joined() == shown.output.joined().replacing("\"min\":46", with: "\"min\":47"))
  }

  @Test func `suggests only what works`() throws {
    let demo = try Demo.run.get()
    let start = try #require(demo.answer.output.firstIndex { $0.contains("The ledger is yours to play with") })
    let lines = demo.answer.output[start...].filter { $0.hasPrefix("  ") }.map { demo.shell.filled($0.dropFirst(2)) }
    let commands = lines.filter { $0.hasPrefix("daybook ") }
    let settings = lines.filter { !$0.hasPrefix("daybook ") }
    #expect(commands.count >= 5)
    #expect(settings.count == 2)
    for command in commands {
      let script = ["shopt -s expand_aliases", "unset DAYBOOK"] + settings + [command]
      let answer = try demo.shell.run(script.joined(separator: "\n"))
      #expect(answer.status == 0, "\(command): \(answer.complaint)")
      #expect(answer.complaint == [], "\(command)")
      #expect(answer.output.count > 1, "\(command)")
    }
  }

  @Test func `refuses a folder that is there, and an option it does not know`() throws {
    let demo = try Demo.run.get()
    #expect(try demo.shell.run("\"$REPOSITORY\"/Tools/demo demo").status == 66)
    #expect(try demo.shell.run("\"$REPOSITORY\"/Tools/demo --fast").status == 64)
  }
}

/// One run of `Tools/demo` with the `daybook` that was built beside these tests; it builds nothing.
private struct Demo {
  /// A command that the demo ran, and what it said.
  struct Block {
    var command: String
    var output: [String]
  }

  let shell: Shell
  let answer: Shell.Answer
  let blocks: [Block]

  static let run = Result { try Demo() }

  private init() throws {
    let shell = try Shell()
    self.shell = shell
    atexit { if case .success(let demo) = Demo.run { demo.shell.remove() } }
    answer = try shell.run("\"$REPOSITORY\"/Tools/demo demo")
    var blocks: [Block] = []
    for line in answer.output {
      if line.hasPrefix("$ ") {
        blocks.append(Block(command: String(line.dropFirst(2)), output: []))
      } else if var block = blocks.popLast() {
        block.output.append(line)
        blocks.append(block)
      }
    }
    self.blocks = blocks
  }

  /// What the first command said that begins so.
  func output(of command: String) throws -> [String] {
    try #require(blocks.first { ($0.command + " ").hasPrefix(command) }, "the demo runs no '\(command)'").output
  }
}
