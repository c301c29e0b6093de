import Testing
import Vocabulary

@testable import daybook

/// The parts of a dialogue that need no terminal.
@Suite struct DialogueTests {
  private static func keys(_ text: String) -> [KeyPress] {
    var bytes = Array(text.utf8)[...]
    let reader = KeyReader<Never> { _ in bytes.popFirst() }
    var keys: [KeyPress] = []
    while !bytes.isEmpty { keys.append(reader.key()) }
    return keys
  }

  private static func typed(_ text: String) -> String {
    var line = EditedLine()
    for key in keys(text) { line.apply(key) }
    return line.text
  }

  @Test func `bytes of a terminal are taken apart into keys`() {
    #expect(Self.keys("é北\t\r") == [.text("é"), .text("北"), .tab, .enter])
    #expect(Self.keys("\u{1B}[A\u{1B}OC\u{1B}[3~\u{1B}[1;5D") == [.previous, .right, .delete, .left])
    #expect(Self.keys("\u{1B}[200~a\nb\u{1B}[31m\u{1B}[201~c") == [.text("a b[31m"), .text("c")])
    #expect(Self.keys("\u{1B}") == [.unknown])
    #expect(Self.keys("\u{3}\u{4}\u{10}") == [.giveUp, .endOfInput, .previous])
  }

  @Test func `bytes that are no UTF-8 are no letters`() {
    var bytes: ArraySlice<UInt8> = [0xFF, 0xC3, 0x28, 0x61]
    let reader = KeyReader<Never> { _ in bytes.popFirst() }
    #expect((0..<3).map { _ in reader.key() } == [.unknown, .unknown, .text("a")])
  }

  @Test(arguments: [
    ("abc\u{7F}", "ab"), ("مَ\u{7F}", ""), ("e\u{301}x\u{7F}\u{7F}", ""), ("北京\u{7F}", "北"), ("👍🏽\u{7F}", ""),
    ("ac\u{1B}[Db", "abc"), ("two words\u{17}", "two "), ("all\u{15}", ""), ("abc\u{1}\u{B}", ""),
    ("abc\u{1}\u{1B}[3~", "bc"), ("\u{7F}\u{1B}[D\u{1B}[3~", ""), ("e\u{1B}[C\u{301}", "é"),
  ])
  func `a line is edited by characters as people see them`(keys: String, text: String) {
    #expect(Self.typed(keys) == text)
  }

  @Test(arguments: [5, 8, 20])
  func `what is shown of a line fits, and the cursor is in it`(columns: Int) {
    var line = EditedLine("Ménaka 北京市 مَينكا and more")
    for step in 0...line.text.count {
      let (text, behind) = line.shown(in: columns)
      #expect(TextWidth.of(text) <= columns && behind <= TextWidth.of(text), "after \(step) to the left")
      line.apply(.left)
    }
    #expect(EditedLine("a\u{202E}b").shown(in: 20).text == "a\\u{202e}b")
  }

  private static let places: [Completion.Choice] = [
    .init("ML0704", names: ["Ménaka", "مينكا"], label: "ML0704 Ménaka"),
    .init("menaka-town", names: ["Ménaka"], label: "menaka-town"), .init("gao", names: ["Gao"]),
  ]

  @Test func `a name is completed by any spelling, and listed when several are meant`() {
    #expect(Completion.of("GA", among: Self.places) == Completion("gao"))
    #expect(Completion.of("ميـن", among: Self.places) == Completion("ML0704", note: "ML0704 Ménaka"))
    let several = Completion.of("mena", among: Self.places)
    #expect(several.choices == ["ML0704 Ménaka", "menaka-town"])
    #expect(Folding.text(several.text) == "menaka")
    #expect(Completion.of("x", among: Self.places) == Completion("x"))
    #expect(Completion.of("", among: Self.places).choices.count == 3)
  }

  @Test(arguments: Kind.allCases)
  func `every field that a kind must have is asked for, and each question has a label of its own`(kind: Kind) throws {
    let questions = FieldQuestion.all(of: kind)
    #expect(Set(questions.map(\.label)).count == questions.count)
    for field in kind.shape.fields where field.isMandatoryInDraft {
      let question = try #require(questions.first { $0.path == ["payload", field.key] })
      #expect(question.isAsked && question.isMandatory)
    }
    #expect(questions.filter { $0.relation != nil }.count == kind.type.targets.count)
    #expect(questions.allSatisfy { !$0.help(width: 60).isEmpty })
  }
}
