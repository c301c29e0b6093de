import Leaf
import Testing
import Vocabulary

/// What an event finds by places is what its leaf says.
@Suite struct `reading an event` {
  @Test func `finds each member of the envelope, wherever it stands`() throws {
    for key in Event(Document()).places.byKey.map(\.key) {
      for text in [
        "{\"\(key)\":7}", "{\"a\":[1,{\"\(key)\":8}],\"\(key)\":7,\"zz\":[]}", "{\"\(key)x\":1,\"\(key)\":7}",
      ] {
        let event = Event(try Document(Array(text.utf8)))
        for (other, place) in event.places.byKey {
          #expect(place == 0 ? other != key : event.document.integer(Int(place)) == 7, "\(text): \(other)")
        }
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func `knows each kind by its word alone`(_ kind: Kind) throws {
    func kindOf(_ word: String) throws -> Kind? { Event(try Document(Array("{\"kind\":\"\(word)\"}".utf8))).kind }
    #expect(try kindOf(kind.rawValue) == kind)
    #expect(try kindOf(kind.rawValue + "x") == nil)
    #expect(try kindOf(String(kind.rawValue.dropLast())) == nil)
    #expect(try kindOf(kind.rawValue + String(repeating: "x", count: 20)) == nil)
  }

  @Test(arguments: [
    #""2023-06-01""#, #""2022-03/..""#, #""nonsense""#, #"7"#, #"{}"#, #"{"edtf":7}"#, #"{"edtf":"2023-02-30"}"#,
    #"{"edtf":"2023-06-01"}"#, #"{"edtf":"2023-06","not_after":"2023-06-12"}"#, #"{"edtf":"2023-06","not_after":"x"}"#,
    #"{"edtf":"2023-06","precision":"precise"}"#, #"{"edtf":"2023-06-01","precision":"imprecise","starts":true}"#,
    #"{"edtf":"2022-03/2022-06","ends":true,"precision":"other","text":"In spring"}"#,
    #"{"edtf":"2022-03/","ends":false,"not_after":"2022-08-01","starts":7}"#, #"{"edtf":"201X"}"#,
  ])
  func `gives the same bounds with and without its words`(_ occurred: String) throws {
    let event = Event(try Document(Array("{\"occurred\":\(occurred)}".utf8)))
    #expect(event.bounds == event.occurred?.bounds)
  }

  @Test func `reads every date of ten bytes as EDTF does`() throws {
    for text in [
      "2023-06-01", "2024-02-29", "2023-02-29", "0000-01-01", "9999-12-31", "2023-13-01", "2023-00-10", "2023-10-00",
      "2023-1a-01", "202/-10-01", "202:-10-01", "2023-06-3/", "2023-06-0:", "2023/06/01", "2023-06-01~", "2023-06-XX",
      "2023-XX-XX", "1969-12-31", "1600-02-29",
    ] {
      let event = Event(try Document(Array("{\"occurred\":{\"edtf\":\"\(text)\"}}".utf8)))
      #expect(event.bounds == (try? Period(text))?.bounds, "\(text)")
    }
  }
}
