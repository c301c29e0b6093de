import Ledger
import Testing
import ViewStore
import Views
import Vocabulary

@testable import daybook

/// The situation report on the case: every statement of the article with its real strength, and where it departs.
@Suite
struct BriefTests {
  private static func reading(
    region: String? = "ML", from: String = "2012-01-01", to: String = "2023-11-09", report: String? = nil,
    since: String? = nil, asOf: AsOf = .now, publishedBy: String? = nil
  ) throws -> BriefReading {
    let mali = try MaliCase.shared.get()
    let question = BriefQuestion(
      region: region, from: try #require(Day(from)), to: try #require(Day(to)),
      report: try report.map(mali.position), since: try since.map { .position(try mali.position($0)) }, asOf: asOf,
      publishedBy: try publishedBy.map { try #require(Day($0)) })
    return try mali.views.brief(question, of: mali.ledger)
  }

  private static func flat(_ sentences: [Brief.Sentence]) -> [Brief.Sentence] {
    sentences.flatMap { [$0] + flat($0.beneath) }
  }

  /// The section on the article.
  private static func article() throws -> [Brief.Sentence] {
    let brief = try reading(report: "r-seed").brief
    return try #require(brief.sections.first { $0.heading.contains("statement by statement") }).sentences
  }

  @Test func `every statement of the article is told, with a strength and with its event`() throws {
    let mali = try MaliCase.shared.get()
    let sentences = try Self.article()
    for number in 1...35 {
      let position = try mali.position("a\(number)")
      let sentence = try #require(sentences.first { $0.notes == [position] }, "a\(number) is not told")
      #expect(sentence.strength?.contains("grade") == true)
      #expect(sentence.strength?.contains("status") == true, "a\(number) does not say how it stands")
    }
  }

  @Test func `what the article made of the strengths of others is told`() throws {
    let mali = try MaliCase.shared.get()
    let sentences = try Self.article()
    for (name, words) in [
      ("a1", "attributed"), ("a6", "stated as fact"), ("a22", "belief of"), ("a32", "a call, not a finding"),
      ("a35", "in the author's own voice"), ("a19", "status relay-only"), ("a5", "status single"),
      ("a22", "status disputed"), ("a16", "status corroborated"),
    ] {
      let position = try mali.position(name)
      let sentence = try #require(sentences.first { $0.notes == [position] })
      #expect(sentence.strength?.contains(words) == true, "\(name): \(sentence.strength ?? "")")
    }
  }

  @Test(arguments: [
    ("a1", "u-doubled-ap"), ("a3", "u-ap-attacks"), ("a10", "u-ap-french"), ("a12", "u-ap-moved"),
    ("a12b", "u-ap-moved"), ("a19", "u-ap-attacks"), ("a22", "u-ap-sources"), ("a29", ""), ("a33", ""),
  ])
  func `where the article departs from its sources is told, beside the source where the ledger has it`(
    name: String, source: String
  ) throws {
    let mali = try MaliCase.shared.get()
    let position = try mali.position(name)
    let sentence = try #require(try Self.article().first { $0.notes == [position] })
    let departure = try #require(
      sentence.beneath.first { $0.text.contains("departs here from what it relays") }, "\(name) departs")
    #expect(departure.notes.first == position)
    guard !source.isEmpty else { return }
    #expect(departure.notes.count == 2 && departure.text.contains("nearer to the origin"))
  }

  @Test func `what the article left out of its sources is told`() throws {
    let mali = try MaliCase.shared.get()
    let left = try Self.article().filter { $0.text.hasPrefix("Left out by it:") }.flatMap(\.notes)
    #expect(try left.contains(mali.position("u-ap-mediation")))
    #expect(try left.contains(mali.position("u-ap-ansongo")))
  }

  @Test func `seven outlets that say the territory almost doubled are one root, and it cannot be computed`() throws {
    let mali = try MaliCase.shared.get()
    let brief = try Self.reading().brief
    let control = try #require(brief.sections.first { $0.heading == "Control" })
    let position = try mali.position("u-doubled-ap")
    let sentence = try #require(control.sentences.first { $0.notes.contains(position) && $0.text.contains("2 times") })
    #expect(sentence.notes.count >= 6)
    #expect(sentence.strength?.contains("one root only") == true)
    #expect(sentence.text.contains("no baseline is given, so this cannot be computed"))
  }

  @Test func `sexual violence is told by region and month, without words or titles that lead further`() throws {
    let mali = try MaliCase.shared.get()
    let reading = try Self.reading()
    let position = try mali.position("u-moura-crsv")
    let told = reading.brief.sections.flatMap { Self.flat($0.sentences) }.filter { $0.notes == [position] }
    #expect(!told.isEmpty)
    for sentence in told { #expect(!(sentence.text + (sentence.strength ?? "")).contains("Moura"), "\(sentence.text)") }
    #expect(told.contains { $0.text.contains("Mopti in 2022-03:") })
    let note = BriefNote(try #require(reading.exhibits[position])).parts.joined(separator: " ")
    #expect(!note.contains("Moura") && !note.contains("“"), "\(note)")
    let other = BriefNote(try #require(reading.exhibits[try mali.position("u-moura-ohchr")])).parts.joined()
    #expect(other.contains("Moura") && other.contains("“"), "what is no such thing keeps its words")
  }

  @Test func `every sentence but those about the report itself has notes, and every note an exhibit`() throws {
    let reading = try Self.reading(report: "r-seed", since: "a1")
    for section in reading.brief.sections {
      for sentence in Self.flat(section.sentences) where sentence.notes.isEmpty {
        let isAbout =
          sentence.text.contains("concerns are told below") || sentence.text.contains("are recorded and not told here")
          || sentence.text.hasPrefix("Unknown: no evidence")
        #expect(isAbout, "\(section.heading): \(sentence.text)")
      }
    }
    #expect(Set(reading.brief.events) == Set(reading.exhibits.keys))
  }

  @Test func `the same question at the same position gives the same report`() throws {
    let position = try MaliCase.shared.get().position("u-doubled-ap")
    let (one, other) = try (
      Self.reading(asOf: .position(position)), Self.reading(asOf: .position(position))
    )
    #expect(one.brief == other.brief && one.root == other.root && one.size == position + 1)
    #expect(one.brief.events.allSatisfy { $0 <= position }, "nothing recorded later is named")
    #expect(try one.brief != Self.reading().brief)
  }

  @Test func `what the public could not know yet is not in it`() throws {
    let mali = try MaliCase.shared.get()
    let early = try Self.reading(to: "2023-08-25", publishedBy: "2023-08-25").brief.events
    let late = try Self.reading(to: "2023-08-25", publishedBy: "2023-08-27").brief.events
    let position = try mali.position("u-ap-ansongo")
    #expect(!early.contains(position) && late.contains(position))
  }

  @Test func `what changed since the last report is told with what it did to the views`() throws {
    let brief = try Self.reading(since: "a35").brief
    let change = try #require(brief.sections.first { $0.heading == "What changed since the last report" })
    let texts = change.sentences.map(\.text)
    #expect(texts.contains { $0.hasPrefix("Entered: ") })
    #expect(texts.contains { $0.hasPrefix("In the view control ML0701: status unknown → controlled") })
  }

  @Test func `a region keeps what concerns it and leaves out what lies elsewhere`() throws {
    let mali = try MaliCase.shared.get()
    let events = try Self.reading(region: "ML07").brief.events
    #expect(try events.contains(mali.position("u-ap-ansongo")), "Ansongo lies in Gao")
    #expect(try !events.contains(mali.position("u-left-tombouctou")), "Timbuktu does not")
  }

  @Test func `the page holds the map of control on its last day, and the printed command gives the same bytes`() throws
  {
    let ledger = ["--ledger", try MaliCase.shared.get().ledger.folder.path]
    let words = ["brief", "--region", "Gao", "--from", "2023-01", "--to", "2023-08-25", "--format", "html"] + ledger
    let page = try OutputCorpus.output(of: words)
    let drawn = try #require(
      page.firstRange(of: #/<figure><svg[^>]*>\s*<title>Control on 2023-08-25</title>[\s\S]*<\/svg>\s*<\/figure>/#))
    #expect(page[drawn].contains("Ansongo"))
    #expect(!page[drawn].contains("Kayes"), "the map is of the region alone")
    #expect(page.matches(of: #/<svg/#).count == 1)
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("@import"))
    let command = try #require(page.firstMatch(of: #/<code>daybook ([^<]*)<\/code>/#)).output.1
    let printed = command.split(separator: " ").map(String.init) + ["--format", "html"] + ledger
    #expect(try OutputCorpus.output(of: printed) == page)
  }
}
