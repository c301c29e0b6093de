extension Network {
  /// The network in the DOT language of Graphviz.
  ///
  /// - Parameter caption: what the drawing says of itself, line by line.
  func dot(_ caption: [String]) -> String {
    var lines = [
      "digraph actors {",
      "  graph [charset=\"UTF-8\", rankdir=LR, overlap=false, labelloc=t, fontname=\"sans-serif\",",
      "    label=\(Network.quoted(caption))];",
      "  node [shape=box, style=filled, fontname=\"sans-serif\", color=\"#444444\"];",
      "  edge [fontname=\"sans-serif\", fontsize=10];",
    ]
    for node in nodes {
      let label = Network.quoted([node.name, node.type.isEmpty ? node.key : "\(node.key) · \(node.type)"])
      lines.append(
        "  \(Network.quoted([node.key])) [label=\(label), fillcolor=\"\(NetworkStyle.fill(node.type))\"];")
    }
    for edge in edges {
      let label =
        edge.relation + (edge.incidents.map { " (\($0))" } ?? "") + (edge.isCurrent ? "" : ", not sure to hold")
      var attributes = [
        "label=\(Network.quoted([label]))", "color=\"\(NetworkStyle(edge.relation).colour)\"",
        "fontcolor=\"\(NetworkStyle(edge.relation).colour)\"",
      ]
      if !edge.isDirected { attributes.append("dir=none") }
      if !edge.isEstablished { attributes.append("style=dashed") }
      let ends = [edge.from, edge.to].map { Network.quoted([nodes[$0].key]) }
      lines.append("  \(ends[0]) -> \(ends[1]) [\(attributes.joined(separator: ", "))];")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// Lines as one text of DOT, in which nothing can end it.
  private static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
    }
    return "\"" + escaped.joined(separator: "\\n") + "\""
  }
}
