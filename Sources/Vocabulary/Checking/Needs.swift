/// What a draft leaves to be resolved before it can be stored.
///
/// The few things that every importer writes are noted one by one, so that the leaf can be written straight from the
/// draft; anything that needs names leaves the draft to ``Resolver``.
struct Needs {
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

  /// Whether names must be resolved.
  var haveNames = false
  /// What stands for something else, in the order of the draft.
  private(set) var notes: [Note] = []
  /// The object whose member is being checked.
  var owner = 0

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
