import Vocabulary

/// What is said about security in an area: of the area, of what it lies in, and, for claims to fill a vacuum, inside it.
struct SecurityEvidence {
  /// One statement.
  struct Statement {
    let account: Account
    /// Said of something the area lies in.
    let isInherited: Bool
    /// The place it is said of.
    let place: String
  }

  /// Withdrawals of providers from the area or from what it lies in.
  private(set) var withdrawals: [(statement: Statement, withdrawal: Withdrawal)] = []
  /// Presence of providers.
  private(set) var presences: [(statement: Statement, provider: Verbatim)] = []
  /// Conditions of vacuum in the area itself.
  private(set) var vacuums: [Statement] = []
  /// Who claims to fill it.
  private(set) var claims: [(statement: Statement, actor: Verbatim)] = []
  private(set) var ignored: [Ignored] = []

  /// Whether nothing is said.
  var isEmpty: Bool { withdrawals.isEmpty && presences.isEmpty && vacuums.isEmpty && claims.isEmpty }

  /// The providers, sorted.
  var providers: [Verbatim] {
    Set(withdrawals.map { Verbatim($0.withdrawal.provider) } + presences.map(\.provider)).sorted()
  }

  init(area: String, day: Day, references: References) {
    read(area, area, isInherited: false, day, references)
    for ancestor in references.ancestorsEver(of: area) {
      read(ancestor, area, isInherited: true, day, references)
    }
    let around = Set(([area] + references.ancestors(of: area, on: day)).map(Verbatim.init))
    // Only what lies inside is looked at: to ask each area about every other took a time that grew with their square.
    for inside in Set(references.descendantsEver(of: area).map(Verbatim.init)).sorted().map(\.text)
    where !around.contains(Verbatim(inside)) {
      guard references.place(inside, liesIn: area, on: day) else { continue }
      for fact in references.facts(Security.name, .id(inside)) {
        claim(Statement(account: Account(fact, references), isInherited: false, place: inside), day)
      }
    }
  }

  /// Reads what is said of the area itself, or of something it lies in or once lay in: a phase of leaving holds for what lay
  /// inside on the day it took effect, anything else for what lies inside on the day asked about.
  private mutating func read(
    _ place: String, _ area: String, isInherited: Bool, _ day: Day, _ references: References
  ) {
    let isAround = references.way(from: area, upTo: place, on: day) != nil
    for fact in references.facts(Security.name, .id(place)) {
      let statement = Statement(account: Account(fact, references), isInherited: isInherited, place: place)
      switch fact.payload {
      case .withdrawal(let withdrawal):
        guard statement.hasBegun(by: day),
          let below = references.way(from: area, upTo: place, on: statement.effect ?? day)
        else { continue }
        let exceptions = Set(withdrawal.exceptions.map(Verbatim.init))
        if (isInherited ? below : [area]).contains(where: { exceptions.contains(Verbatim($0)) }) {
          ignored.append(Ignored(fact.event, "S1-excepted-place"))
        } else {
          withdrawals.append((statement, withdrawal))
        }
      case _ where !isAround: continue
      case .claimCondition where !isInherited && statement.hasBegun(by: day):
        vacuums.append(statement)
      default:
        claim(statement, day)
        for party in statement.account.leaf.parties where party.role == "provider" && statement.hasBegun(by: day) {
          if let actor = party.actor ?? party.name { presences.append((statement, Verbatim(actor))) }
        }
      }
    }
    for ended in references.ended(Security.name, .id(place)) {
      ignored.append(Ignored(ended.was.event, "R1", cause: ended.by))
    }
  }

  private mutating func claim(_ statement: Statement, _ day: Day) {
    guard statement.hasBegun(by: day) else { return }
    switch statement.account.leaf.payload {
    case .claimStatement(let claim): claims.append((statement, Verbatim(claim.speaker)))
    case .claimPresence(let claim) where claim.content == .exploit || claim.content == .govern:
      claims.append((statement, Verbatim(claim.actor)))
    default: break
    }
  }

  /// What `Row.weigh` asks for.
  func known(_ references: References) -> [(event: UInt64, root: Root.Origin, grade: Admiralty)] {
    let statements =
      withdrawals.map(\.statement) + presences.map(\.statement) + vacuums + claims.map(\.statement)
    return statements.map(\.account).known(references)
  }
}

extension SecurityEvidence.Statement {
  /// The day it takes effect: the latest bound, else the first; `nil` when undated.
  var effect: Day? { account.to ?? account.from }

  /// Whether it may be true on the day: it does not begin after it. An undated statement may always be true.
  func hasBegun(by day: Day) -> Bool { (account.from ?? account.to).map { $0 <= day } ?? true }
}
