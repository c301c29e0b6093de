internal import TransparencyLog

extension CheckpointError {
  /// Why a checkpoint was refused, as a person should read it.
  var sentence: String {
    switch self {
    case .note(let error): error.sentence
    case .malformed: "it has not the three lines origin, size and root"
    case .badSize(let text): "its size '\(text)' is no number"
    case .badRoot(let text): "its root '\(text)' is no SHA-256 in Base64"
    case .wrongOrigin(let expected, let found): "it is of the log \(found), and this is \(expected)"
    case .notSignedByLog: "no key of this log has signed it"
    }
  }
}

extension NoteError {
  /// Why a note was refused, as a person should read it.
  var sentence: String {
    switch self {
    case .tooLarge(let count): "its \(count) bytes are more than a note may have"
    case .notUTF8: "it is not UTF-8"
    case .controlCharacter(let offset): "it holds a control character at byte \(offset)"
    case .malformed: "it is no note: a text, a blank line, signatures"
    case .malformedSignature(let line): "its signature line \(line) cannot be read"
    case .tooManySignatures(let count): "its \(count) signatures are more than a note may have"
    case .ambiguousKey(let name, _): "two keys of \(name) have the same id"
    case .badSignature(let name, _): "the signature of \(name) does not hold"
    case .noKnownSignature: "no key that is known here has signed it"
    }
  }
}
