internal import CSQLite

extension Statement {
  /// Binds an integer.
  public func bind(_ position: Int32, _ value: Int64) throws(SQLiteError) {
    try check(unsafe sqlite3_bind_int64(handle, position, value))
  }

  /// Binds an integer, or NULL.
  public func bind(_ position: Int32, _ value: Int64?) throws(SQLiteError) {
    if let value { try bind(position, value) } else { try bindNull(position) }
  }

  /// Binds a floating-point number.
  public func bind(_ position: Int32, _ value: Double) throws(SQLiteError) {
    try check(unsafe sqlite3_bind_double(handle, position, value))
  }

  /// Binds NULL.
  public func bindNull(_ position: Int32) throws(SQLiteError) {
    try check(unsafe sqlite3_bind_null(handle, position))
  }

  /// Binds text, or NULL. SQLite copies it.
  public func bind(_ position: Int32, text value: String?) throws(SQLiteError) {
    guard var value else { return try bindNull(position) }
    let result = value.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe csqlite_bind_text_copied(
          handle, position, characters.baseAddress ?? Statement.nothing, UInt64(characters.count))
      }
    }
    try check(result)
  }

  /// Binds UTF-8 bytes as text. SQLite copies them and does not check them.
  public func bind(_ position: Int32, text value: [UInt8]) throws(SQLiteError) {
    let result = unsafe value.withUnsafeBytes { bytes in
      unsafe csqlite_bind_text_copied(
        handle, position, bytes.baseAddress.map { unsafe $0.assumingMemoryBound(to: CChar.self) } ?? Statement.nothing,
        UInt64(bytes.count))
    }
    try check(result)
  }

  /// Binds a blob, or NULL. SQLite copies it. An empty array is an empty blob, not NULL.
  public func bind(_ position: Int32, blob value: [UInt8]?) throws(SQLiteError) {
    guard let value else { return try bindNull(position) }
    let result = unsafe value.withUnsafeBytes { bytes in
      unsafe csqlite_bind_blob_copied(
        handle, position, bytes.baseAddress ?? UnsafeRawPointer(Statement.nothing), UInt64(bytes.count))
    }
    try check(result)
  }

  /// Binds a blob without copying.
  ///
  /// The bytes must stay in place until this parameter is bound again, `clearBindings()` is called or the statement ends.
  @unsafe
  public func bind(_ position: Int32, borrowedBlob bytes: UnsafeRawBufferPointer) throws(SQLiteError) {
    try check(
      unsafe csqlite_bind_blob_borrowed(
        handle, position, bytes.baseAddress ?? UnsafeRawPointer(Statement.nothing), UInt64(bytes.count)))
  }

  /// Binds UTF-8 text without copying; the same promise as for `borrowedBlob`.
  @unsafe
  public func bind(_ position: Int32, borrowedText bytes: UnsafeRawBufferPointer) throws(SQLiteError) {
    try check(
      unsafe csqlite_bind_text_borrowed(
        handle, position, bytes.baseAddress.map { unsafe $0.assumingMemoryBound(to: CChar.self) } ?? Statement.nothing,
        UInt64(bytes.count)))
  }

  /// The position of a named parameter such as `:place`, or `nil`.
  public func parameter(_ name: String) -> Int32? {
    let position = unsafe sqlite3_bind_parameter_index(handle, name)
    return position == 0 ? nil : position
  }

  /// An address for empty values: SQLite reads a null address as NULL.
  private static var nothing: UnsafePointer<CChar> { unsafe sqlite3_libversion() }
}
