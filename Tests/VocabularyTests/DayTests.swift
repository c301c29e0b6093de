import Testing
import Vocabulary

@Suite struct `a day` {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2023-06-01", 19509), ("1753-01-01", -79257),
    ("0000-01-01", -719_528), ("9999-12-31", 2_932_896),
  ])
  func `is counted from 1970-01-01`(_ text: String, _ number: Int32) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.description == text)
    #expect(Day(number: number) == day)
  }

  @Test func `and its number name each other over four centuries`() {
    var expected: Int32 = Day(year: 1800, month: 1, day: 1)!.number
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...Day.length(ofMonth: month, year: year) {
          let found = Day(year: year, month: month, day: day)!
          #expect(found.number == expected)
          #expect(found.date == (year, month, day))
          expected += 1
        }
      }
    }
  }

  @Test(arguments: [
    "2023-02-29", "2023-13-01", "2023-00-01", "2023-01-00", "2023-1-1", "23-01-01", "2023/01/01", "2023-01-01 ", "",
    "2023-01-0１", "+2023-01-01",
  ])
  func `that no calendar has, or that is written otherwise, is refused`(_ text: String) {
    #expect(Day(text) == nil)
  }
}
