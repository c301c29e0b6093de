import Leaf
import TestSupport
import Testing

/// What holds for every document; a failing seed is the argument of its test, `DAYBOOK_SEED` runs it again.
@Suite struct PropertyTests {
  @Test(arguments: SeededRandom.seeds(60))
  func `a value that is written and read is the same value`(seed: UInt64) throws {
    var random = RandomValue(seed)
    let value = random.value()
    let bytes = value.encode()
    for form in [Document.Form.canonical, .trusted, .draft] {
      let root = try Document(bytes, as: form).root
      #expect(root.value.encode() == bytes)
      #expect(root.encode() == bytes)
      #expect(isSame(root.value, value))
    }
  }

  @Test(arguments: SeededRandom.seeds(60))
  func `white space, escapes and order of a draft do not reach the leaf`(seed: UInt64) throws {
    var random = RandomValue(seed)
    let value = random.value()
    let bytes = value.encode()
    let draft = Array(random.draft(value).utf8)
    let root = try Document(draft, as: .draft).root
    #expect(shown(root.encode()) == shown(bytes))
    var appended: [UInt8] = [1, 2, 3]
    root.encode(into: &appended)
    #expect(appended == [1, 2, 3] + bytes)
    #expect((refusal(draft, as: .canonical) == nil) == (draft == bytes))
  }

  @Test(arguments: SeededRandom.seeds(40))
  func `every part of a document is written as it would be alone`(seed: UInt64) throws {
    var random = RandomValue(seed)
    let root = try Document(Array(random.draft(random.object()).utf8), as: .draft).root
    for member in root.members {
      #expect(member.value.encode() == member.value.value.encode())
      #expect(root.member(member.key)?.encode() == member.value.encode())
    }
  }

  @Test(arguments: SeededRandom.seeds(40))
  func `a leaf with altered bytes is refused, or is a leaf`(seed: UInt64) throws {
    var random = RandomValue(seed)
    let bytes = random.object().encode()
    for _ in 0..<25 {
      let altered = alter(bytes, &random.random)
      if let document = try? Document(altered, as: .canonical) {
        #expect(document.root.value.encode() == altered)
        #expect(document.root.encode() == altered)
        #expect(try Document(altered, as: .draft).root.encode() == altered)
      }
      if let document = try? Document(altered, as: .draft) {
        let written = document.root.encode()
        #expect(document.root.value.encode() == written)
        #expect(refusal(written, as: .canonical) == nil)
      }
      // Whatever stands there: reading it all must not reach beyond the end.
      if let document = try? Document(altered, as: .trusted) { _ = document.root.value }
    }
  }

  private func alter(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var altered = bytes
    let telling: [UInt8] = Array("\"\\{}[]:,0-1eE. \ntfnu".utf8) + [0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
    for _ in 0...random.below(2) {
      let place = random.below(altered.count)
      let byte = random.once(in: 3) ? UInt8(random.below(256)) : telling[random.below(telling.count)]
      switch random.below(5) {
      case 0: altered.insert(byte, at: place)
      case 1 where altered.count > 1: altered.remove(at: place)
      case 2: altered.removeSubrange(place...)
      case 3: altered.insert(contentsOf: altered[place..<min(altered.count, place + random.below(12))], at: place)
      default: altered[place] = byte
      }
      if altered.isEmpty { return altered }
    }
    return altered
  }

  /// Equality but for the order of the members.
  private func isSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
    case (.object(let left), .object(let right)):
      left.count == right.count
        && left.allSatisfy { member in right.contains { $0.key == member.key && isSame(member.value, $0.value) } }
    default: left == right
    }
  }
}
