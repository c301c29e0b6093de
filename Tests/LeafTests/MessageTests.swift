import Leaf
import Testing

/// A message says where, what, why, what is allowed and what to do.
@Suite struct MessageTests {
  @Test func `a message is a sentence with everything a person needs`() {
    #expect(
      refusal("{\n  \"counts\": [{\"best\": 1.5}]}", as: .draft)?.message
        == "line 2, column 23: counts.0.best: 1.5: a number with a fraction; allowed: whole numbers in plain digits; "
        + "write any other number as a text, as \"1.5\"")
    #expect(
      refusal(#"{"a":1,"a":2}"#, as: .draft)?.messageWithoutLine
        == #"column 8: "a": the object has this key already; allowed: each key once; remove one of the two"#)
    #expect(
      refusal("", as: .draft)?.message == "line 1, column 1: there is no document; allowed: one JSON document")
  }

  @Test func `a long value is shortened`() {
    let error = refusal("[" + String(repeating: "9", count: 500) + "]", as: .draft)
    #expect(error?.value == String(repeating: "9", count: 59) + "…")
  }
}
