/// Where the boxes of a network go: springs along relations, repulsion between all, then no box over another or on a line.
///
/// Plain arithmetic from fixed beginnings, without a random number or a trigonometric function, so that the same network
/// gives the same drawing on every machine. Parts that no relation joins are laid out one by one and set side by side.
struct NetworkLayout {
  /// A box by its middle.
  struct Box {
    var x = 0.0
    var y = 0.0
    let width: Double
    let height: Double
  }

  private(set) var boxes: [Box]
  private(set) var width = 0.0
  private(set) var height = 0.0

  private static let gap = 40.0
  /// Boxes are wider than high, so that distances count less along lines of text.
  private static let stretch = 1.5

  /// - Parameters:
  ///   - sizes: width and height of each box.
  ///   - links: pairs of boxes, by index.
  ///   - room: how wide the whole may be, when no part is wider.
  init(sizes: [(width: Double, height: Double)], links: [(Int, Int)], room: Double) {
    boxes = sizes.map { Box(width: $0.width, height: $0.height) }
    var (x, y, line) = (0.0, 0.0, 0.0)
    for part in NetworkLayout.parts(sizes.count, links) {
      let members = Set(part)
      var spring = SpringLayout(boxes, part, links.filter { members.contains($0.0) })
      spring.settle(stretch: NetworkLayout.stretch)
      for (index, point) in zip(part, spring.points) {
        boxes[index].x = point.x * NetworkLayout.stretch
        boxes[index].y = point.y
      }
      let inner = links.filter { members.contains($0.0) }
      for _ in 0..<60 where !separate(part) || !clear(part, inner) {}
      for _ in 0..<200 where !separate(part) {}
      let (left, top, right, bottom) = bounds(part)
      if x > 0, x + right - left > room {
        (x, y, line) = (0, y + line + NetworkLayout.gap, 0)
      }
      for index in part {
        boxes[index].x += x - left
        boxes[index].y += y - top
      }
      x += right - left + NetworkLayout.gap
      line = max(line, bottom - top)
      width = max(width, x - NetworkLayout.gap)
      height = y + line
    }
  }

  /// The parts that links join, the largest first, each ascending.
  private static func parts(_ count: Int, _ links: [(Int, Int)]) -> [[Int]] {
    var part = Array(0..<count)
    func root(_ index: Int) -> Int {
      var index = index
      while part[index] != index { index = part[index] }
      return index
    }
    for (one, other) in links {
      let (first, second) = (root(one), root(other))
      part[max(first, second)] = min(first, second)
    }
    let groups = Dictionary(grouping: 0..<count, by: root).values.map { $0.sorted() }
    return groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  private func bounds(_ part: [Int]) -> (left: Double, top: Double, right: Double, bottom: Double) {
    var found = (left: Double.infinity, top: Double.infinity, right: -Double.infinity, bottom: -Double.infinity)
    for box in part.map({ boxes[$0] }) {
      found.left = min(found.left, box.x - box.width / 2)
      found.right = max(found.right, box.x + box.width / 2)
      found.top = min(found.top, box.y - box.height / 2)
      found.bottom = max(found.bottom, box.y + box.height / 2)
    }
    return found
  }

  /// Pushes boxes apart that are too near; whether none was.
  private mutating func separate(_ part: [Int]) -> Bool {
    var isClear = true
    for (place, one) in part.enumerated() {
      for other in part[(place + 1)...] {
        let across =
          (boxes[one].width + boxes[other].width) / 2 + NetworkLayout.gap - abs(boxes[one].x - boxes[other].x)
        let down =
          (boxes[one].height + boxes[other].height) / 2 + NetworkLayout.gap - abs(boxes[one].y - boxes[other].y)
        guard across > 0.5, down > 0.5 else { continue }
        isClear = false
        if down <= across {
          let step = (boxes[one].y <= boxes[other].y ? 0.5 : -0.5) * down
          boxes[one].y -= step
          boxes[other].y += step
        } else {
          let step = (boxes[one].x <= boxes[other].x ? 0.5 : -0.5) * across
          boxes[one].x -= step
          boxes[other].x += step
        }
      }
    }
    return isClear
  }

  /// Moves boxes off the lines between others; whether none was on one.
  private mutating func clear(_ part: [Int], _ links: [(Int, Int)]) -> Bool {
    var isClear = true
    for (from, to) in links {
      let (start, end) = (boxes[from], boxes[to])
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let square = dx * dx + dy * dy
      guard square > 1 else { continue }
      let length = square.squareRoot()
      for index in part where index != from && index != to {
        let box = boxes[index]
        let along = ((box.x - start.x) * dx + (box.y - start.y) * dy) / square
        guard along > 0, along < 1 else { continue }
        let off = ((box.y - start.y) * dx - (box.x - start.x) * dy) / length
        // How far the box reaches across the line.
        let reach = (abs(dy) * box.width + abs(dx) * box.height) / (2 * length) + 10
        guard abs(off) < reach else { continue }
        isClear = false
        let step = (off >= 0 ? 1 : -1) * min(reach - abs(off), 24)
        boxes[index].x -= step * dy / length
        boxes[index].y += step * dx / length
      }
    }
    return isClear
  }
}
