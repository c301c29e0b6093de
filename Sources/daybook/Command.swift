import ArgumentParser

/// A verb: parses, calls one use case, prints one value.
protocol Command: ParsableCommand {
  /// Does the work and writes the result. Set `output.status` to end with another status than 0.
  func run(_ output: inout Output) throws
}

extension Command {
  mutating func run() throws {
    var output = Output()
    try run(&output)
    try output.finish()
    if output.status != .done { throw output.status }
  }
}
