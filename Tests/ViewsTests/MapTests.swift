import Leaf
import Testing
import Vocabulary

@testable import Views

/// What the maps copy from a leaf is what the leaf says.
@Suite struct `a map` {
  private func facts(_ document: Document, at position: Int) -> [Fact] {
    var sink = FactSink()
    Views.map(Event(document), at: UInt64(position), into: &sink)
    return sink.facts
  }

  @Test(arguments: ViewPropertyTests.seeds)
  func `states the same of a leaf as of a draft in another order and with other escapes`(seed: UInt64) throws {
    for (position, event) in RandomCase(seed: seed, size: 60).log.events.enumerated() {
      let draft = try Document(Array(scrambled(event.document.root).utf8))
      #expect(facts(event.document, at: position) == facts(draft, at: position), "seed \(seed), event \(position)")
    }
  }

  /// Views whose bodies are written field by field.
  private let flat = [Control.name, Sources.name, Actors.name]

  @Test(arguments: ViewPropertyTests.seeds)
  func `writes bodies that are parts of the leaf`(seed: UInt64) throws {
    for (position, event) in RandomCase(seed: seed, size: 60).log.events.enumerated() {
      for fact in facts(event.document, at: position) where !flat.contains(fact.projection) {
        let body = try Document(fact.body, as: .canonical)
        #expect(body.root.isObject)
        for member in body.root.members {
          #expect(member.value.encode() == event.document.root.member(member.key)?.encode(), "seed \(seed)")
        }
      }
    }
  }

  @Test func `keeps names with escapes, and lists many actors once each`() throws {
    let names = (0..<20).map { "a\\\"b\\\\\($0 % 15)\\u0001" }
    let parties = names.map { "{\"actor\":\"\($0)\",\"role\":\"perpetrator\"}" }.joined(separator: ",")
    let leaf =
      "{\"kind\":\"attack\",\"parties\":[\(parties)],\"payload\":{\"mode\":\"raid\"},"
      + "\"place\":{\"id\":\"x\\\"y\"}}"
    let control = try #require(
      facts(Document(Array(leaf.utf8), as: .canonical), at: 12).first { $0.projection == Control.name })
    #expect(control.subject == "x\"y")
    let actors = names[..<15].map { "\"\($0)\"" }.joined(separator: ",")
    #expect(String(decoding: control.body, as: UTF8.self) == "{\"actors\":[\(actors)],\"as\":\"battle\"}")
  }

  @Test(arguments: ControlClaim.Content.allCases)
  func `states every content of a claim of control`(_ content: ControlClaim.Content) throws {
    for (extent, written) in [("road", #""extent":"road""#), ("sky", ""), ("", "")] {
      let place = extent.isEmpty ? #"{"id":"x"}"# : #"{"extent":"\#(extent)","id":"x"}"#
      let leaf =
        #"{"kind":"claim.control","payload":{"actor":"a","content":"\#(content.rawValue)"},"place":\#(place)}"#
      let control = try #require(
        facts(Document(Array(leaf.utf8), as: .canonical), at: 1).first { $0.projection == Control.name })
      let body = try Document(control.body, as: .canonical).root
      let act = content == .extentChange ? "hold" : content.rawValue
      #expect(body.member("as")?.string == act)
      let part = content == .extentChange && written.isEmpty ? "part" : nil
      #expect(body.member("extent")?.string == (written.isEmpty ? part : extent))
    }
  }

  @Test(arguments: ControlFact.Act.allCases)
  func `writes acts as they are read`(_ act: ControlFact.Act) {
    #expect(act.word.description == act.rawValue)
  }

  @Test(arguments: [0, 9, 10, 99, 100, 12_345, UInt64(UInt32.max), .max - 1, .max])
  func `writes every position in full`(_ number: UInt64) {
    var memory = [UInt8](repeating: 0, count: 20)
    let count = unsafe memory.withUnsafeMutableBufferPointer { buffer in
      var pen = unsafe Pen(buffer)
      pen.put(number: number)
      return pen.count
    }
    #expect(String(decoding: memory[..<count], as: UTF8.self) == String(number))
  }

  /// A draft that means the same: members backwards, every character of every text escaped.
  private func scrambled(_ element: Element) -> String {
    switch element.kind {
    case .object:
      "{" + element.members.reversed().map { "\"\($0.key)\" : \(scrambled($0.value))" }.joined(separator: ", ") + "}"
    case .array: "[" + element.elements.map { scrambled($0) }.joined(separator: " ,") + "]"
    case .string:
      "\""
        + (element.string ?? "").utf16.map { unit in
          let digits = String(unit, radix: 16)
          return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined() + "\""
    default: String(decoding: element.encode(), as: UTF8.self)
    }
  }
}
