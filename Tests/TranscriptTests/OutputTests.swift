import Testing

@testable import daybook

/// The parts of the output that no transcript can show, since a transcript is no terminal.
@Suite struct OutputTests {
  @Test(arguments: [
    ("Ménaka", 6), ("Me\u{301}naka", 6), ("جماعة", 5), ("جَمَاعَة", 5), ("北京", 4), ("한국", 4), ("🇲🇱", 2), ("👍🏽", 2),
    ("ｶﾅ", 2),
    ("", 0), ("a\u{200d}b", 2),
  ])
  func `text is as wide as a terminal shows it`(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test func `text from a ledger cannot steer the terminal or reorder what is read`() {
    #expect(TextWidth.safe("a\u{1b}[2Jb") == "a\\u{1b}[2Jb")
    #expect(TextWidth.safe("pay \u{202e}gnp") == "pay \\u{202e}gnp")
    #expect(TextWidth.safe("two\nlines\tand\r\nmore") == "two lines and  more")
    #expect(TextWidth.safe("Jama’a Nusrat — جماعة") == "Jama’a Nusrat — جماعة")
  }

  @Test func `long text wraps at spaces and, where it must, inside a word`() {
    #expect(TextWidth.wrapped("eastern Ménaka and Gao", to: 10) == ["eastern", "Ménaka and", "Gao"])
    #expect(TextWidth.wrapped("abcdefgh", to: 3) == ["abc", "def", "gh"])
    #expect(TextWidth.wrapped("北京市", to: 3) == ["北", "京", "市"])
    #expect(TextWidth.wrapped("short", to: 10) == ["short"])
    #expect(TextWidth.wrapped("", to: 4) == [""])
  }

  @Test func `a long word is broken at slashes and hyphens, and dates stay whole`() {
    #expect(TextWidth.wrapped("summary-execution", to: 10) == ["summary-", "execution"])
    #expect(TextWidth.wrapped("2022-03-27/2022-03-31", to: 12) == ["2022-03-27/", "2022-03-31"])
    #expect(TextWidth.wrapped("/2023-08-03", to: 11) == ["/2023-08-03"])
    #expect(TextWidth.wrapped("attack-on-civilians", to: 10) == ["attack-on-", "civilians"])
    #expect(TextWidth.ofWidestPiece("sexual-violence on 2022-03-27/2022-03-31") == 11)
    #expect(TextWidth.ofWidestPiece("") == 0)
  }

  @Test(arguments: [8, 11, 17, 30])
  func `wrapped lines fit and lose no word`(width: Int) {
    let text = "In less than a year, ISGS has almost doubled its areas of control in الساحل and 北京"
    let lines = TextWidth.wrapped(text, to: width)
    #expect(lines.allSatisfy { TextWidth.of($0) <= width })
    #expect(lines.joined(separator: " ").split(separator: " ") == text.split(separator: " "))
  }

  @Test(arguments: [
    (["a", "b,c", "d\"e"], "a,\"b,c\",\"d\"\"e\"\r\n"),
    (["=1+1", "-5", "-x", "+33", "@a"], "'=1+1,-5,'-x,+33,'@a\r\n"),
    (["two\nlines", "\tx"], "\"two\nlines\",'\tx\r\n"),
    (["", ""], ",\r\n"),
  ])
  func `CSV is quoted, and no cell runs as a formula`(cells: [String], line: String) {
    #expect(CSV.line(cells) == line)
  }

  @Test func `a digest or an id is never broken`() {
    let digest = String(repeating: "0a", count: 32)
    #expect(TextWidth.wrapped("hashes to \(digest), not so", to: 30) == ["hashes to", "\(digest),", "not so"])
    #expect(TextWidth.ofWidestWhole("event \(digest.prefix(32)) (\(digest))") == 66)
    #expect(TextWidth.ofWidestWhole("attack-on-civilians-and-whatever-else-is-long") == 0)
  }

  @Test func `progress over bytes has a bar, a rate and the time left, without what was done before`() {
    let text = ByteProgress.text(
      files: 1_204, bytes: 84_000_000_000, of: 240_000_000_000, after: 4_000_000_000, seconds: 200)
    #expect(text == "[#######-------------]  35 %  1,204 files, 84.0 GB of 240.0 GB, 400.0 MB a second, 6:30 left")
    #expect(ByteProgress.size(999) == "999 bytes" && ByteProgress.size(1_250) == "1.2 kB")
  }

  @Test func `progress tells rate and remaining time`() {
    #expect(
      Progress.text(done: 12_000, of: 1_250_000, what: "events", seconds: 0.5)
        == "12,000 of 1,250,000 events, 24,000 a second, 0:52 left")
    #expect(Progress.text(done: 7, of: nil, what: "files", seconds: 7) == "7 files, 1 a second")
  }
}
