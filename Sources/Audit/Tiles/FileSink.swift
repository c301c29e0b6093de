/// Takes whole small files below some root: a folder, a bundle that is being written, a list in a test.
package protocol FileSink: AnyObject {
  /// Writes one file. Folders on the way are made.
  ///
  /// - Parameters:
  ///   - path: relative, with `/` between parts, without `..`.
  ///   - bytes: the whole content.
  func put(_ path: String, _ bytes: [UInt8]) throws
}
