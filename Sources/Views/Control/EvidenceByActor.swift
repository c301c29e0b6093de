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

  private let evidence: [Evidence]
  /// Places in the evidence: by actor, what shows control before the rest, by age.
  private var pieces: [Int32]
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
    pieces = [Int32](repeating: 0, count: end)
    for (place, piece) in evidence.enumerated() where EvidenceByActor.lasts(piece) {
      let run = EvidenceByActor.run(of: piece)
      pieces[runs[run].end] = Int32(place)
      runs[run].end += 1
    }
    for run in runs { sort(run) }
  }

  private static func lasts(_ piece: Evidence) -> Bool { !piece.act.isChange || piece.act == .gain }

  private static func run(of piece: Evidence) -> Int { 2 * Int(piece.actor) + (piece.act.isControl ? 0 : 1) }

  /// By age, in which they mostly are: what is recorded later tells of later days.
  private mutating func sort(_ run: Run) {
    let stretch = run.first..<run.end
    for place in stretch.dropFirst() where isOlder(pieces[place], pieces[place - 1]) {
      pieces.replaceSubrange(stretch, with: pieces[stretch].sorted(by: isOlder))
      return
    }
  }

  private func isOlder(_ one: Int32, _ next: Int32) -> Bool {
    Evidence.isOlder(evidence[Int(one)], evidence[Int(next)])
  }

  /// What was not cleared, in the order of its events, then of the actors.
  var standing: [Evidence] {
    var stands = [Bool](repeating: false, count: evidence.count)
    for run in runs { for place in run.first..<run.end { stands[Int(pieces[place])] = true } }
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
  func hasControl(_ actor: Int32, before day: Day) -> Bool {
    let run = runs[2 * Int(actor)]
    return run.first < run.end && evidence[Int(pieces[run.first])].seen < day
  }

  /// The evidence of control by an actor that stands and is older than a day.
  func control(_ actor: Int32, before day: Day) -> [Evidence] {
    let run = runs[2 * Int(actor)]
    return pieces[run.first..<run.end].map { evidence[Int($0)] }.filter { $0.seen < day }
  }

  /// Clears what is older than a day; whether there was anything.
  mutating func clear(_ actor: Int32, before day: Day, withControl: Bool) -> Bool {
    var hasCleared = clear(run: 2 * Int(actor) + 1, before: day)
    if withControl, clear(run: 2 * Int(actor), before: day) { hasCleared = true }
    return hasCleared
  }

  private mutating func clear(run: Int, before day: Day) -> Bool {
    let before = runs[run].first
    while runs[run].first < runs[run].end, evidence[Int(pieces[runs[run].first])].seen < day { runs[run].first += 1 }
    return runs[run].first > before
  }
}
