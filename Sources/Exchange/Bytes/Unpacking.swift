internal import CZlib

/// Unpacks gzip (RFC 1952), several members one after the other included, with memory that does not grow.
@safe
final class Unpacking {
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isOpen = false

  /// The two bytes with which every gzip file begins.
  static let magic: [UInt8] = [0x1F, 0x8B]

  init() {
    unsafe stream.initialize(to: z_stream())
    isOpen = unsafe czlib_gzip_reader(stream) == Z_OK
  }

  deinit {
    if isOpen { unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// What one step came to.
  enum Step: Equatable {
    /// So many bytes were taken from the input and so many were put out.
    case moved(taken: Int, put: Int)
    /// A member ended, after so many were taken and put.
    case ended(taken: Int, put: Int)
    /// The bytes are no gzip.
    case damaged
  }

  /// Unpacks as much as fits.
  func step(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Step {
    guard isOpen else { return .damaged }
    let bytes = unsafe UnsafeMutableRawPointer(mutating: input.baseAddress)
    unsafe stream.pointee.next_in = bytes?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_in = UInt32(input.count)
    unsafe stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    unsafe stream.pointee.avail_out = UInt32(output.count)
    let answer = unsafe inflate(stream, Z_NO_FLUSH)
    let taken = unsafe input.count - Int(stream.pointee.avail_in)
    let put = unsafe output.count - Int(stream.pointee.avail_out)
    switch answer {
    case Z_OK, Z_BUF_ERROR: return .moved(taken: taken, put: put)
    case Z_STREAM_END:
      unsafe inflateReset(stream)
      return .ended(taken: taken, put: put)
    default: return .damaged
    }
  }
}
