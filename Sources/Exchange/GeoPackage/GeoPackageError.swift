internal import SQLite

/// Why a GeoPackage could not be written or read.
public enum GeoPackageError: Error, Equatable, Sendable {
  /// The file cannot be read as a GeoPackage that Daybook wrote.
  case noGeoPackage(path: String, reason: String)
  /// SQLite refused; the reason is its own sentence.
  case refused(path: String, reason: String, isFull: Bool)

  init(_ error: SQLiteError, _ path: String) {
    self =
      error.isDamaged || error.isUnopenable
      ? .noGeoPackage(path: path, reason: error.message)
      : .refused(path: path, reason: error.message, isFull: error.isFull)
  }

  /// What a person should read.
  public var message: String {
    switch self {
    case .noGeoPackage(let path, let reason): "\(path) cannot be opened as a GeoPackage: \(reason)"
    case .refused(let path, _, true): "the disk of \(path) is full: make room and try again"
    case .refused(let path, let reason, false): "\(path): \(reason)"
    }
  }
}
