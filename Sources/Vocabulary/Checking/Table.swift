/// Rows that are made once and never change nor go away, read without looking at bounds; debug builds look.
@safe
struct Table<Row: Sendable>: @unchecked Sendable {
  private let rows: UnsafePointer<Row>
  let count: Int

  init(_ rows: [Row]) {
    let memory = UnsafeMutablePointer<Row>.allocate(capacity: rows.count)
    for (index, row) in rows.enumerated() { unsafe (memory + index).initialize(to: row) }
    unsafe self.rows = UnsafePointer(memory)
    count = rows.count
  }

  @inline(__always)
  subscript(_ index: Int) -> Row {
    assert(index >= 0 && index < count)
    return unsafe rows[index]
  }
}
