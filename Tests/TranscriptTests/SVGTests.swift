import Foundation
import FoundationXML
import Testing

@testable import daybook

/// The writer of drawings: whatever a ledger holds, what comes out is one well-formed document.
@Suite struct SVGTests {
  @Test(arguments: [
    (0.0, "0"), (-0.001, "0"), (1, "1"), (-1.5, "-1.5"), (0.05, "0.05"), (12.345, "12.35"), (99.999, "100"),
    (-0.07, "-0.07"), (1000.1, "1000.1"),
  ])
  func `a number has at most two decimals`(number: Double, text: String) {
    #expect(SVG.number(number) == text)
  }

  @Test func `no text can end an element, an attribute or the document`() throws {
    let hostile = "</title><script>\"'&]]>\u{0}\u{1B}\u{FFFF}\u{202E}\n\tمالي"
    var svg = SVG(width: 10, height: 20.5, title: hostile, description: hostile)
    svg.element("g", ["id": "a", "class": .text(hostile)]) { svg in
      svg.text(hostile, "text", ["x": 1, "y": .number(2.25)])
      svg.add("path", ["d": "M0 0L\(1) 2"])
    }
    let parser = XMLParser(data: Data(svg.file.utf8))
    let reader = Elements()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.names == ["svg", "title", "desc", "g", "text", "path"])
    let kept = "</title><script>\"'&]]>\u{FFFD}\u{FFFD}\u{FFFD}\u{202E}\n\tمالي"
    #expect(reader.attributes["class"] == kept)
    #expect(reader.text.contains(kept))
    #expect(reader.attributes["viewBox"] == "0 0 10 20.5")
  }

  @Test func `text is broken and cut to what a line has room for`() {
    #expect(SVG.lines(of: "Jama’at Nusrat al-Islam", size: 10, within: 110) == ["Jama’at Nusrat", "al-Islam"])
    #expect(
      SVG.cut("Tombouctou", size: 10, within: 40) == "Tom…" || SVG.cut("Tombouctou", size: 10, within: 40) == "Tomb…")
    #expect(SVG.cut("Gao", size: 10, within: 40) == "Gao")
    #expect(SVG.width(of: "北京", size: 10) == 20)
  }

  private final class Elements: NSObject, XMLParserDelegate {
    var names: [String] = []
    var attributes: [String: String] = [:]
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes found: [String: String]
    ) {
      names.append(name)
      attributes.merge(found) { first, _ in first }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }
}
