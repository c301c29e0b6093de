import ArgumentParser
import Audit

/// Decrypts what was given.
struct DiscloseOpenCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Decrypt a file of disclosures with the reader's secret.",
    discussion: """
      Prints the disclosures, one JSON object a line, as the file of a bundle holds them.

      Example:
        daybook disclose open for-the-prosecutor.txt --key reader.key > disclosures.jsonl
      """)

  @Argument(help: "The file; - is standard input.")
  var file: String

  @Option(help: ArgumentHelp("The file of the reader's secret.", valueName: "file"))
  var key: String

  func run(_ output: inout Output) throws { output.write(try GivenFile(file, key: key).disclosures().bytes) }
}
