extension LeafError {
  /// The rules of the profile that bytes can break.
  public enum Reason: String, CaseIterable, Sendable {
    /// More bytes than a leaf, or a draft, may have.
    case leafTooLong, draftTooLong
    /// Nothing, or only white space.
    case empty
    /// A byte order mark before the document.
    case byteOrderMark
    /// The bytes end inside the document.
    case unfinished
    /// Something follows the document.
    case trailingText
    /// A comma before a closing bracket.
    case trailingComma
    /// What stands where a value, a key, a colon, a comma or the end of an object or list must stand.
    case noValue, noKey, noColon, noCommaInObject, noCommaInList
    /// Nested too deep.
    case depth
    /// A key that is not of the form of keys.
    case key
    /// A key that its object has already, however it is escaped.
    case duplicateKey
    /// A number that is not a whole one, or not written as RFC 8785 writes it.
    case fraction, exponent, leadingZero, minusZero, noDigit
    /// A number that not every reader of JSON can tell from its neighbours.
    case numberTooLarge
    /// A control character that is not escaped.
    case controlCharacter
    /// An escape that JSON does not have.
    case escape
    /// Half of a surrogate pair.
    case loneSurrogate
    /// Bytes that are not UTF-8.
    case notUTF8
    /// White space in a leaf.
    case whiteSpace
    /// Keys of a leaf that are not in the order of their bytes.
    case keyOrder
    /// An escape in a leaf that RFC 8785 would not write.
    case needlessEscape
  }
}

extension LeafError.Reason {
  /// What is wrong, in words.
  var words: String {
    switch self {
    case .leafTooLong: "the leaf is too long"
    case .draftTooLong: "the draft is too long"
    case .empty: "there is no document"
    case .byteOrderMark: "a byte order mark stands before the document"
    case .unfinished: "the document ends too early"
    case .trailingText: "something follows the document"
    case .trailingComma: "a comma with nothing after it"
    case .noValue: "no value begins like this"
    case .noKey: "a key is missing"
    case .noColon: "no colon follows the key"
    case .noCommaInObject, .noCommaInList: "neither a comma nor the end follows the value"
    case .depth: "nested too deep"
    case .key: "not of the form of a key"
    case .duplicateKey: "the object has this key already"
    case .fraction: "a number with a fraction"
    case .exponent: "a number with an exponent"
    case .leadingZero: "a number with a leading zero"
    case .minusZero: "zero with a minus sign"
    case .noDigit: "a minus sign without a number"
    case .numberTooLarge: "a number too large to be exact in every program"
    case .controlCharacter: "a control character in a text"
    case .escape: "JSON has no such escape"
    case .loneSurrogate: "half of a surrogate pair, which is no character"
    case .notUTF8: "bytes that are not UTF-8"
    case .whiteSpace: "white space between the values of a leaf"
    case .keyOrder: "a key that should stand before the one ahead of it"
    case .needlessEscape: "an escape that a leaf does not use"
    }
  }

  /// What is allowed and what to do.
  var allowed: String {
    switch self {
    case .leafTooLong: "at most \(Limits.leafBytes) bytes; keep long texts as evidence and name their digest"
    case .draftTooLong: "at most \(Limits.draftBytes) bytes; keep long texts as evidence and name their digest"
    case .empty: "one JSON document"
    case .byteOrderMark: "UTF-8 without a mark; save the file as UTF-8 without BOM"
    case .unfinished: "a whole document; check that nothing was cut off and every bracket and quotation mark is closed"
    case .trailingText: "one document and nothing after it; check the brackets, or put each document on its own line"
    case .trailingComma: "commas between values only; remove this one"
    case .noValue: "an object, a list, a text in double quotes, a whole number, true, false or null"
    case .noKey: "a key in double quotes"
    case .noColon: "a colon between key and value"
    case .noCommaInObject: "a comma before the next key, or } at the end"
    case .noCommaInList: "a comma before the next item, or ] at the end"
    case .depth: "at most \(Limits.depth) objects and lists within each other"
    case .key: "1 to \(Limits.keyBytes) small letters, digits and _, beginning with a letter or _"
    case .duplicateKey: "each key once; remove one of the two"
    case .fraction, .exponent: "whole numbers in plain digits; write any other number as a text, as \"1.5\""
    case .leadingZero: "plain digits; remove the zeros, or write a code as a text, as \"007\""
    case .minusZero: "0"
    case .noDigit: "digits after the minus sign"
    case .numberTooLarge: "whole numbers from -\(Limits.integer) to \(Limits.integer); write a larger one as a text"
    case .controlCharacter: "control characters as escapes, as \\n or \\u0001"
    case .escape: "\\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits"
    case .loneSurrogate: "both halves of the pair, or the character itself"
    case .notUTF8: "text in UTF-8; convert the file from its old encoding"
    case .whiteSpace: "no white space; a leaf is one line as RFC 8785 writes it"
    case .keyOrder: "keys in the order of their bytes, as RFC 8785 writes them"
    case .needlessEscape:
      "the character itself; escaped are only \\\" \\\\ and control characters, as \\b \\t \\n \\f \\r or \\u001f"
    }
  }
}
