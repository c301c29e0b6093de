public import Leaf

/// The row of an import, verbatim.
public struct Original: Sendable {
  public static let shape = Shape(
    "original", "The row of an import, verbatim.", rules: [.sameLength],
    [
      .must("header", .list(.verbatim, least: 1), "The names of the columns, in order."),
      .must("cells", .list(.verbatim, least: 1), "The cells, in order."),
      .may("row", .integer(0...9_007_199_254_740_991), "The number of the row in the file."),
      .may("layout", .text, "How the row departs from the way in which the file writes its rows."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// The names of the columns, in order.
  public var header: [String] { fields.texts("header") }

  /// The cells, in order.
  public var cells: [String] { fields.texts("cells") }

  /// Calls with the UTF-8 of each cell, in order, without copying it.
  public func eachCell(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let cells = fields["cells"], cells.kind == .array else { return }
    for cell in cells.elements { _ = unsafe cell.withUTF8(body) }
  }

  /// The number of the row in the file.
  public var row: Int64? { fields.number("row") }

  /// How the row departs from the way in which the file writes its rows; `nil` when it does not.
  public var layout: String? { fields.text("layout") }
}
