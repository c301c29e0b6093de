/// What a person pressed at a terminal.
enum KeyPress: Equatable {
  /// Letters, also several at once when they are pasted.
  case text(String)
  case enter, tab
  case backspace, delete
  case left, right, home, end
  /// Ctrl-P or the arrow up: back to what was asked before.
  case previous
  /// Ctrl-U, Ctrl-W, Ctrl-K: the line before the cursor, the word before it, what is behind it.
  case erase, eraseWord, eraseRest
  /// Ctrl-L.
  case redraw
  /// Ctrl-C.
  case giveUp
  /// Ctrl-D.
  case endOfInput
  /// Ctrl-Z.
  case suspend
  /// A key without a meaning here, or bytes that are no UTF-8.
  case unknown
}
