import ViewStore
import Views

extension Picture {
  /// Writes a picture of the view `actors` as a network.
  func writeNetwork(_ format: ViewFormat, to output: inout Output) throws {
    guard answer.view == Actors.name else {
      throw Complaint(
        .usage,
        "--format \(format.rawValue): the view \(answer.view) has no such drawing.\nDrawn are: actors (dot, svg)")
    }
    let network = Network(answer)
    guard !network.nodes.isEmpty else {
      throw Complaint(
        .noInput,
        "unknown: no evidence. No event that could be known by then says how these actors stand to each other.")
    }
    let title = "Actors and how they stood to each other on \(answer.at)"
    let notes = [reading.clocks.joined(separator: " · "), "log \(origin)", "root \(Hex.text(reading.root))"]
    switch format {
    case .dot: output.write(network.dot([title] + notes))
    default: output.write(NetworkDrawing(network, title: title, notes: notes).svg().file)
    }
  }
}
