import Leaf
import Vocabulary

/// A ``ControlFact`` being written: what it says lies in the leaf, and is copied from there.
struct ControlBody {
  let act: ControlFact.Act
  /// Of whom.
  var actors = Places()
  /// From whom an area is gained.
  var from: Int?
  /// How much of the area is held.
  var extent: Int?
  /// Part of the area is held, which the leaf does not say in so many words.
  var isPart = false
  /// The places a withdrawal leaves out.
  var exceptions = Places()
  /// Sexual violence, whose place is not shown below the region.
  var isGuarded = false

  init(_ act: ControlFact.Act) { self.act = act }

  /// Adds an actor that is not yet among them.
  @inline(__always)
  mutating func add(_ actor: Int, of event: Event) {
    for index in 0..<actors.count where event.document.areEqual(actors[index], actor) { return }
    actors.append(actor)
  }

  /// Writes the body.
  @inline(__always)
  func write(_ document: Document, _ bounds: Period.Bounds?, to pen: inout Pen) {
    var body = BodyWriter()
    body.list("actors", actors, of: document, to: &pen)
    body.word("as", act.word, to: &pen)
    body.flag("ends", bounds?.ends ?? false, to: &pen)
    if !exceptions.isEmpty { body.list("except", exceptions, of: document, to: &pen) }
    body.text("extent", at: extent, of: document, to: &pen)
    if isPart { body.word("extent", "part", to: &pen) }
    body.text("from", at: from, of: document, to: &pen)
    body.flag("guarded", isGuarded, to: &pen)
    body.flag("imprecise", bounds?.precision == .imprecise, to: &pen)
    body.end(&pen)
  }
}

extension ControlFact.Act {
  /// The word as it is written, which a test compares with the raw value.
  var word: StaticString {
    switch self {
    case .hold: "hold"
    case .gain: "gain"
    case .lose: "lose"
    case .deny: "deny"
    case .contest: "contest"
    case .presence: "presence"
    case .departure: "departure"
    case .battle: "battle"
    case .remote: "remote"
    case .withdrawal: "withdrawal"
    }
  }
}
