import Testing
import Vocabulary

@testable import Views

/// Accounts that may tell of one incident: who is compared with whom, and with how many points.
@Suite
struct PairTests {
  private typealias Told = PairLog.Told

  /// The marks of two accounts alone in a ledger; `nil` when they are no pair.
  private func marks(_ one: Told, _ other: Told) -> [PairRule: Int]? {
    var log = PairLog()
    log.attack(one)
    log.attack(other)
    return log.marks()
  }

  @Test
  func `two accounts of one town, day and actor are a pair until a person decides, and again when that is taken back`()
  {
    var log = PairLog()
    let (one, other) = (log.attack(), log.attack())
    #expect(log.marks() == [.samePlace: 3, .sameDay: 3, .sameActor: 2, .sameMode: 1])
    #expect(log.search().pairs[0].score == 9)
    for relation in ["same", "not-same", "part-of", "precedes", "causes"] {
      let link = log.link(relation, other, one)
      #expect(log.pairs().isEmpty, "\(relation)")
      #expect(log.pairs(known: link) == [[one, other]], "before \(relation) was recorded")
      log.retract(link)
      #expect(log.pairs() == [[one, other]], "\(relation) taken back")
    }
    log.link("contradicts", one, other)
    #expect(log.pairs() == [[one, other]], "to contradict is not to be another incident")
  }

  @Test
  func `a town and what it lies in may be one place, two towns may not`() {
    let town = Told()
    #expect(marks(town, Told(place: "north-cercle"))?[.placeWithin] == 1)
    #expect(marks(town, Told(place: "north"))?[.placeWithin] == 0)
    #expect(marks(Told(place: "north-cercle"), Told(place: "north-cercle"))?[.samePlace] == 2)
    #expect(marks(Told(place: "north"), Told(place: "north"))?[.samePlace] == 1)
    #expect(marks(town, Told(place: "north-b")) == nil)
    #expect(marks(town, Told(place: "south")) == nil)
    #expect(marks(town, Told(place: "country")) == nil, "a country says too little")
  }

  @Test
  func `a place is only as precise as it is told`() {
    #expect(marks(Told(precision: 2), Told(place: "north-b", precision: 1)) == nil)
    #expect(marks(Told(precision: 3), Told(place: "north-b", precision: 1))?[.placeWithin] == 1)
    #expect(marks(Told(precision: 3), Told(place: "north-b", precision: 3))?[.samePlace] == 2)
    #expect(marks(Told(precision: 4), Told(place: "north-b", precision: 1))?[.placeWithin] == 0)
    #expect(marks(Told(precision: 6), Told()) == nil)
    var log = PairLog()
    log.attack(Told(precision: 6))
    log.attack(Told(when: nil))
    log.attack(Told(when: "2021/2023"))
    let survey = log.search().survey
    #expect([survey.accounts, survey.vague, survey.undated] == [3, 1, 2], "what cannot be compared is counted")
  }

  @Test
  func `periods must overlap, or be a day apart, which gives no points`() {
    #expect(marks(Told(), Told(when: "2023-01"))?[.periodsOverlap] == 1)
    #expect(marks(Told(), Told(when: "2023-01-03/2023-01-08"))?[.periodsOverlap] == 2)
    #expect(marks(Told(), Told(when: "2023"))?[.periodsOverlap] == 0)
    #expect(marks(Told(), Told(when: "2023-01-06"))?[.dayApart] == 0)
    #expect(marks(Told(), Told(when: "2023-01-04"))?[.dayApart] == 0)
    #expect(marks(Told(), Told(when: "2023-01-07")) == nil)
    #expect(marks(Told(), Told(when: "2022-12")) == nil)
  }

  @Test
  func `actors must be able to be of one class`() {
    #expect(marks(Told(), Told(actor: "wing"))?[.actorWithin] == 1)
    #expect(marks(Told(), Told(actor: "others"))?[.otherActor] == -1)
    #expect(marks(Told(), Told(actor: "army")) == nil)
    let unknown = marks(Told(), Told(actor: nil))
    #expect(unknown != nil && unknown?[.sameActor] == nil && unknown?[.otherActor] == nil)
  }

  @Test
  func `modes and figures speak for and against`() {
    #expect(marks(Told(), Told(mode: "ied"))?[.otherMode] == -1)
    #expect(marks(Told(), Told(mode: "other"))?.keys.contains(.otherMode) == false)
    #expect(marks(Told(killed: (nil, 46, nil)), Told(killed: (40, 46, 50)))?[.sameFigure] == 2)
    #expect(marks(Told(killed: (46, nil, nil)), Told(killed: (31, nil, nil)))?[.figuresAgree] == 1)
    #expect(marks(Told(killed: (46, nil, nil)), Told(killed: (nil, 17, nil)))?[.figuresApart] == -1)
    #expect(marks(Told(killed: (nil, 3, nil)), Told(killed: nil))?[.figuresApart] == nil)
  }

  @Test
  func `one origin that tells of both speaks against`() {
    var log = PairLog()
    let report = log.report()
    log.attack(in: report)
    log.attack(in: report)
    #expect(log.marks()?[.oneOrigin] == -2)
    var relayed = PairLog()
    let first = relayed.report()
    relayed.attack(in: first)
    relayed.attack(in: relayed.relay(of: first))
    #expect(relayed.marks()?[.oneOrigin] == -2, "a relay has the root of what it relays")
  }

  @Test
  func `patterns, aggregates and concerns are no incidents`() {
    #expect(marks(Told(), Told(form: "aggregate")) == nil)
    #expect(marks(Told(form: "pattern"), Told(form: "pattern")) == nil)
    var log = PairLog()
    log.abuse("north-a")
    log.abuse("north-a", status: "concern")
    #expect(log.pairs("abuses").isEmpty)
    log.abuse("north-a")
    #expect(log.pairs("abuses").count == 1)
  }

  @Test
  func `the place of conflict-related sexual violence is never compared or shown below the region`() {
    var log = PairLog()
    log.abuse("north-a", crsv: true)
    log.abuse("north-b", crsv: true)
    let pairs = log.search("abuses").pairs
    #expect(pairs.map { [$0.earlier.place, $0.later.place] } == [["north", "north"]])
    #expect(pairs.first?.marks.first == PairMark(.samePlace, 1))
    #expect(!"\(pairs)".contains("north-"))
  }

  @Test
  func `what lies ahead of the day asked about is left out, and the most points come first`() {
    var log = PairLog()
    let first = log.attack(Told(killed: (nil, 5, nil)))
    let second = log.attack(Told(actor: nil))
    let third = log.attack(Told(killed: (nil, 5, nil)))
    #expect(log.pairs() == [[first, third], [first, second], [second, third]])
    let one = log.search(limit: 1)
    #expect(one.pairs.count == 1 && one.survey.found == 3)
    #expect(log.search(least: 10).pairs.count == 1)
    #expect(log.search(until: "2023-01-04").pairs.isEmpty)
  }

  @Test
  func `of two incidents one pair is listed, and a decision holds for all their accounts`() {
    var log = PairLog()
    let (one, two, three) = (log.attack(), log.attack(), log.attack(Told(killed: (nil, 1, nil))))
    log.link("same", one, two)
    #expect(log.pairs() == [[one, three]])
    #expect(log.search().survey.found == 1)
    log.link("not-same", two, three)
    #expect(log.pairs().isEmpty, "one is two, and two is not three")
  }
}
