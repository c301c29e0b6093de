import Testing
import Vocabulary

@testable import Views

/// Decisions that cannot all hold: nothing is merged against a decision, whatever the order.
@Suite
struct ClashTests {
  /// The decisions about three accounts A, B, C in an order: A same B, B same C, A not-same C.
  private static let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]

  @Test(arguments: orders)
  func `A same B, B same C, A not-same C: never one incident, and the last of the two is set aside`(order: [Int]) {
    var log = PairLog()
    let accounts = (0..<3).map { _ in log.attack() }
    let decisions: [(String, Int, Int)] = [("same", 0, 1), ("same", 1, 2), ("not-same", 0, 2)]
    var links: [Int: UInt64] = [:]
    for number in order {
      let (relation, one, other) = decisions[number]
      links[number] = log.link(relation, accounts[one], accounts[other])
    }
    let facts = log.references()
    let groups = Set(accounts.map { facts.accounts(with: $0) })
    let kept = order.first { $0 < 2 } ?? 0
    let aside = order.last { $0 < 2 } ?? 1
    #expect(
      groups
        == (kept == 0 ? [[accounts[0], accounts[1]], [accounts[2]]] : [[accounts[0]], [accounts[1], accounts[2]]]))
    let clashes = Clash.all(facts)
    #expect(clashes.map(\.same.by) == [links[aside]])
    #expect(clashes.map(\.notSame.by) == [links[2]])
    let answer = Attacks.answer(at: log.day, facts: facts, profile: .default1)
    #expect(answer.rows.count == 2)
    for row in answer.rows {
      #expect(row.ignored == [Ignored(links[aside] ?? 0, "M1-said-not-to-be-the-same", cause: links[2])])
    }
    #expect(log.pairs().isEmpty, "a clash is listed by itself, not as a pair")
    log.retract(links[2] ?? 0)
    #expect(Clash.all(log.references()).isEmpty)
    #expect(log.references().accounts(with: accounts[0]) == accounts)
  }

  @Test
  func `decisions that agree are no clash`() {
    var log = PairLog()
    let accounts = (0..<4).map { _ in log.attack() }
    log.link("same", accounts[0], accounts[1])
    log.link("same", accounts[2], accounts[3])
    log.link("not-same", accounts[1], accounts[2])
    #expect(Clash.all(log.references()).isEmpty)
  }
}
