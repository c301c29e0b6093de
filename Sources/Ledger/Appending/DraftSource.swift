/// Gives drafts one after the other, so that a million need no more memory than one.
public protocol DraftSource: AnyObject {
  /// The next draft with its line number from 1; its bytes stay in place until the next call. `nil` at the end.
  @unsafe
  func next() throws(LedgerError) -> (line: Int, draft: UnsafeRawBufferPointer)?
}

/// Drafts that are in memory already. Their line numbers are their order, from 1.
@safe
public final class DraftList: DraftSource {
  private let drafts: [[UInt8]]
  private var given = 0
  private var present: UnsafeMutableRawBufferPointer

  /// The drafts in order.
  public init(_ drafts: [[UInt8]]) {
    self.drafts = drafts
    unsafe present = UnsafeMutableRawBufferPointer.allocate(byteCount: drafts.map(\.count).max() ?? 0, alignment: 1)
  }

  deinit { unsafe present.deallocate() }

  @unsafe
  public func next() throws(LedgerError) -> (line: Int, draft: UnsafeRawBufferPointer)? {
    guard given < drafts.count else { return nil }
    let draft = drafts[given]
    given += 1
    unsafe present.copyBytes(from: draft)
    return unsafe (given, UnsafeRawBufferPointer(rebasing: present[..<draft.count]))
  }
}
