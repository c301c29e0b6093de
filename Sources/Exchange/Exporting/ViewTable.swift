public import Ledger
public import ViewStore
public import Views
internal import Vocabulary

/// The rows of a view as rows of an export: its own columns, then the reasons, then what every exported row carries.
public struct ViewTable {
  private let reading: Reading
  private let view: any View.Type
  private let ledger: Ledger
  private let asked: ExportAsked

  /// - Throws: what the log throws.
  public init(_ reading: Reading, of view: any View.Type, in ledger: Ledger) throws {
    (self.reading, self.view, self.ledger) = (reading, view, ledger)
    let answer = reading.answer
    asked = try ExportAsked(
      of: ledger, size: reading.size, root: reading.root, at: answer.at, publishedBy: answer.published,
      profile: answer.profile, disclosure: answer.disclosure?.rawValue)
  }

  /// What the export says of itself.
  public var head: ExportHead {
    ExportHead(
      name: view.name, title: view.summary, origin: asked.origin, asked: asked.head,
      columns: ViewTable.columns(of: view))
  }

  /// The columns of a view; a figure takes three.
  public static func columns(of view: any View.Type) -> [ExportColumn] {
    let own = view.columns.flatMap { column -> [ExportColumn] in
      let tag = HXLTags.tag(of: column.name, in: view.name)
      guard column.type == .range else { return [.init(column.name, column.type.exported, tag, column.doc)] }
      return ["min", "best", "max"].map { .init("\(column.name)_\($0)", .integer, "\(tag)+\($0)", column.doc) }
    }
    return [.init("key", .text, "#meta+key", "Names the row: `daybook why \(view.name) KEY` explains it.")] + own
      + reasons + EventColumns.common
  }

  private static let reasons: [ExportColumn] = [
    .init("because", .texts, "#meta+because", "The rules and events it rests on."),
    .init("against", .texts, "#meta+against", "What stands against it."),
    .init("ignored", .texts, "#meta+ignored", "What was looked at and did not count."),
    .init("disputes", .positions, "#meta+disputes", "Open disputes against its events."),
    .init("redactions", .texts, "#meta+redactions", "Digests of values of its events that were redacted."),
  ]

  /// A row of the answer.
  ///
  /// - Parameters:
  ///   - told: a reason and an ignored event in words.
  ///   - geometry: where it lies.
  public func row(
    _ row: Row, told: (Reason) -> String, ignored: (Ignored) -> String, geometry: ExportGeometry?
  ) -> ExportRow {
    let events = row.events
    let ids = events.map { EventLine($0, in: ledger).id?.description ?? "#\($0)" }
    var cells: [ExportCell] = [.text(row.key)]
    for (column, cell) in zip(view.columns, row.cells) { cells += cell.exported(column.type) }
    cells += [
      .texts(row.because.map(told)), .texts(row.against.map(told)), .texts(row.ignored.map(ignored)),
      .positions(row.disputes), .texts(row.redactions),
    ]
    cells += asked.common(events: events, ids: ids, roots: row.roots, grade: row.grade?.description)
    return ExportRow(
      key: row.key, cells: cells, geometry: geometry,
      happening: .init(
        id: "\(view.name)/\(row.key)@\(reading.size)/\(reading.answer.at)", type: "daybook.view.\(view.name)",
        subject: row.key))
  }
}

extension Column.Kind {
  fileprivate var exported: ExportColumn.Kind {
    switch self {
    case .text: .text
    case .number, .range: .integer
    case .flag: .flag
    case .day: .day
    case .list: .texts
    case .events: .positions
    }
  }
}

extension Cell {
  /// The one cell of a value, or the three of a figure.
  fileprivate func exported(_ type: Column.Kind) -> [ExportCell] {
    if type == .range {
      guard case .range(let min, let best, let max) = self else { return [.none, .none, .none] }
      return [min, best, max].map { .init($0.map(Int64.init)) }
    }
    switch self {
    case .none: return [.none]
    case .text(let text): return [.text(text)]
    case .number(let number): return [.integer(Int64(number))]
    case .flag(let flag): return [.flag(flag)]
    case .day(let day): return [.text(day.description)]
    case .list(let words): return [.texts(words)]
    case .events(let positions): return [.positions(positions)]
    case .range: return [.text(description)]
    }
  }
}
