import Audit
import Ledger
import TransparencyLog

/// Asks one witness over HTTP to cosign the newest checkpoint, and keeps what holds of its answer.
struct WitnessAsking {
  /// How it came out.
  enum Outcome: Equatable {
    /// It cosigned now.
    case cosigned
    /// It had cosigned this checkpoint before, and was not asked.
    case already
    /// It cannot be asked: the policy has no URL for it.
    case unreachable
    /// Nothing came back that could be kept, and why.
    case failed(String)
    /// It says that it has seen another history, and how.
    case contradicts(String)
  }

  let ledger: Ledger
  let newest: StoredCheckpoint
  /// An answer must be whole after so long.
  let seconds: Int

  /// How to do without the network.
  static let instead = "ask by file: daybook witness request"

  /// Asks a witness; asks again when it is at another size than the ledger knew.
  func ask(_ witness: TrustPolicy.Witness) throws -> Outcome {
    guard let url = witness.url else { return .unreachable }
    var old = try ledger.cosignatures(by: [witness.key]).first?.size ?? 0
    if old == newest.size { return .already }
    for _ in 0..<2 {
      guard let request = try ledger.witnessRequest(from: old), request.note == newest.note else {
        return .failed("a newer checkpoint was signed meanwhile; ask again")
      }
      let answer: Courier.Answer
      do throws(Complaint) {
        answer = try Courier.post(
          request.body, type: "text/plain; charset=utf-8", to: Self.target(url), seconds: seconds,
          limit: Note.byteLimit, instead: Self.instead)
      } catch {
        // Without the program nobody can be asked.
        if error.status == .noInput { throw error }
        return .failed(error.message)
      }
      switch try judge(answer, of: witness, at: Self.target(url), old) {
      case .decided(let outcome): return outcome
      case .askAgain(let size): old = size
      }
    }
    return .failed("\(Self.target(url)): 409: it is at another size each time it is asked")
  }

  /// Where a witness with this submission prefix is asked.
  static func target(_ prefix: String) -> String {
    var prefix = prefix[...]
    while prefix.hasSuffix("/") { prefix = prefix.dropLast() }
    return prefix + "/add-checkpoint"
  }

  private enum Judgement {
    case decided(Outcome)
    case askAgain(from: UInt64)
  }

  private func judge(
    _ answer: Courier.Answer, of witness: TrustPolicy.Witness, at url: String, _ old: UInt64
  ) throws -> Judgement {
    switch answer.status {
    case 200: return .decided(try keep(answer.body, of: witness, at: url))
    case 409:
      guard answer.type == "text/x.tlog.size", case .isAt(let size)? = WitnessResponse(answer.body) else {
        return .decided(.failed("\(url): 409 without the size that it is at"))
      }
      if size == old {
        // Only of one size there can be two roots: of the checkpoint itself.
        guard old == newest.size else {
          return .decided(.failed("\(url): 409: it is at \(old), where it was asked from"))
        }
        return .decided(.contradicts("\(url): 409: it says that it has cosigned another root of \(size) events"))
      }
      guard size <= newest.size else {
        return .decided(
          .contradicts(
            "\(url): 409: it says that it has cosigned \(Progress.events(size)), more than the newest checkpoint here has "
              + "(\(newest.size)): did this ledger lose some? See daybook restore"))
      }
      return .askAgain(from: size)
    case 422:
      return .decided(
        .contradicts(
          "\(url): 422: it says that this log does not continue the \(Progress.events(old)) that it has cosigned"))
    default: return .decided(.failed(answer.refusal(of: url).message))
    }
  }

  /// Keeps a cosignature of this witness over this checkpoint; what else an answer holds is left out.
  private func keep(_ body: [UInt8], of witness: TrustPolicy.Witness, at url: String) throws -> Outcome {
    guard case .signatures(let lines)? = WitnessResponse(body) else {
      return .failed("\(url): 200, but its answer is no cosignature")
    }
    guard let line = try Note(newest.note).cosignatures(among: lines, by: [witness.key]).first else {
      return .failed(
        "\(url): 200, but no line of its answer is a cosignature over this checkpoint by the key of the policy, \(KeyID.text(witness.key))"
      )
    }
    guard try ledger.keep(cosignatures: [line], by: [witness.key]) != nil else {
      return .failed("\(url): its cosignature could not be kept")
    }
    return .cosigned
  }
}
