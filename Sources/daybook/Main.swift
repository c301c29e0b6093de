import ArgumentParser
import Glibc
import Ledger

/// The entry of the program: parses, runs one command, and turns whatever was thrown into a message and a status.
///
/// ArgumentParser's own entry ends with 1 for every foreign error, which here means "falsified".
@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    Following.kept.change(wake: false) { $0 = [] }
    exit(status().rawValue)
  }

  private static func status() -> ExitStatus {
    do {
      var command = try Daybook.parseAsRoot()
      try command.run()
      return .done
    } catch let status as ExitStatus {
      return status
    } catch let complaint as Complaint {
      complaint.print()
      return complaint.status
    } catch {
      return parserStatus(error)
    }
  }

  /// The status for what ArgumentParser throws: help and version are answers, the rest is wrong usage.
  private static func parserStatus(_ error: any Error) -> ExitStatus {
    let message = Daybook.fullMessage(for: error)
    guard Daybook.exitCode(for: error) == .success else {
      guard Daybook.exitCode(for: error) == .validationFailure else {
        let complaint = Complaint(error)
        complaint.print()
        return complaint.status
      }
      Descriptor.error.say(message)
      return .usage
    }
    do {
      var output = Output()
      output.line(message)
      try output.finish()
      return .done
    } catch {
      let complaint = Complaint(error)
      complaint.print()
      return complaint.status
    }
  }
}
