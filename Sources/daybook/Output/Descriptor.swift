import Glibc

/// One of the two descriptors that a command speaks to.
struct Descriptor: Sendable {
  let number: Int32

  static let output = Self(number: 1)
  static let error = Self(number: 2)

  /// Whether a person watches.
  var isTerminal: Bool { isatty(number) == 1 }

  /// Whether letters may be bold: on a terminal that did not ask for plain text (no-color.org).
  var isStyled: Bool {
    isTerminal && (Environment["NO_COLOR"] ?? "").isEmpty && Environment["TERM"] != "dumb"
  }

  /// The columns of the terminal; `nil` when nobody watches, so that lines are never broken for programs.
  var width: Int? {
    guard isTerminal else { return nil }
    if let columns = Environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard unsafe ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all bytes, or returns the `errno` that stopped it.
  func write(_ bytes: [UInt8]) -> Int32 {
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = unsafe Glibc.write(number, buffer.baseAddress! + done, buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }

  /// Writes a line, whatever becomes of it: for talk, never for results.
  func say(_ text: String) {
    _ = write(Array((text + "\n").utf8))
  }
}
