import Ledger

/// Drafts that are counted on their way, for a person who waits.
@safe
final class CountedDrafts: DraftSource {
  private let drafts: any DraftSource
  private var progress = Progress("events")
  private var count: UInt64 = 0

  init(_ drafts: any DraftSource) { self.drafts = drafts }

  deinit { progress.end() }

  @unsafe
  func next() throws(LedgerError) -> (line: Int, draft: UnsafeRawBufferPointer)? {
    guard let next = try unsafe drafts.next() else {
      progress.end()
      return nil
    }
    count += 1
    if count.isMultiple(of: 256) { progress.reach(count) }
    return unsafe next
  }
}
