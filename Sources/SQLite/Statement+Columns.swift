internal import CSQLite

/// How a value is stored.
public enum StorageClass: Int32, Equatable, Sendable {
  /// A 64-bit integer.
  case integer = 1
  /// A floating-point number.
  case real = 2
  /// Text in UTF-8.
  case text = 3
  /// Bytes.
  case blob = 4
  /// NULL.
  case null = 5
}

extension Statement {
  /// The number of columns of a row; 0 for a statement that gives none.
  public var columnCount: Int32 { unsafe sqlite3_column_count(handle) }

  /// The name of a column.
  public func name(_ column: Int32) -> String {
    unsafe sqlite3_column_name(handle, column).map { unsafe String(cString: $0) } ?? ""
  }

  /// How the value of a column is stored in this row.
  public func storage(_ column: Int32) -> StorageClass {
    StorageClass(rawValue: unsafe sqlite3_column_type(handle, column)) ?? .null
  }

  /// Whether a column is NULL in this row.
  public func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// An integer; 0 for NULL.
  public func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// An integer, or `nil` for NULL.
  public func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  /// A floating-point number; 0 for NULL.
  public func double(_ column: Int32) -> Double { unsafe sqlite3_column_double(handle, column) }

  /// Text, or `nil` for NULL. The whole of it, U+0000 included; ill-formed UTF-8 is repaired, so compare `bytes` where it matters.
  public func text(_ column: Int32) -> String? {
    guard !isNull(column) else { return nil }
    return unsafe String(decoding: textBuffer(column), as: UTF8.self)
  }

  /// The bytes of a blob or of text; empty for NULL.
  public func bytes(_ column: Int32) -> [UInt8] {
    unsafe storage(column) == .text ? [UInt8](textBuffer(column)) : [UInt8](blobBuffer(column))
  }

  /// Gives the bytes of a blob in place. They are gone after the next `step`, `reset` or conversion of this column.
  public func withBlob<Result, Failure>(
    _ column: Int32, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(blobBuffer(column))
  }

  /// The bytes of a blob in place, for hot loops; the same limits as for ``withBlob(_:_:)``. Empty for NULL.
  @unsafe
  public func blobBuffer(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = unsafe sqlite3_column_blob(handle, column)
    return unsafe UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// The UTF-8 bytes of text in place; the same limits as for ``withBlob(_:_:)``. Empty for NULL.
  @unsafe
  public func textBuffer(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = unsafe sqlite3_column_text(handle, column)
    return unsafe UnsafeRawBufferPointer(
      start: start.map { unsafe UnsafeRawPointer($0) }, count: Int(sqlite3_column_bytes(handle, column)))
  }
}
