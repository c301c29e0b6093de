import Foundation
import FoundationNetworking
import Synchronization

/// One request over HTTP and its answer, within limits of time and length.
///
/// No redirection is followed: whoever is asked answers, or nobody. No cookie, cache or password is used.
final class Exchange: NSObject, URLSessionDataDelegate, Sendable {
  /// How it came out.
  enum Outcome {
    /// Somebody answered.
    case answered(status: Int, type: String, location: String, body: [UInt8])
    /// Nobody did, or not as is allowed; in words.
    case failed(String)

    /// The lines that ``Post`` prints.
    var written: [UInt8] {
      switch self {
      case .answered(let status, let type, let location, let body):
        [UInt8]("answered\n\(status)\n\(Exchange.line(type))\n\(Exchange.line(location))\n".utf8) + body
      case .failed(let reason): [UInt8]("failed\n\(Exchange.line(reason))\n\n\n".utf8)
      }
    }
  }

  private struct State {
    var body: [UInt8] = []
    /// An answer that points elsewhere, until the session has taken in that nobody follows it.
    var moved: Outcome?
    var waiting: CheckedContinuation<Outcome, Never>?
  }

  private let limit: Int
  private let state = Mutex(State())

  /// - Parameter limit: an answer of more bytes is refused.
  init(limit: Int) { self.limit = limit }

  /// Posts a body; returns after `seconds` at the latest.
  func post(_ body: [UInt8], type: String, to url: URL, seconds: Int) async -> Outcome {
    var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: Double(seconds))
    request.httpMethod = "POST"
    request.setValue(type, forHTTPHeaderField: "Content-Type")
    request.setValue("daybook", forHTTPHeaderField: "User-Agent")
    request.httpBody = Data(body)
    let settings = URLSessionConfiguration.ephemeral
    settings.urlCache = nil
    settings.httpCookieStorage = nil
    settings.urlCredentialStorage = nil
    let session = URLSession(configuration: settings, delegate: self, delegateQueue: nil)
    let task = session.dataTask(with: request)
    // The time limit of the session begins anew with every byte; this one does not.
    let clock = Task {
      try await Task.sleep(for: .seconds(seconds))
      end(.failed("no whole answer within \(seconds) s"))
    }
    let outcome = await withCheckedContinuation { waiting in
      state.withLock { $0.waiting = waiting }
      task.resume()
    }
    clock.cancel()
    session.invalidateAndCancel()
    return outcome
  }

  /// The first end counts.
  private func end(_ outcome: Outcome) {
    let waiting = state.withLock { state in
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: outcome)
  }

  // MARK: What the session tells

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLong = state.withLock { state in
      guard state.body.count + data.count <= limit else { return true }
      state.body += data
      return false
    }
    guard isTooLong else { return }
    end(.failed("its answer is longer than \(limit) bytes"))
    dataTask.cancel()
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    // The session must not be ended before it has heard this, or it crashes; so the answer is given when the task completes.
    state.withLock { $0.moved = Self.answer(response, []) }
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    if let moved = state.withLock(\.moved) { return end(moved) }
    if let error { return end(.failed(Self.words(error))) }
    guard let response = task.response as? HTTPURLResponse else { return end(.failed("its answer is not HTTP")) }
    end(Self.answer(response, state.withLock(\.body)))
  }

  private static func answer(_ response: HTTPURLResponse, _ body: [UInt8]) -> Outcome {
    .answered(
      status: response.statusCode, type: response.value(forHTTPHeaderField: "Content-Type") ?? "",
      location: response.value(forHTTPHeaderField: "Location") ?? "", body: body)
  }

  private static func words(_ error: any Error) -> String {
    switch (error as? URLError)?.code {
    case .cannotConnectToHost: "nobody answers there (the connection was refused)"
    case .cannotFindHost, .dnsLookupFailed: "there is no host of that name"
    case .timedOut: "no whole answer in time"
    case .networkConnectionLost: "the connection was lost before the answer was whole"
    case .badServerResponse: "its answer is not HTTP"
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      "its certificate does not hold: \(error.localizedDescription)"
    // On Linux this is told by no code of its own.
    case _ where error.localizedDescription.contains("certificate"):
      "its certificate does not hold: \(error.localizedDescription)"
    default: error.localizedDescription
    }
  }

  /// Text in one line, without what could steer a terminal.
  fileprivate static func line(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(500).filter { $0.value >= 0x20 && $0.value != 0x7f }))
  }
}
