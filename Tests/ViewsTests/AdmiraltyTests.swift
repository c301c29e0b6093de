import Testing

@testable import Views

/// Points of a grade.
@Suite
struct AdmiraltyTests {
  @Test
  func `points are the lesser of reliability and credibility`() {
    let letters = ["A": 4, "B": 3, "C": 2, "D": 1, "E": 0, "F": 1]
    let digits = ["1": 4, "2": 3, "3": 2, "4": 1, "5": 0, "6": 1]
    for (letter, high) in letters {
      for (digit, other) in digits {
        #expect(Admiralty(letter + digit)?.points == min(high, other), "\(letter)\(digit)")
      }
    }
  }

  @Test(arguments: ["", "G1", "B7", "2B", "B2x", "b2", "B0"])
  func `anything else is no grade`(text: String) {
    #expect(Admiralty(text) == nil)
  }

  @Test
  func `a missing half cannot be judged`() {
    #expect(Admiralty("B") == Admiralty("B6"))
    #expect(Admiralty("2") == Admiralty("F2"))
    #expect(Admiralty.unjudged.description == "F6")
  }
}
