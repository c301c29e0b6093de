import ArgumentParser
import Audit
import Glibc
import Ledger
import TransparencyLog

/// Answers a request as a witness.
struct WitnessSignCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Cosign the checkpoint of a request, if it continues what was cosigned before.",
    discussion: """
      Reads a request and writes the answer: cosignatures, or the size that the witness is at (exit status 2; send that \
      back too, and the log asks again). A request that does not hold is refused and told (exit status 1 when the log \
      shows another history, 65 otherwise): keep it, it may be proof that the log was forked.

      Examples:
        daybook witness sign --at eyes < request > response
      """)

  @OptionGroup var secret: PassphraseOptions

  @Option(help: ArgumentHelp("The folder of the witness.", valueName: "dir"))
  var at: String

  @Argument(help: ArgumentHelp("The request; - is standard input.", valueName: "file"))
  var request = "-"

  func run(_ output: inout Output) throws {
    let folder = WitnessFolder(at)
    let body = try InputFile.require(request, option: "sign")
    let witness: Witness
    do { witness = try folder.open(passphrase: secret.passphrase) } catch let error as PolicyError {
      throw Complaint(.badInput, "\(folder.policyPath): \(error)")
    }
    let answer = try folder.answer(body, by: witness, time: UTCTime.now())
    let said = String(decoding: answer.body.dropLast(), as: UTF8.self)
    switch answer.outcome {
    case .cosigned: output.write(answer.body)
    case .conflict:
      output.write(answer.body)
      let isFork = AddCheckpointRequest(body).map { String($0.oldSize) == said } ?? false
      output.status = isFork ? .falsified : .undecided
      Descriptor.error.say(
        isFork
          ? "daybook: 409: another root of \(said) events was cosigned before. The log shows two histories: keep the request, it is proof of that."
          : "daybook: 409: this witness is at size \(said); the request does not start from there. Send the answer back."
      )
    case .badProof:
      throw Complaint(
        .falsified,
        "422: \(said): the log shows another history than the one this witness cosigned, or a damaged request. Keep it."
      )
    case .unknownLog:
      throw Complaint(
        .badInput, "404: \(said).\nIf it should, let it know the key of the log: daybook witness accept VKEY --at \(at)"
      )
    case .badSignature, .malformed: throw Complaint(.badInput, "\(answer.status): \(said)")
    }
  }
}
