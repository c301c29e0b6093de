import Foundation
import Synchronization

/// A connection over TCP on the loopback address, byte by byte as no library for HTTP would send them.
public final class Wire: Sendable {
  private let descriptor: Int32

  /// Connects to a port.
  public init(to port: UInt16) throws {
    descriptor = try Wire.socket()
    var address = Wire.address(port)
    let status = unsafe withUnsafeBytes(of: &address) { raw in
      unsafe connect(
        descriptor, raw.baseAddress!.assumingMemoryBound(to: sockaddr.self), socklen_t(MemoryLayout<sockaddr_in>.size))
    }
    guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  fileprivate init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Sends bytes; answers `false` when the other side has gone.
  @discardableResult public func send(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Foundation.send(descriptor, $0.baseAddress! + done, bytes.count - done, Int32(MSG_NOSIGNAL))
      }
      if count < 0 && errno != EINTR { return false }
      done += max(0, count)
    }
    return true
  }

  /// Sends text.
  @discardableResult public func send(_ text: String) -> Bool { send([UInt8](text.utf8)) }

  /// Says that nothing more will be sent.
  public func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// What comes next, at most so many bytes; empty when the other side has ended, `nil` when nothing came in time.
  public func receive(_ limit: Int = 1 << 16, within seconds: Int32 = 60) -> [UInt8]? {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waiting, 1, seconds * 1000) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress!, limit, 0) }
    return Array(bytes.prefix(max(0, count)))
  }

  /// Whatever comes until the other side ends; `nil` when it does not end in time.
  public func receiveAll(within seconds: Int32 = 60) -> String? {
    var all: [UInt8] = []
    while true {
      guard let more = receive(within: seconds) else { return nil }
      if more.isEmpty { return String(decoding: all, as: UTF8.self) }
      all += more
    }
  }

  /// One message of HTTP with a Content-Length: its first line, its header in small letters, and its body.
  public func message() -> (first: String, header: String, body: [UInt8])? {
    var all: [UInt8] = []
    let gap = [UInt8]("\r\n\r\n".utf8)
    while true {
      if let end = all.firstRange(of: gap) {
        let lines = String(decoding: all[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let header = lines.dropFirst().joined(separator: "\n").lowercased()
        let length = header.split(separator: "\n").compactMap { line in
          line.hasPrefix("content-length:") ? Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces)) : nil
        }
        if all.count - end.upperBound >= length.first ?? 0 {
          return (lines[0], header, Array(all[end.upperBound...].prefix(length.first ?? 0)))
        }
      }
      guard let more = receive(), !more.isEmpty else { return nil }
      all += more
    }
  }

  fileprivate static func socket() throws -> Int32 {
    let made = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard made >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return made
  }

  fileprivate static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
  }
}

/// Somebody who answers on a free port of the loopback address, as the test says: well, badly, or not at all.
public final class Answerer: Sendable {
  /// The port.
  public let port: UInt16
  /// Where it is asked.
  public var url: String { "http://127.0.0.1:\(port)" }
  /// How many connections were made.
  public var count: Int { connections.made.withLock { $0 } }
  private let descriptor: Int32
  private let connections = Connections()

  private final class Connections: Sendable {
    let made = Mutex(0)
  }

  /// Answers each connection, one after the other, with a number from 0.
  public init(_ answer: @escaping @Sendable (Wire, Int) -> Void) throws {
    let descriptor = try Wire.socket()
    self.descriptor = descriptor
    var address = Wire.address(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = unsafe withUnsafeMutableBytes(of: &address) { raw in
      let place = unsafe raw.baseAddress!.assumingMemoryBound(to: sockaddr.self)
      return unsafe bind(descriptor, place, size) == 0 && listen(descriptor, 16) == 0
        && getsockname(descriptor, place, &size) == 0
    }
    guard isOpen else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    port = UInt16(bigEndian: address.sin_port)
    let thread = Thread { [connections] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        let number = connections.made.withLock { count in
          defer { count += 1 }
          return count
        }
        answer(Wire(descriptor: connection), number)
      }
    }
    thread.start()
  }

  /// Answers each request, once it is whole, with the same bytes.
  public convenience init(_ bytes: String) throws {
    try self.init { wire, _ in
      _ = wire.message()
      wire.send(bytes)
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  /// An answer of HTTP with its length.
  public static func answer(_ status: String, type: String = "text/plain", _ body: [UInt8], header: String = "")
    -> [UInt8]
  {
    [UInt8](
      "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n\(header)Connection: close\r\n\r\n"
        .utf8) + body
  }
}
