import Audit
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Ledger
import NIOCore
import TransparencyLog

/// Answers requests for cosignatures, one after the other.
///
/// That no two requests are decided by the same record is promised by the lock of ``WitnessFolder``, which also holds between processes; that this is
/// an actor only keeps waiting requests from holding a thread each.
actor WitnessDesk {
  /// The name of the witness.
  nonisolated let name: String
  private let place: WitnessFolder
  private let witness: Witness

  /// A longer body is not read.
  static let byteLimit = AddCheckpointRequest.byteLimit

  init(_ place: WitnessFolder, witness: Witness) {
    self.place = place
    self.witness = witness
    name = witness.verifier.name
  }

  /// Answers one request of HTTP.
  nonisolated func respond(to request: Request) async throws -> Response {
    guard request.uri.path == "/add-checkpoint" else {
      return Self.refusal(.notFound, "nothing is here; a witness answers POST /add-checkpoint")
    }
    guard request.method == .post else {
      return Self.refusal(.methodNotAllowed, "a witness answers POST /add-checkpoint", [.allow: "POST"])
    }
    var body: [UInt8] = []
    for try await chunk in request.body {
      guard body.count + chunk.readableBytes <= Self.byteLimit else {
        return Self.refusal(.contentTooLarge, "a request has at most \(Self.byteLimit) bytes", [.connection: "close"])
      }
      body += chunk.readableBytesView
    }
    let answer: WitnessAnswer
    do { answer = try await decide(body) } catch {
      Talk.complain((error as? LedgerError)?.message ?? "\(place.policyPath): \(error)")
      return Self.refusal(.internalServerError, "the witness cannot answer now")
    }
    return Response(
      status: .init(code: answer.status), headers: [.contentType: answer.contentType],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
  }

  /// Decides on a request, and says so in the log.
  private func decide(_ body: [UInt8]) throws -> WitnessAnswer {
    // The logs are read anew, so that one that was accepted or taken out meanwhile is known or not known.
    let answer = try place.answer(body, by: witness.knowing(try place.logs()), time: UTCTime.now())
    if let record = answer.record {
      Talk.log("\(answer.status) \(record.origin) \(record.size)")
    } else {
      Talk.log("\(answer.status) \(answer.outcome)")
    }
    return answer
  }

  private static func refusal(
    _ status: HTTPResponse.Status, _ words: String, _ headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = "text/plain; charset=utf-8"
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: words + "\n")))
  }
}
