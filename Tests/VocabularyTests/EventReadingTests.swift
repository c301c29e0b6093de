import Leaf
import Testing
import Vocabulary

/// What an event finds by places is what its leaf says.
@Suite struct `reading an event` {
  @Test(arguments: EnvelopePlaces.Member.allCases)
  func `finds each member of the envelope, wherever it stands`(_ member: EnvelopePlaces.Member) throws {
    for text in [
      "{\"\(member.key)\":7}", "{\"a\":[1,{\"\(member.key)\":8}],\"\(member.key)\":7,\"zz\":[]}",
      "{\"\(member.key)x\":1,\"\(member.key)\":7}",
    ] {
      let event = Event(try Document(Array(text.utf8)))
      let place = try #require(event.places[member])
      #expect(event.document.integer(place) == 7, "\(text)")
      for other in EnvelopePlaces.Member.allCases where other != member { #expect(event.places[other] == nil) }
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
}
