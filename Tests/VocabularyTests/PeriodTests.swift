import Testing
import Vocabulary

@Suite struct `a period` {
  @Test(arguments: [
    ("2023-06-01", Precision.precise), ("2022-03/2022-06", .precise), ("2022-03/..", .precise),
    ("2023-06", .imprecise), ("2023", .imprecise), ("2023-21", .imprecise), ("201X", .imprecise),
    ("2023-06-01~", .imprecise), ("2023-06-01?/2023-06-02", .imprecise), ("2022-03/", .imprecise),
  ])
  func `is precise for a day or an interval, imprecise otherwise`(_ text: String, _ precision: Precision) throws {
    #expect(try Period(text).precision == precision)
  }

  @Test func `is clipped by the date of the report, never widened by it`() throws {
    let june = try EDTF("2023-06")
    let clipped = Period(june, edtf: "2023-06", notAfter: Day("2023-06-12"))
    #expect(clipped.earliest == Day("2023-06-01") && clipped.latest == Day("2023-06-12"))
    let later = Period(june, edtf: "2023-06", notAfter: Day("2023-08-25"))
    #expect(later.latest == Day("2023-06-30"))
    let unknown = Period(try EDTF("2023-06/"), edtf: "2023-06/", notAfter: Day("2023-08-25"))
    #expect(unknown.latest == Day("2023-08-25"), "an unknown end lies before the report that tells of it")
    let ongoing = Period(try EDTF("2023-06/.."), edtf: "2023-06/..", notAfter: Day("2023-08-25"))
    #expect(ongoing.latest == nil && ongoing.isOngoing, "what goes on is not ended by a report")
  }

  @Test func `contains and overlaps by its bounds`() throws {
    let june = try Period("2023-06")
    #expect(june.contains(Day("2023-06-30")!) && !june.contains(Day("2023-07-01")!))
    #expect(try june.overlaps(Period("2023-06-30/..")) && !june.overlaps(Period("2023-07/..")))
    #expect(try june.overlaps(Period("../2023-06-01")) && !june.overlaps(Period("../2023-05")))
  }
}
