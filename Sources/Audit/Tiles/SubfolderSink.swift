/// Files that go below a folder of another sink, as the log of a bundle below its payload.
final class SubfolderSink: FileSink {
  private let sink: any FileSink
  private let folder: String

  /// Files go below `folder` of a sink.
  init(_ folder: String, of sink: any FileSink) {
    self.folder = folder
    self.sink = sink
  }

  func put(_ path: String, _ bytes: [UInt8]) throws { try sink.put(folder + "/" + path, bytes) }
}
