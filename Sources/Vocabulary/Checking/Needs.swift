/// What a draft leaves to be resolved before it can be stored.
///
/// The few things that every importer writes are noted one by one, so that the leaf can be written straight from the
/// draft; anything that needs names leaves the draft to ``Resolver``.
struct Needs: ~Copyable {
  /// A text that stands for something else.
  enum Text {
    /// An event in place of its position and leaf hash.
    case event
    /// The same as a member of a reference, whose position and leaf hash are members beside it.
    case target
    /// A date in place of a period.
    case period
    /// The event's own id as `@name`.
    case ownID
  }

  /// A text that was noted: where it stands, and where the object it is a member of.
  struct Note {
    var text: Text
    var position: Int
    var owner: Int
  }

  /// A field that sealing must know of.
  enum Mark: UInt8 {
    case none
    /// The event's own id, and the version of the format.
    case ownID, version
    /// Values to be hidden, or names of values that are hidden.
    case hidden
    /// The position of an earlier event, written out in the draft.
    case position
  }

  /// Whether names must be resolved.
  var haveNames = false
  /// Whether values are to be hidden, or hidden ones are named.
  private(set) var haveHidden = false
  /// Whether earlier events are written out by position and leaf hash.
  private(set) var havePositions = false
  /// Where the event's own id stands, and the version of the format.
  private(set) var ownID: Int?
  private(set) var version: Int?
  /// The kind of the event, when it is known.
  var kind: Kind?
  /// What stands for something else, in the order of the draft.
  var notes: [Note] = []
  /// The object whose member is being checked.
  var owner = 0

  /// Notes a field that sealing must know of.
  mutating func note(_ mark: Mark, _ place: Int) {
    switch mark {
    case .none: break
    case .ownID: ownID = place
    case .version: version = place
    case .hidden: haveHidden = true
    case .position: havePositions = true
    }
  }

  /// Notes a text that its rule lets stand for something else.
  mutating func note(_ place: Int, _ rule: Program.Rule) {
    let text: Text
    switch (rule.operation, rule.form) {
    case (.textOrObject, .eventName): text = .event
    case (.form, .eventName): text = .target
    case (.textOrObject, .edtf): text = .period
    case (.form, .draftID): text = .ownID
    default:
      haveNames = true
      return
    }
    notes.append(Note(text: text, position: place, owner: owner))
  }
}
