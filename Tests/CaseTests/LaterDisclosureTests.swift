import Foundation
import Testing

/// Events that only a correction makes sexual violence, and events about such: no command tells the village of any.
@Suite
struct LaterDisclosureTests {
  private static let drafts = [
    abuse("@t/plain", #""counts":[{"what":"survivors","min":7}]"#),
    #"{"kind":"correct","id":"@t/correct","refs":[{"rel":"corrects","event":"@t/plain"}],"payload":{"changes":["#
      + #"{"field":"payload.crsv","new":true}],"reason":"Said of Tassiga: a survivor spoke."}}"#,
    abuse("@t/sexual", #""crsv":true"#),
    #"{"kind":"correct","id":"@t/place","refs":[{"rel":"corrects","event":"@t/sexual"}],"payload":{"changes":["#
      + #"{"field":"note","old":"Near the well of Tassiga.","new":"By the river at Tassiga."}],"reason":"Tassiga again."}}"#,
    #"{"kind":"link","id":"@t/link","refs":[{"rel":"subject","event":"@t/sexual"},{"rel":"object","event":"@t/plain"}],"#
      + #""payload":{"relation":"same","reason":"Both of them at Tassiga.","confidence":"high"}}"#,
    #"{"kind":"dispute","id":"@t/dispute","refs":[{"rel":"disputes","event":"@t/plain"}],"#
      + #""payload":{"reason":"Nobody was at Tassiga."}}"#,
    #"{"kind":"retract","id":"@t/retract","refs":[{"rel":"retracts","event":"@t/sexual"}],"#
      + #""payload":{"reason":"Not at Tassiga.","authority":"us"}}"#,
  ]

  private static func abuse(_ name: String, _ more: String) -> String {
    #"{"kind":"abuse","id":"\#(name)","occurred":{"edtf":"2023-05-17"},"place":{"name":"Tassiga"},"#
      + #""parties":[{"actor":"fama","role":"perpetrator","certainty":"named"}],"#
      + #""said":{"report":"@mali/r-seed","quote":"in Tassiga","chain":[{"source":"ap","role":"asserts"}],"#
      + #""strength":"fact","derivation":"stated"},"note":"Near the well of Tassiga.","#
      + #""payload":{"acts":[{"act":"other","victims":"women"}],"status":"reported",\#(more)}}"#
  }

  @Test func `an event is guarded by what it became, and so is whatever is said about it`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("later-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let ledger = ["--ledger", folder.appendingPathComponent("mali").path]
    try OutputCorpus.output(of: ["init", ledger[1], "--origin", "example.org/later"])
    for part in ["reference", "reports"] {
      let file = MaliCase.drafts.appendingPathComponent(part + ".jsonl").path
      try OutputCorpus.output(of: ["append", "--json", file] + ledger)
    }
    let file = folder.appendingPathComponent("drafts.jsonl")
    for (number, draft) in Self.drafts.enumerated() {
      try Data(draft.utf8).write(to: file)
      let echo = try OutputCorpus.output(of: ["append", "--json", file.path] + ledger)
      #expect(!echo.contains("Tassiga"), "the echo of draft \(number): \(echo)")
    }
    let names = ["plain", "correct", "sexual", "place", "link", "dispute", "retract"]
    for format in ["table", "json"] {
      for name in names {
        let words = ["show", "@t/\(name)", "--format", format] + ledger
        #expect(!(try OutputCorpus.output(of: words).contains("Tassiga")), "\(words)")
        #expect(try OutputCorpus.output(of: words + ["--disclose"]).contains("Tassiga"), "\(words)")
      }
    }
    for (format, stretch) in [
      ("table", ["--from", "#198", "--at", "2024-06-30"]), ("jsonl", ["--from", "#198", "--at", "2024-06-30"]),
      ("table", ["--from", "2023-03", "--to", "2023-07", "--step", "month"]),
      ("jsonl", ["--from", "2023-03", "--to", "2023-07", "--step", "month"]),
    ] {
      let words = ["replay", "--changes", "--view", "crsv", "--format", format] + stretch + ledger
      let played = try OutputCorpus.output(of: words)
      #expect(played.contains("2023-05"), "\(words)")
      #expect(!played.contains("Tassiga") && !played.contains("2023-05-17"), "\(words): \(played)")
    }
    for format in ["table", "json", "jsonl", "csv"] {
      for more in [[], ["--reverse"], ["--as-of", "2100"]] {
        let words = ["log", "--format", format] + more + ledger
        #expect(!(try OutputCorpus.output(of: words).contains("Tassiga")), "\(words)")
      }
      let pairs = try OutputCorpus.output(of: ["link", "--suggest", "--least=-20", "--format", format] + ledger)
      #expect(!pairs.contains("Tassiga") && !pairs.contains("2023-05-17"))
    }
    #expect(try OutputCorpus.output(of: ["log", "--search", "Tassiga", "--disclose"] + ledger).contains("abuse"))
    #expect(!(try OutputCorpus.output(of: ["log", "--search", "Tassiga"] + ledger).contains("abuse")))
  }
}
