import Foundation
import Glibc
import Testing

/// `daybook` at a terminal of its own: what is typed, and what a person sees.
final class PseudoTerminal {
  private let primary: Int32
  private let child: pid_t
  /// Everything that was shown so far.
  private(set) var shown = ""
  private var bytes: [UInt8] = []
  private var isOver = false
  /// How far `shown` was waited for.
  private var seen: String.Index

  /// Starts a command in a shell, with standard input, output and error at the terminal.
  init(_ command: String, in folder: URL, variables: [String: String] = [:]) throws {
    var (end, secondary): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    guard unsafe openpty(&end, &secondary, nil, nil, &size) == 0 else { throw CancellationError() }
    primary = end
    seen = shown.startIndex
    _ = fcntl(primary, F_SETFD, FD_CLOEXEC)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for number in 0...2 as ClosedRange<Int32> {
      unsafe posix_spawn_file_actions_adddup2(&actions, secondary, number)
    }
    unsafe posix_spawn_file_actions_addclose(&actions, secondary)
    // Threads of a test runner hold signals back, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var settings = [
      "PATH": Shell.binaries.path + ":/usr/bin:/bin", "HOME": folder.path, "TERM": "xterm", "LC_ALL": "C.UTF-8",
      "TZ": "UTC", "TMPDIR": folder.path,
    ]
    settings.merge(variables) { $1 }
    var environment = unsafe settings.map { unsafe strdup("\($0)=\($1)") } + [nil]
    let words: [String] = ["sh", "-c", "cd '\(folder.path)' && exec \(command)"]
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe environment.indices { unsafe free(environment[index]) }
      for index in unsafe arguments.indices { unsafe free(arguments[index]) }
    }
    var started = pid_t()
    let result = unsafe posix_spawn(&started, "/bin/sh", &actions, &attributes, &arguments, &environment)
    close(secondary)
    guard result == 0 else { throw CancellationError() }
    child = started
  }

  deinit {
    if !isOver {
      kill(child, SIGKILL)
      var status: Int32 = 0
      unsafe waitpid(child, &status, 0)
    }
    close(primary)
  }

  /// Waits until a text was shown that was not waited for before, then types.
  func expect(
    _ text: String, thenType keys: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let isThere = wait { shown[seen...].range(of: text) != nil }
    guard isThere, let range = shown[seen...].range(of: text) else {
      Issue.record("'\(text)' was not shown after: \(shown)", sourceLocation: sourceLocation)
      throw CancellationError()
    }
    seen = range.upperBound
    if let keys { type(keys) }
  }

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(primary, $0.baseAddress!, $0.count) }
  }

  func signal(_ number: Int32) { kill(child, number) }

  /// Whether lines are echoed and edited by the terminal itself, as a shell needs it.
  var isAsItWas: Bool {
    var now = termios()
    unsafe tcgetattr(primary, &now)
    let flags = tcflag_t(ICANON | ECHO | ISIG)
    return now.c_lflag & flags == flags
  }

  /// Waits for the end; the exit status, or minus the signal.
  func end() -> Int32 {
    var status: Int32 = 0
    _ = wait {
      if !isOver { isOver = unsafe waitpid(child, &status, WNOHANG) == child }
      return isOver
    }
    #expect(isOver, "still runs after: \(shown)")
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }

  /// Reads until something holds; gives up when it does not within half a minute.
  private func wait(_ holds: () -> Bool) -> Bool {
    for _ in 0..<3_000 {
      read()
      if holds() { return true }
      usleep(10_000)
    }
    return false
  }

  private func read() {
    var one = pollfd(fd: primary, events: Int16(POLLIN), revents: 0)
    var chunk = [UInt8](repeating: 0, count: 4096)
    while unsafe poll(&one, 1, 0) > 0 {
      let count = unsafe Glibc.read(primary, &chunk, chunk.count)
      guard count > 0 else { return }
      bytes += chunk[..<count]
      let offset = shown.utf8.distance(from: shown.startIndex, to: seen)
      shown = String(decoding: bytes, as: UTF8.self)
      seen = shown.utf8.index(shown.startIndex, offsetBy: offset)
    }
  }
}
