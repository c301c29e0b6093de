import Foundation
import Ledger
import Testing

@testable import daybook

/// A passphrase is typed at a terminal, unseen.
@Suite struct TerminalTests {
  @Test(arguments: [
    ("secret\n", "secret"), ("wrong\u{15}right\n", "right"), ("cafx\u{7f}é\n", "café"), ("né\u{7f}o\n", "no"),
  ])
  func `what is typed is read and not shown`(typed: String, read: String) throws {
    let terminal = try PseudoTerminal()
    terminal.type(typed)
    let got = try Terminal.secret("Passphrase: ", at: terminal.slave)
    #expect(String(decoding: got, as: UTF8.self) == read)
    let shown = terminal.shown()
    #expect(shown.hasPrefix("Passphrase: "))
    #expect(!shown.contains("e\n") && !shown.contains(read))
    #expect(terminal.echoes, "afterwards the terminal shows again what is typed")
  }

  @Test(arguments: [("\n", "nothing was typed"), ("half\u{3}", "it was broken off")])
  func `nothing and a break are no passphrase`(typed: String, reason: String) throws {
    let terminal = try PseudoTerminal()
    terminal.type(typed)
    #expect(throws: LedgerError.key(.noPassphrase(reason: reason))) {
      try Terminal.secret("Passphrase: ", at: terminal.slave)
    }
    #expect(terminal.echoes)
  }
}

/// Both ends of a terminal.
private final class PseudoTerminal {
  let slave: Int32
  private let master: Int32

  init() throws {
    master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var (unlocked, number) = (Int32(0), UInt32(0))
    // TIOCSPTLCK and TIOCGPTN of Linux: unlock the other end, and learn its number.
    try #require(unsafe ioctl(master, 0x4004_5431, &unlocked) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
    slave = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(master)
    close(slave)
  }

  var echoes: Bool {
    var settings = termios()
    return unsafe tcgetattr(slave, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Types from another thread, once the echo is off, as a person does after the prompt.
  func type(_ text: String) {
    let (master, slave) = (master, slave)
    Thread.detachNewThread {
      var settings = termios()
      repeat {
        usleep(500)
        unsafe tcgetattr(slave, &settings)
      } while settings.c_lflag & tcflag_t(ECHO) != 0
      for byte in text.utf8 { _ = unsafe withUnsafeBytes(of: byte) { unsafe write(master, $0.baseAddress, 1) } }
    }
  }

  func shown() -> String {
    var bytes = [UInt8](repeating: 0, count: 1000)
    let count = unsafe read(master, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
