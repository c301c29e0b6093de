/// One row of an export.
public struct ExportRow: Sendable {
  /// Names the row within its export.
  public var key: String
  /// One cell for each column.
  public var cells: [ExportCell]
  /// Where it lies; `nil` when nothing tells, or a point would claim to know more than is known.
  public var geometry: ExportGeometry?
  /// What a CloudEvent says of it.
  public var happening: Happening

  public init(key: String, cells: [ExportCell], geometry: ExportGeometry?, happening: Happening) {
    (self.key, self.cells, self.geometry, self.happening) = (key, cells, geometry, happening)
  }

  /// What a row is as something that happened, after CloudEvents 1.0.
  public struct Happening: Sendable {
    /// The id, which is unique within the source.
    public var id: String
    /// What sort of thing it is, for example `daybook.attack`.
    public var type: String
    /// Whom or what it is about, if that has a name.
    public var subject: String?
    /// When it was recorded.
    public var time: String?
    /// The schema that ``recorded`` fulfils.
    public var schema: String?
    /// The recorded object, byte for byte as the log holds it; `nil` when there is none or it is withheld.
    public var recorded: [UInt8]?

    public init(
      id: String, type: String, subject: String? = nil, time: String? = nil, schema: String? = nil,
      recorded: [UInt8]? = nil
    ) {
      (self.id, self.type, self.subject, self.time) = (id, type, subject, time)
      (self.schema, self.recorded) = (schema, recorded)
    }
  }
}

/// Where a row lies, in WGS 84: longitude, then latitude.
public enum ExportGeometry: Hashable, Sendable {
  case point(Position)
  /// Polygons of rings, the outline first and counter-clockwise; the first position of a ring is repeated at its end.
  case polygons([[[Position]]])

  /// A position in degrees.
  public struct Position: Hashable, Sendable {
    public var longitude: Double
    public var latitude: Double

    public init(_ longitude: Double, _ latitude: Double) {
      (self.longitude, self.latitude) = (longitude, latitude)
    }
  }
}

/// What an export says of itself: what it is of, what was asked, and on which state of the log it stands.
public struct ExportHead: Sendable {
  /// The name of the table: `events`, or that of the view.
  public var name: String
  /// One sentence.
  public var title: String
  /// The name of the log.
  public var origin: String
  /// What was asked and what it stands on, in order; the names are those of the columns that say the same in every row.
  public var asked: [(name: String, cell: ExportCell)]
  /// The columns.
  public var columns: [ExportColumn]

  public init(
    name: String, title: String, origin: String, asked: [(name: String, cell: ExportCell)], columns: [ExportColumn]
  ) {
    (self.name, self.title, self.origin, self.asked, self.columns) = (name, title, origin, asked, columns)
  }
}

/// A format of text that is written row by row, so that an export of any size needs no memory.
public protocol ExportFormat {
  /// What stands before the first row.
  mutating func begin(_ head: ExportHead, _ bytes: inout [UInt8])
  /// The next row.
  mutating func add(_ row: ExportRow, _ bytes: inout [UInt8])
  /// What stands behind the last row.
  mutating func end(_ bytes: inout [UInt8])
}
