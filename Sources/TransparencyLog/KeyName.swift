/// The rule for the names of keys (C2SP signed-note "Format").
enum KeyName {
  /// Not empty, no Unicode space, no plus sign, no control character.
  static func isValid(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20
      }
  }
}
