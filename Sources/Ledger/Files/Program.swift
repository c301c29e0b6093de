internal import Glibc

/// Another program, run without a shell: `openssl`, and `daybook-net`, the only one of ours that opens the network.
package struct Program: Sendable {
  /// The file.
  package let path: String

  /// A program at a path.
  package init(at path: String) { self.path = path }

  /// The program of that name in PATH; `nil` when there is none.
  package init?(named name: String) {
    let path = Program.variable("PATH") ?? "/usr/bin:/bin"
    let candidates: [String] = path.split(separator: ":").map { "\($0)/\(name)" }
    let found = candidates.first { unsafe access($0, X_OK) == 0 }
    guard let found else { return nil }
    self.path = found
  }

  /// The program of that name in the folder of the running one, else in PATH.
  package init?(beside name: String) {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
    if count > 0 {
      let own = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let candidate = SmallFile.folder(of: own) + "/" + name
      if unsafe access(candidate, X_OK) == 0 {
        self.init(at: candidate)
        return
      }
    }
    self.init(named: name)
  }

  /// What a program said, once it has ended.
  package struct Answer: Sendable {
    /// Its exit status; 128 and more for a signal.
    package var status: Int32
    /// Its standard output.
    package var output: [UInt8]
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - words: the arguments.
  ///   - input: what it reads on standard input.
  ///   - environment: `NAME=value` each; `nil` passes on what programs need.
  ///   - gathersErrors: whether standard error is gathered with the output; else it goes where ours goes.
  /// - Returns: `nil` when it could not be started.
  package func run(
    _ words: [String], input: [UInt8] = [], environment: [String]? = nil, gathersErrors: Bool = false
  ) -> Answer? {
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    // A file without a name, and no pipe: nobody waits for anybody.
    let stdin = Program.unnamedFile()
    defer { if stdin >= 0 { close(stdin) } }
    for descriptor in ends + [stdin] where descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let isReady = stdin >= 0 && fill(stdin, input)
    let child = isReady ? start(words, environment, stdin, ends[1], gathersErrors) : nil
    close(ends[1])
    guard let child else { return nil }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe systemRead(ends[0], $0) }
      if count > 0 { output += chunk[..<count] } else if count == 0 || errno != EINTR { break }
    }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return Answer(status: status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f, output: output)
  }

  /// Becomes the program; returns only when that fails.
  ///
  /// - Parameter input: what it reads on standard input, through a pipe, so at most 4096 bytes; `nil` leaves that as it is.
  package func become(_ words: [String], input: [UInt8]? = nil) {
    if let input {
      var ends: [Int32] = [0, 0]
      guard input.count <= Int(PIPE_BUF), unsafe pipe(&ends) == 0, dup2(ends[0], 0) == 0 else { return }
      let written = unsafe input.withUnsafeBytes { unsafe systemWrite(ends[1], $0) }
      for end in ends { close(end) }
      guard written == input.count else { return }
    }
    var arguments = unsafe ([path] + words).map { unsafe strdup($0) } + [nil]
    unsafe execv(path, &arguments)
  }

  /// The variables that a program of ours needs: where to find things, and how to reach the network.
  private static var passedOn: [String] {
    let names = [
      "PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "http_proxy",
      "https_proxy", "all_proxy", "no_proxy",
    ]
    return names.compactMap { name in variable(name).map { "\(name)=\($0)" } }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// A new file that is gone when its descriptor is closed; negative when there can be none.
  private static func unnamedFile() -> Int32 {
    var template = Array("\(temporaryFolder)/daybook-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    if descriptor >= 0 { unsafe unlink(template) }
    return descriptor
  }

  /// A new folder for files of a program; `nil` when there can be none.
  package static func makeTemporaryFolder() -> String? {
    var template = Array("\(temporaryFolder)/daybook-XXXXXX".utf8CString)
    guard let made = unsafe mkdtemp(&template) else { return nil }
    return unsafe String(cString: made)
  }

  private static var temporaryFolder: String { variable("TMPDIR") ?? "/tmp" }

  private func fill(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: $0[done...]))
      }
      if count < 0 && errno != EINTR { return false }
      done += max(0, count)
    }
    return lseek(descriptor, 0, SEEK_SET) == 0
  }

  private func start(
    _ words: [String], _ environment: [String]?, _ input: Int32, _ output: Int32, _ gathersErrors: Bool
  ) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    if gathersErrors { unsafe posix_spawn_file_actions_adddup2(&actions, output, 2) }
    var arguments = unsafe ([path] + words).map { unsafe strdup($0) } + [nil]
    defer { for index in 0...words.count { unsafe free(arguments[index]) } }
    var child = pid_t()
    let settings = environment ?? Program.passedOn
    var variables = unsafe settings.map { unsafe strdup($0) } + [nil]
    defer { for index in settings.indices { unsafe free(variables[index]) } }
    return unsafe posix_spawn(&child, path, &actions, nil, &arguments, &variables) == 0 ? child : nil
  }
}
