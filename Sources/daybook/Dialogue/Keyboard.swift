import Glibc

/// A terminal that gives every key as it is pressed, for as long as ``listen(_:)`` runs.
///
/// However that ends, the terminal is put back as it was: signals that would end the program are held back until then,
/// and Ctrl-C is a key like others.
final class Keyboard {
  private var before = termios()
  private var raw = termios()
  private var mask = sigset_t()

  /// Signals that end a program, and would leave the terminal as it is.
  private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  /// How long a signal may have to wait, in milliseconds.
  private static let beat: Int32 = 200

  /// Whether a person can be asked: standard input and standard error are a terminal, and one that can move its cursor.
  static var isThere: Bool {
    isatty(0) == 1 && isatty(2) == 1 && !["", "dumb"].contains(Environment["TERM"] ?? "")
  }

  /// Calls with a keyboard to read from.
  static func listen<Result>(_ body: (Keyboard) throws -> Result) throws -> Result {
    let keyboard = try Keyboard()
    defer { keyboard.leave() }
    return try body(keyboard)
  }

  private init() throws(Left) {
    guard unsafe tcgetattr(0, &before) == 0 else { throw .gone }
    raw = before
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON)
    enter()
  }

  private func enter() {
    var held = sigset_t()
    unsafe sigemptyset(&held)
    for signal in Self.ending { unsafe sigaddset(&held, signal) }
    unsafe pthread_sigmask(SIG_BLOCK, &held, &mask)
    unsafe tcsetattr(0, TCSADRAIN, &raw)
    // Pasted text comes between marks, so that a line break in it answers nothing.
    write("\u{1B}[?2004h")
  }

  /// Puts the terminal back; a signal that was held back ends the program now.
  private func leave() {
    write("\u{1B}[?2004l")
    unsafe tcsetattr(0, TCSADRAIN, &before)
    unsafe pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  /// Stops the program as Ctrl-Z does, with the terminal as it was.
  func suspend() {
    leave()
    raise(SIGTSTP)
    enter()
  }

  /// The next byte; `nil` when none came in time.
  func byte(within milliseconds: Int32? = nil) throws(Left) -> UInt8? {
    var left = milliseconds ?? .max
    while !isEnding {
      let wait = min(left, Self.beat)
      var one = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&one, 1, wait)
      if ready > 0 {
        var byte: UInt8 = 0
        let count = unsafe read(0, &byte, 1)
        if count == 1 { return byte }
        guard count < 0, errno == EINTR || errno == EAGAIN else { throw .gone }
      } else if ready == 0, milliseconds != nil {
        left -= wait
        if left <= 0 { return nil }
      } else if ready < 0, errno != EINTR {
        throw .gone
      }
    }
    throw .signalled
  }

  private var isEnding: Bool {
    var pending = sigset_t()
    guard unsafe sigpending(&pending) == 0 else { return false }
    return Self.ending.contains { unsafe sigismember(&pending, $0) == 1 }
  }

  func write(_ text: String) { _ = Descriptor.error.write(Array(text.utf8)) }
}
