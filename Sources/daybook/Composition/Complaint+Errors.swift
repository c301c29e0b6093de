import Audit
import Exchange
import Leaf
import Ledger
import TransparencyLog
import ViewStore
import Vocabulary

extension Complaint {
  /// The complaint for an error of a module; `nil` when the error is of no module.
  init?(module error: any Error) {
    switch error {
    case let error as LedgerError: self.init(ledger: error)
    case let error as ViewStoreError: self.init(.of(error.exitStatus), error.message)
    case let error as DraftError: self.init(.badInput, error.message)
    case let error as LeafError: self.init(.badInput, error.message)
    case let error as EDTFError: self.init(.badInput, error.message)
    case let error as Refusal: self.init(.badInput, error.message)
    case let error as KeyProblem: self.init(.of(error.exitStatus), error.message)
    case let error as EvidenceProblem: self.init(.of(error.exitStatus), error.message)
    case let error as DisclosureProblem: self.init(.badInput, error.message)
    case let error as GeoPackageError: self.init(.inputOutput, error.message)
    case let error as SigningProblem: self.init(.badInput, error.message)
    case let error as ExchangeError: self.init(.of(error.exitStatus), error.message)
    case let error as PublishError: self.init(publish: error)
    case let error as TimestampError: self.init(timestamp: error)
    default: return nil
    }
  }

  private init(publish error: PublishError) {
    let status: ExitStatus =
      switch error {
      case .unsigned: .undecided
      case .foreign, .ahead: .badInput
      case .forked: .falsified
      case .nothing: .noInput
      }
    self.init(status, error.description)
  }

  private init(timestamp error: TimestampError) {
    let status: ExitStatus =
      switch error {
      case .noOpenSSL: .noInput
      case .failed: .inputOutput
      case .malformed, .refused, .foreign: .badInput
      case .broken: .falsified
      }
    self.init(status, error.description)
  }

  /// The complaint for a refusal of the ledger.
  ///
  /// - Parameter input: the name of the file whose lines the error speaks of.
  init(ledger error: LedgerError, input: String? = nil) {
    let lines: [String]
    switch error {
    case .refused(let line, let refusal): lines = Self.lines(refusal, input, line)
    case .refusedLines(let refused, let isComplete):
      lines =
        refused.flatMap { Self.lines($0.refusal, input, $0.line) }
        + (isComplete ? [] : ["The lines after these were not looked at."])
    default: lines = [error.message]
    }
    self.init(.of(error.exitStatus), lines.joined(separator: "\n"))
  }

  /// `FILE:LINE: field: value: why; allowed: …`, one line for each thing that is wrong.
  private static func lines(_ refusal: Refusal, _ input: String?, _ line: Int?) -> [String] {
    let place: [String] = [input, line.map(String.init)].compactMap(\.self)
    switch refusal {
    case .findings(let findings):
      return findings.map { Self.placed($0.message, place) }
    case .malformed(let error):
      // The draft begins in that line of the file and may go on over the next ones.
      let place = [input, line.map { String($0 + error.line - 1) }].compactMap(\.self)
      return [placed(error.messageWithoutLine, place)]
    default: return [placed(refusal.message, place)]
    }
  }
}

extension Complaint {
  /// `FILE:LINE: message`.
  private static func placed(_ message: String, _ place: [String]) -> String {
    place.isEmpty ? message : place.joined(separator: ":") + ": " + message
  }
}

extension ExitStatus {
  /// The status with a number that a module gives.
  static func of(_ number: Int32) -> Self { Self(rawValue: number) ?? .internal }
}
