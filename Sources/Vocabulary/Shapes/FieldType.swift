/// What may stand in a field.
public indirect enum FieldType: Sendable {
  /// Text of at least one character.
  case text
  /// Text that may be empty: a verbatim cell.
  case verbatim
  /// Text of a fixed form, for example a language tag.
  case form(TextForm)
  /// A word of a code list; of an open list any word is kept.
  case code(CodeListName)
  /// A whole number whose meanings a code list explains: 1 to 6 or 1 to 7.
  case codeNumber(CodeListName)
  /// A whole number within limits.
  case integer(ClosedRange<Int64>)
  /// `true` or `false`.
  case boolean
  /// The id of a known actor, place or source; in a draft its name or an alias will do.
  case name(Namespace)
  /// The id of a known actor, or a word of a code list; in a draft the actor's name or an alias will do.
  case nameOrCode(Namespace, CodeListName)
  /// An object.
  case object(Shape)
  /// A list of at least so many items.
  case list(FieldType, least: Int)
  /// An object that a draft may write as one text: a period as EDTF, a place by its name.
  case shorthand(Shape, Shorthand)
  /// An earlier event: position and leaf hash; a draft may write `@name`, `#12`, an event id or a leaf hash.
  case event
  /// The id of the event itself; a draft may write `@name`.
  case ownID
  /// One word and no other: the kind.
  case constant(String)
  /// Any JSON value.
  case any
  /// Any JSON object.
  case open

  /// Objects that a draft may write as one text.
  public enum Shorthand: Sendable {
    case period, place
  }
}

extension FieldType {
  /// Whether names are resolved to ids somewhere in the value.
  var holdsNames: Bool {
    switch self {
    case .name, .nameOrCode: true
    case .list(let item, _): item.holdsNames
    case .object(let shape): shape.fields.contains { $0.type.holdsNames }
    default: false
    }
  }
}
