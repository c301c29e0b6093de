import Leaf
import Testing

/// What a document answers about its values.
@Suite struct DocumentTests {
  static let text = #"{"kind":"attack","n":-12,"yes":true,"no":false,"none":null,"list":[1,"b",{"c":3}],"é":0}"#
    .replacing("é", with: "e")

  @Test(arguments: [Document.Form.draft, .trusted])
  func `values are read by key and by place`(form: Document.Form) throws {
    let root = try Document(Array(Self.text.utf8), as: form).root
    #expect(root.kind == .object)
    #expect(root.count == 7)
    #expect(root["kind"]?.string == "attack")
    #expect(root["kind"]?.equals("attack") == true)
    #expect(root["kind"]?.equals("attach") == false)
    #expect(root["kind"]?.equals("attack_long_word") == false)
    #expect(root["n"]?.integer == -12)
    #expect(root["yes"]?.boolean == true)
    #expect(root["no"]?.boolean == false)
    #expect(root["none"]?.kind == .null)
    #expect(root.member("list")?.count == 3)
    #expect(root["list"]?.elements.map(\.kind) == [.integer, .string, .object])
    #expect(root["list"]?.elements.compactMap(\.string) == ["b"])
    #expect(Array(try #require(root["list"]).elements).last?["c"]?.integer == 3)
    #expect(root.members.map(\.key) == ["kind", "n", "yes", "no", "none", "list", "e"])
    #expect(root["absent"] == nil)
    #expect(root.member("absent") == nil)
  }

  @Test func `what a value is not reads as nil`() throws {
    let root = try Document(Array(Self.text.utf8)).root
    #expect(root.string == nil)
    #expect(root.integer == nil)
    #expect(root.boolean == nil)
    #expect(root["n"]?.string == nil)
    #expect(root["kind"]?["a"] == nil)
    #expect(root["kind"]?.integer == nil)
    #expect(root["kind"]?.count == 0)
    #expect(root["kind"]?.members.map(\.key) == [])
    #expect(root["n"]?.elements.map(\.kind) == [])
    #expect(root["n"]?.equals("-12") == false)
    let count = unsafe root["n"]?.withUTF8 { $0.count }
    #expect(count == nil)
  }

  @Test func `texts are decoded, and never normalised`() throws {
    let root = try Document(Array(#"["\u0041\ud83d\ude00\n\"\\\/\b\f\r\t\u0000é","A\u030a","\u00c5"]"#.utf8)).root
    let texts = root.elements.map { Array(($0.string ?? "").unicodeScalars).map(\.value) }
    #expect(texts[0] == [0x41, 0x1F600, 10, 0x22, 0x5C, 0x2F, 8, 12, 13, 9, 0, 0xE9])
    #expect(texts[1] == [0x41, 0x30A])
    #expect(texts[2] == [0xC5])
    #expect(root.value != .array([root.value, "A\u{30A}", "A\u{30A}"]))
    #expect(Value.string("A\u{30A}") != Value.string("\u{C5}"))
  }

  @Test func `a document is read into again and again`() throws {
    var document = Document()
    #expect(document.root.kind == .null)
    for length in [1, 10, 500, 3000, 70, 60_000, 5] {
      let text = "[\"" + String(repeating: "ab", count: length / 2) + "\"]"
      try document.parse(Array(text.utf8), as: .canonical)
      #expect(document.bytes == Array(text.utf8))
      #expect(document.byteCount == text.utf8.count)
      #expect(document.root.elements.first { _ in true }?.string?.utf8.count == length / 2 * 2)
    }
  }

  @Test func `an element outlives the next reading with the bytes it was read from`() throws {
    var document = try Document(Array(#"{"a":"first"}"#.utf8))
    let copy = document
    let kept = document.root["a"]
    try document.parse(Array(#"{"a":"second"}"#.utf8), as: .draft)
    #expect(kept?.string == "first")
    #expect(copy.root["a"]?.string == "first")
    #expect(document.root["a"]?.string == "second")
  }

  @Test func `after an error a document is null`() throws {
    var document = try Document(Array(#"{"a":1}"#.utf8))
    #expect(throws: LeafError.self) { try document.parse(Array("{".utf8), as: .draft) }
    #expect(document.root.kind == .null)
    #expect(document.bytes == [])
    try document.parse(Array("[7]".utf8), as: .canonical)
    #expect(document.root.value == [7])
  }

  @Test func `a draft is written canonically`() throws {
    #expect(
      try canonical(#" { "b" : [ 1 , { "z":1, "y":"\u00e9\/" } ] , "a":"\u0000\u001F\u000a" } "#)
        == #"{"a":"\u0000\u001f\n","b":[1,{"y":"é/","z":1}]}"#)
    #expect(
      try canonical(#"{"same_prefix_2":2,"same_prefix_1":1,"same_prefix":0}"#)
        == #"{"same_prefix":0,"same_prefix_1":1,"same_prefix_2":2}"#)
    #expect(try canonical(#"{"\u0062":1,"a":2}"#) == #"{"a":2,"b":1}"#)
    #expect(try canonical("[ ]") == "[]")
    #expect(try canonical("{ }") == "{}")
    #expect(try canonical(" -9007199254740991 ") == "-9007199254740991")
    #expect(try canonical(#" "\u0001\u0001" "#) == #""\u0001\u0001""#)
  }

  @Test func `a writer writes what a value would`() throws {
    var writer = Writer()
    for _ in 0..<2 {
      writer.reset()
      writer.beginObject()
      writer.key("a")
      writer.beginArray()
      writer.integer(-9_007_199_254_740_991)
      writer.string("x\"\\\u{1}é")
      writer.beginObject()
      writer.endObject()
      writer.null()
      writer.endArray()
      writer.key("b")
      writer.boolean(true)
      writer.key("c")
      writer.element(try Document(Array(#"{"e":1,"d":[false]}"#.utf8)).root)
      writer.endObject()
    }
    let value: Value = [
      "c": ["e": 1, "d": [false]], "b": true, "a": [-9_007_199_254_740_991, "x\"\\\u{1}é", [:], .null],
    ]
    #expect(shown(writer.bytes) == shown(value.encode()))
  }

  @Test func `members of a value are set and removed by key`() {
    var value: Value = ["a": 1]
    value["b"] = "x"
    value["a"] = nil
    #expect(value == ["b": "x"])
    #expect(value["a"] == nil)
    var list: Value = [1]
    list["a"] = 1
    #expect(list == [1])
  }
}

extension DocumentTests {
  @Test func `a trusted leaf that is cut off is refused wherever it is cut, and as a strict one says`() throws {
    let leaf = Array(
      #"{"a":[{"b":"text","c":-12},[],{}],"d":true,"e":{"f":"","g":"sixteen bytes and more"},"h":null}"#.utf8)
    var document = Document()
    for count in 0..<leaf.count {
      // A longer document was read before: what it left behind must not be read.
      try document.parse(leaf, as: .trusted)
      #expect(document.root.encode() == leaf)
      let cut = Array(leaf[..<count])
      let strict = refusal(cut, as: .canonical)
      #expect(strict != nil && refusal(cut, as: .trusted) == strict, "\(count) bytes")
      #expect(throws: LeafError.self) { try document.parse(cut, as: .trusted) }
    }
  }
}
