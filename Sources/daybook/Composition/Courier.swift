import Ledger

/// Asks others over HTTP, through `daybook-net`: this program itself never opens a socket.
enum Courier {
  /// What somebody answered.
  struct Answer {
    /// The status of HTTP.
    var status: Int
    /// The type of the body, in small letters and without parameters.
    var type: String
    /// Where else the answer points to; empty for nowhere.
    var location: String
    var body: [UInt8]

    /// The first line of a body that is a sentence, for a person.
    var sentence: String {
      TextWidth.safe(String(decoding: body.prefix(200).prefix { $0 != 0x0a && $0 != 0x0d }, as: UTF8.self))
    }
  }

  /// The program, or a complaint that says how to get it and how to do without.
  static func program(instead: String) throws(Complaint) -> Program {
    guard let program = Program(beside: "daybook-net") else {
      throw Complaint(
        .noInput,
        """
        the program daybook-net is not there, the only one of Daybook that opens the network: it must lie beside daybook.
        Build it with: swift build -c release --product daybook-net
        Or \(instead)
        """)
    }
    return program
  }

  /// Refuses a `--seconds` that cannot be meant.
  static func check(seconds: Int) throws(Complaint) {
    guard (1...3600).contains(seconds) else {
      throw Complaint(.usage, "--seconds: \(seconds): seconds from 1 to 3600 are allowed")
    }
  }

  /// Posts a body to a URL.
  ///
  /// - Parameters:
  ///   - seconds: the answer must be whole after so long.
  ///   - limit: a longer answer is refused.
  ///   - instead: how to do without the network.
  static func post(
    _ body: [UInt8], type: String, to url: String, seconds: Int, limit: Int, instead: String
  ) throws(Complaint) -> Answer {
    try checkURL(url)
    let words = ["post", "--type", type, "--seconds", String(seconds), "--limit", String(limit), "--", url]
    guard let said = try program(instead: instead).run(words, input: body) else {
      throw Complaint(.inputOutput, "daybook-net does not start")
    }
    var rest = said.output[...]
    func line() -> String {
      let line = rest.prefix { $0 != 0x0a }
      rest = rest.dropFirst(line.count + 1)
      return String(decoding: line, as: UTF8.self)
    }
    let (outcome, status, type, location) = (line(), line(), line(), line())
    guard said.status == 0, ["answered", "failed"].contains(outcome) else {
      throw Complaint(.internal, "\(url): daybook-net ended with status \(said.status) and no answer")
    }
    guard outcome == "answered", let status = Int(status) else {
      throw Complaint(.inputOutput, "\(url): \(TextWidth.safe(status))")
    }
    return Answer(
      status: status, type: type.prefix { $0 != ";" && $0 != " " }.lowercased(), location: TextWidth.safe(location),
      body: Array(rest))
  }

  /// Refuses what is no URL of HTTP, before anything is started.
  private static func checkURL(_ url: String) throws(Complaint) {
    let rest = ["http://", "https://"].lazy.compactMap {
      url.lowercased().hasPrefix($0) ? url.dropFirst($0.count) : nil
    }
    .first
    guard let host = rest?.prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" }), !host.isEmpty,
      url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
    else {
      throw Complaint(
        .badInput, "'\(TextWidth.safe(url))' is no URL that can be asked; allowed: http://HOST/… or https://HOST/…")
    }
  }
}

extension Courier.Answer {
  /// The complaint for an answer with a status that says nothing about what was asked.
  func refusal(of url: String) -> Complaint {
    guard !(300...399).contains(status) else {
      return Complaint(
        .badInput,
        "\(url): \(status): it points to \(location.isEmpty ? "another place" : "'\(location)'"), where nothing was sent; name that URL if you trust it"
      )
    }
    return Complaint(.badInput, "\(url): \(status)" + (sentence.isEmpty ? "" : ": \(sentence)"))
  }
}
