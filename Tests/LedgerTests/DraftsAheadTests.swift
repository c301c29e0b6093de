import Ledger
import TestSupport
import Testing

/// Drafts made on a second thread come as they would without one.
@Suite struct DraftsAheadTests {
  /// Gives so many drafts, then fails or ends; every seventh is longer than a run of drafts is at first.
  private final class Counted: DraftSource {
    private let list: DraftList
    private let failure: LedgerError?
    private(set) var asked = 0

    init(_ drafts: [[UInt8]], failing failure: LedgerError? = nil) {
      list = DraftList(drafts)
      self.failure = failure
    }

    @unsafe
    func next() throws(LedgerError) -> (line: Int, draft: UnsafeRawBufferPointer)? {
      asked += 1
      if let next = try unsafe list.next() { return unsafe next }
      if let failure { throw failure }
      return nil
    }
  }

  private static let drafts: [[UInt8]] = (0..<3_000).map { number in
    [UInt8](repeating: UInt8(number & 255), count: number % 7 == 0 ? 60_000 : number % 300)
  }

  @Test func `every draft comes once, in order, with its line`() throws {
    let ahead = DraftsAhead(Counted(Self.drafts))
    var count = 0
    while let next = try unsafe ahead.next() {
      #expect(unsafe next.line == count + 1)
      #expect(unsafe next.draft.elementsEqual(Self.drafts[count]))
      count += 1
    }
    #expect(count == Self.drafts.count)
    #expect(try unsafe ahead.next() == nil)
  }

  @Test func `a failure comes after the drafts before it, and again when asked again`() throws {
    let failure = LedgerError.inputOutput(path: "table", reason: "is gone")
    let ahead = DraftsAhead(Counted(Array(Self.drafts.prefix(500)), failing: failure))
    for _ in 0..<500 { #expect(try unsafe ahead.next() != nil) }
    for _ in 0..<2 { #expect(throws: failure) { _ = try unsafe ahead.next() } }
  }

  @Test func `whoever stops asking is not waited for, and all that was made is let go`() throws {
    let source = Counted(Self.drafts)
    do {
      let ahead = DraftsAhead(source)
      #expect(try unsafe ahead.next()?.line == 1)
      _ = consume ahead
    }
    #expect(source.asked < Self.drafts.count, "memory grows with the drafts")
  }
}
