import ViewStore
import Views

/// Draws the answer of a view.
struct Mapping {
  let asking: Asking
  /// The places that were asked about; `nil` for all.
  var inside: [String]?

  /// Writes an answer as a map, or actors as a network.
  func write(_ picture: Picture, _ format: ViewFormat, to output: inout Output) throws {
    let reading = picture.reading
    switch format {
    case .dot: try picture.writeNetwork(format, to: &output)
    case .svg where asking.view == Actors.self: try picture.writeNetwork(format, to: &output)
    case .svg:
      try checkIsControl(format)
      output.write(try ControlMap(reading, inside: inside, of: asking.ledger, asking.views).svg().file)
    case .geojson:
      guard asking.view.columns.contains(where: { $0.name == "place" }) else {
        let views = Views.all.filter { $0.columns.contains { $0.name == "place" } }.map { $0.name }
        throw Complaint(
          .usage,
          "--format geojson: the rows of \(asking.view.name) have no place.\nViews of places: "
            + views.joined(separator: ", "))
      }
      try MapFeatures(reading, of: asking).write(to: &output)
    case .table, .json, .jsonl, .csv:
      preconditionFailure("rows are not drawn")
    }
  }

  /// Refuses to draw what has no drawing.
  func checkIsControl(_ format: ViewFormat) throws(Complaint) {
    guard asking.view == Control.self else {
      throw Complaint(
        .usage,
        "--format \(format.rawValue): there is no map of \(asking.view.name); the view control has one.\n"
          + "--format geojson gives the rows of every view of places to a program that draws maps.")
    }
  }
}
