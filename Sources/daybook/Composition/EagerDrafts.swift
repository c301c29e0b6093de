import Ledger

/// Drafts that come from a pipe: the first four million bytes are read before anybody's turn to append comes, so that a
/// slow writer keeps nobody else waiting.
@safe
final class EagerDrafts: DraftSource {
  private static let limit = 4_000_000

  private let rest: any DraftSource
  private var read: ArraySlice<(line: Int, draft: [UInt8])> = []
  private var failure: LedgerError?
  private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  init(_ drafts: any DraftSource) {
    rest = drafts
    var bytes = 0
    do throws(LedgerError) {
      while bytes < Self.limit, let next = try unsafe drafts.next() {
        read.append((unsafe next.line, unsafe [UInt8](next.draft)))
        unsafe bytes += next.draft.count
      }
    } catch { failure = error }
  }

  deinit { unsafe memory.deallocate() }

  @unsafe
  func next() throws(LedgerError) -> (line: Int, draft: UnsafeRawBufferPointer)? {
    guard let first = read.popFirst() else {
      if let failure { throw failure }
      return try unsafe rest.next()
    }
    if unsafe first.draft.count > memory.count {
      unsafe memory.deallocate()
      unsafe memory = UnsafeMutableRawBufferPointer.allocate(byteCount: first.draft.count, alignment: 16)
    }
    unsafe memory.copyBytes(from: first.draft)
    return unsafe (first.line, UnsafeRawBufferPointer(rebasing: memory[..<first.draft.count]))
  }
}
