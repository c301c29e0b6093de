import Vocabulary

/// What is said about each actor in one area, that of control apart from all other, each by age and cleared from its oldest end.
///
/// All of it lies in one piece of memory, for an area of a long war is asked about among a thousand others.
struct EvidenceByActor {
  /// A stretch of `pieces` that was not cleared.
  private struct Run {
    var first: Int
    var end: Int
  }

  /// A piece of evidence by its age, with its place among the evidence.
  private struct Aged {
    let age: Evidence.Age
    let place: Int
  }

  private let evidence: [Evidence]
  /// By actor, what shows control before the rest, by age.
  private var pieces: [Aged]
  /// Two runs for each actor.
  private var runs: [Run] = []

  /// Sorts the evidence; changes but gains say nothing that lasts.
  ///
  /// - Parameter actors: how many there are; evidence names them by number.
  init(_ evidence: [Evidence], actors: Int) {
    self.evidence = evidence
    var counts = [Int](repeating: 0, count: 2 * actors)
    for piece in evidence where EvidenceByActor.lasts(piece) { counts[EvidenceByActor.run(of: piece)] += 1 }
    var end = 0
    runs.reserveCapacity(counts.count)
    for count in counts {
      runs.append(Run(first: end, end: end))
      end += count
    }
    pieces = [Aged](repeating: Aged(age: Evidence.Age(seen: Day(number: 0), event: 0), place: 0), count: end)
    for (place, piece) in evidence.enumerated() where EvidenceByActor.lasts(piece) {
      let run = EvidenceByActor.run(of: piece)
      pieces[runs[run].end] = Aged(age: piece.age, place: place)
      runs[run].end += 1
    }
    for run in runs { sort(run) }
  }

  private static func lasts(_ piece: Evidence) -> Bool { !piece.act.isChange || piece.act == .gain }

  private static func run(of piece: Evidence) -> Int { 2 * Int(piece.actor) + (piece.act.isControl ? 0 : 1) }

  /// By age, in which they mostly are: what is recorded later tells of later days.
  private mutating func sort(_ run: Run) {
    let stretch = run.first..<run.end
    for place in stretch.dropFirst() where pieces[place].age < pieces[place - 1].age {
      pieces.replaceSubrange(stretch, with: pieces[stretch].sorted { $0.age < $1.age })
      return
    }
  }

  /// What was not cleared, in the order of its events, then of the actors.
  var standing: [Evidence] {
    var stands = [Bool](repeating: false, count: evidence.count)
    for run in runs { for place in run.first..<run.end { stands[pieces[place].place] = true } }
    var found: [Evidence] = []
    found.reserveCapacity(runs.reduce(0) { $0 + $1.end - $1.first })
    for (place, piece) in evidence.enumerated() where stands[place] { found.append(piece) }
    func precedes(_ one: Evidence, _ next: Evidence) -> Bool {
      one.event != next.event ? one.event < next.event : one.actor < next.actor
    }
    for place in found.indices.dropFirst() where precedes(found[place], found[place - 1]) {
      found.sort(by: precedes)
      break
    }
    return found
  }

  /// Whether any evidence of control by an actor stands that is older than a day.
  func hasControl(_ actor: Int32, before day: Day) -> Bool { reaches(runs[2 * Int(actor)], before: day) }

  /// The same, of any evidence about the actor.
  func hasAny(_ actor: Int32, before day: Day) -> Bool {
    hasControl(actor, before: day) || reaches(runs[2 * Int(actor) + 1], before: day)
  }

  private func reaches(_ run: Run, before day: Day) -> Bool { run.first < run.end && pieces[run.first].age.seen < day }

  /// Where the evidence of control by an actor lies that stands and is older than a day.
  func control(_ actor: Int32, before day: Day) -> Range<Int> {
    let run = runs[2 * Int(actor)]
    var end = run.first
    while end < run.end, pieces[end].age.seen < day { end += 1 }
    return run.first..<end
  }

  /// The evidence that lies there, cleared or not.
  func pieces(_ range: Range<Int>) -> [Evidence] { pieces[range].map { evidence[$0.place] } }

  /// Clears what is older than a day; whether there was anything.
  mutating func clear(_ actor: Int32, before day: Day, withControl: Bool) -> Bool {
    var hasCleared = clear(run: 2 * Int(actor) + 1, before: day)
    if withControl, clear(run: 2 * Int(actor), before: day) { hasCleared = true }
    return hasCleared
  }

  private mutating func clear(run: Int, before day: Day) -> Bool {
    let before = runs[run].first
    while runs[run].first < runs[run].end, pieces[runs[run].first].age.seen < day { runs[run].first += 1 }
    return runs[run].first > before
  }
}
