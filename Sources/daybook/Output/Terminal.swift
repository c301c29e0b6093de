import Glibc
import Ledger

/// The terminal of the person who runs the program, whatever standard input and output are.
enum Terminal {
  /// What is typed up to a newline, without showing it.
  ///
  /// - Throws: `key(.noPassphrase)` when there is no terminal, nothing was typed, or ^C was.
  static func secret(_ prompt: String) throws(LedgerError) -> [UInt8] {
    let descriptor = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .key(.noPassphrase(reason: "there is no terminal to ask at")) }
    defer { close(descriptor) }
    return try secret(prompt, at: descriptor)
  }

  /// The same at a terminal that is open already.
  static func secret(_ prompt: String, at descriptor: Int32) throws(LedgerError) -> [UInt8] {
    var before = termios()
    guard unsafe tcgetattr(descriptor, &before) == 0 else {
      throw .key(.noPassphrase(reason: "there is no terminal to ask at"))
    }
    // Signals are off as well: a ^C that ended the program here would leave the terminal without echo.
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    unsafe tcsetattr(descriptor, TCSAFLUSH, &silent)
    defer {
      unsafe tcsetattr(descriptor, TCSAFLUSH, &before)
      _ = Descriptor(number: descriptor).write([0x0a])
    }
    _ = Descriptor(number: descriptor).write(Array(prompt.utf8))
    var typed: [UInt8] = []
    while let key = next(descriptor) {
      switch key {
      case 0x0a, 0x0d, 0x04:
        guard !typed.isEmpty else { throw .key(.noPassphrase(reason: "nothing was typed")) }
        return typed
      case 0x03: throw .key(.noPassphrase(reason: "it was broken off"))
      case 0x08, 0x7f: dropCharacter(&typed)
      case 0x15: typed = []
      default: typed.append(key)
      }
    }
    throw .key(.noPassphrase(reason: "the terminal went away"))
  }

  private static func next(_ descriptor: Int32) -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(descriptor, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || errno != EINTR { return nil }
    }
  }

  /// Takes back the last character, which in UTF-8 may have several bytes.
  private static func dropCharacter(_ bytes: inout [UInt8]) {
    while let last = bytes.popLast(), last & 0xc0 == 0x80 {}
  }
}
