import Foundation
import Ledger
import Synchronization
import Testing

@testable import SQLiteLog

/// The queue of callers, without a store behind it: what leads, what waits, what is tried again.
@Suite struct `the queue of appends` {
  /// What the threads of a test have in common.
  private final class Scene: Sendable {
    let queue = AppendQueue()
    let isServing = Mutex(false)
    let faults = Mutex<[String]>([])
    let turn = Mutex(0)

    func fault(_ text: String) { faults.withLock { $0.append(text) } }

    /// Serves a group as a store would that is now and then busy: then only those who are out of patience are answered.
    func serve(_ group: [AppendQueue.Call]) -> [AppendQueue.Call] {
      if isServing.withLock({ isServing in
        defer { isServing = true }
        return isServing
      }) {
        fault("two groups were served at once")
      }
      defer { isServing.withLock { $0 = false } }
      if group.isEmpty || group.count > 1 && group.contains(where: { $0.volume == .many }) {
        fault("\(group.count) calls formed a group")
      }
      let isBusy = turn.withLock { turn in
        turn += 1
        return turn % 5 == 0
      }
      let now = ContinuousClock.now
      let again = isBusy ? group.filter { $0.deadline > now } : []
      for call in group where !again.contains(where: { $0 === call }) { call.fail(.stale(expected: 0, size: 0)) }
      return again
    }
  }

  @Test(arguments: [1, 2, 16, 40])
  func `answers every call once, one group after the other`(threads: Int) {
    let scene = Scene()
    let group = DispatchGroup()
    for thread in 0..<threads {
      group.enter()
      Thread.detachNewThread {
        for number in 0..<120 {
          var answers = 0
          let call = AppendQueue.Call(
            (thread + number) % 30 == 0 ? .many : .few, patience: number % 7 == 0 ? .zero : .seconds(60),
            run: { _ in false }, fail: { _ in answers += 1 })
          scene.queue.submit(call, serve: scene.serve)
          if answers != 1 { scene.fault("call \(number) of thread \(thread) was answered \(answers) times") }
        }
        group.leave()
      }
    }
    group.wait()
    #expect(scene.faults.withLock { $0 } == [])
  }
}
