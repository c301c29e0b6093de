import Testing
import Vocabulary

@Suite struct `a date in EDTF` {
  @Test(arguments: [
    ("2023-06-01", "2023-06-01", "2023-06-01"), ("2023-06", "2023-06-01", "2023-06-30"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2012", "2012-01-01", "2012-12-31"),
    ("2012~", "2012-01-01", "2012-12-31"), ("2012-06?", "2012-06-01", "2012-06-30"),
    ("2012-06-11%", "2012-06-11", "2012-06-11"), ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"), ("2012-XX", "2012-01-01", "2012-12-31"),
    ("2012-XX-XX", "2012-01-01", "2012-12-31"), ("2012-05-XX", "2012-05-01", "2012-05-31"),
    ("2023-21", "2023-03-01", "2023-05-31"), ("2023-22", "2023-06-01", "2023-08-31"),
    ("2023-23", "2023-09-01", "2023-11-30"), ("2023-24", "2023-12-01", "2024-02-29"),
    ("2023-33", "2023-01-01", "2023-03-31"), ("2023-36", "2023-10-01", "2023-12-31"),
    ("2023-40", "2023-01-01", "2023-06-30"), ("2023-41", "2023-07-01", "2023-12-31"),
    ("2022-03/2022-06", "2022-03-01", "2022-06-30"), ("2022/2022", "2022-01-01", "2022-12-31"),
    ("2022-03-15/2022-03-15", "2022-03-15", "2022-03-15"),
  ])
  func `has bounds`(_ text: String, _ first: String, _ last: String) throws {
    let period = try Period(text)
    #expect(period.earliest?.description == first)
    #expect(period.latest?.description == last)
    #expect(try EDTF(text).description == text, "what is printed is what was read")
  }

  @Test(
    arguments: [
      ("2022-03/..", "2022-03-01", nil, true), ("2022-03/", "2022-03-01", nil, false),
      ("../2022-03", nil, "2022-03-31", false), ("/2022-03-04~", nil, "2022-03-04", false),
    ] as [(String, String?, String?, Bool)])
  func `intervals may be open or unknown at one end`(
    _ text: String, _ first: String?, _ last: String?, _ ongoing: Bool
  ) throws {
    let period = try Period(text)
    #expect(period.earliest?.description == first)
    #expect(period.latest?.description == last)
    #expect(period.isOngoing == ongoing)
    #expect(try EDTF(text).description == text)
  }

  @Test(arguments: [
    ("2023-02-30", "2023-02-30: February 2023 has 28 days"),
    ("2024-02-30", "2024-02-30: February 2024 has 29 days"),
    ("2023-06-31/2023-07", "2023-06-31/2023-07: June 2023 has 30 days"),
    ("2023-13", "2023-13: there is no month 13"), ("2023-00", "2023-00: there is no month or day 00"),
    ("2023-13-01", "2023-13-01: there is no month 13"), ("2023-06-00", "2023-06-00: June 2023 has 30 days"),
    ("2022-06/2022-03", "2022-06/2022-03: ends before it begins"), ("../..", "../..: neither end is given"),
    ("/", "/: neither end is given"),
    ("2023-06-01T10:00:00Z", "2023-06-01T10:00:00Z: days are the finest unit; keep a time of day in a note"),
    ("[2023-06-01,2023-06-02]", "[2023-06-01,2023-06-02]: a set of dates is not supported"),
    ("Y-17000", "Y-17000: a year of more than four digits is not supported"), ("June 2023", "June 2023: not a date"),
    ("", ": not a date"), ("2023-6", "2023-6: not a date"), ("2XX3", "2XX3: not a date"), ("2XXX", "2XXX: not a date"),
    ("2012-XX-05", "2012-XX-05: not a date"), ("201X-06", "201X-06: not a date"),
    ("2023-06-01~?", "2023-06-01~?: not a date"),
    ("2022/2023/2024", "2022/2023/2024: not a date"),
  ])
  func `that cannot be is refused with the reason`(_ text: String, _ message: String) {
    let error = #expect(throws: EDTFError.self) { try EDTF(text) }
    #expect(error?.message == message)
  }

  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31"), ("2023-06", "2023-06-01", "2023-06-30"),
    ("2023-06-07", "2023-06-07", "2023-06-07"), ("2023-34", "2023-04-01", "2023-06-30"),
  ])
  func `on the command line means a span of days`(_ text: String, _ first: String, _ last: String) throws {
    let span = try DaySpan(text)
    #expect(span.first.description == first)
    #expect(span.last.description == last)
  }

  @Test(arguments: ["2023~", "2022/2023", "yesterday", "2023-02-30"])
  func `on the command line must be certain`(_ text: String) {
    #expect(throws: EDTFError.self) { try DaySpan(text) }
  }
}
