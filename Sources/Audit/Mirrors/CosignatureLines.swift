internal import TransparencyLog

/// What a witness answers to a request (C2SP tlog-witness): signature lines, without the checkpoint that they are of.
struct CosignatureLines {
  /// The lines, each with its newline.
  let lines: [UInt8]

  /// Reads an answer; `nil` for a note, or for anything else that does not consist of signature lines.
  init?(_ bytes: [UInt8]) {
    let dash = Array("\u{2014} ".utf8)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.count >= 2, lines.count <= Note.signatureLimit, lines.last?.isEmpty == true,
      lines.dropLast().allSatisfy({ $0.starts(with: dash) })
    else { return nil }
    self.lines = bytes
  }
}
