/// Points that repel each other and are held together by springs, after Fruchterman and Reingold (1991).
struct SpringLayout {
  private(set) var points: [(x: Double, y: Double)]
  private let links: [(Int, Int)]
  private let distance: Double

  /// - Parameters:
  ///   - part: which boxes, by index; links are between them.
  init(_ boxes: [NetworkLayout.Box], _ part: [Int], _ links: [(Int, Int)]) {
    let places = Dictionary(uniqueKeysWithValues: zip(part, part.indices))
    self.links = links.compactMap { link in
      guard let one = places[link.0], let other = places[link.1] else { return nil }
      return (one, other)
    }
    let widest = part.map { boxes[$0].width }.max() ?? 0
    distance = max(90, widest * 0.62)
    var columns = 1
    while columns * columns < part.count { columns += 1 }
    var degree = [Int](repeating: 0, count: part.count)
    for (one, other) in self.links {
      degree[one] += 1
      degree[other] += 1
    }
    // Who has most relations begins in the middle, the others in rings of squares around.
    points = Array(repeating: (0, 0), count: part.count)
    let order = degree.indices.sorted { (degree[$1], $0) < (degree[$0], $1) }
    for (place, index) in order.enumerated() {
      let (column, row) = SpringLayout.spiral(place)
      points[index] = (Double(column) * distance + Double(index % 7), Double(row) * distance + Double(index % 5))
    }
  }

  /// The cell of a square spiral from the middle outwards.
  private static func spiral(_ place: Int) -> (Int, Int) {
    var (x, y, dx, dy, length, walked, turns) = (0, 0, 1, 0, 1, 0, 0)
    for _ in 0..<place {
      (x, y, walked) = (x + dx, y + dy, walked + 1)
      if walked == length {
        (dx, dy, walked, turns) = (-dy, dx, 0, turns + 1)
        if turns % 2 == 0 { length += 1 }
      }
    }
    return (x, y)
  }

  /// Lets the points come to rest, in fewer steps the more there are.
  mutating func settle(stretch: Double) {
    let count = points.count
    guard count > 1 else { return }
    let steps = max(40, min(500, 60_000_000 / (count * count)))
    for step in 0..<steps {
      var pull = [(x: Double, y: Double)](repeating: (0, 0), count: count)
      for one in 0..<count {
        for other in (one + 1)..<count { repel(one, other, &pull) }
      }
      for (one, other) in links { attract(one, other, &pull) }
      let heat = distance * (1 - Double(step) / Double(steps)) * 0.5 + 0.5
      for index in 0..<count {
        // A little towards the middle, so that nobody drifts away.
        let force = (x: pull[index].x - points[index].x * 0.05, y: pull[index].y - points[index].y * 0.12)
        let size = (force.x * force.x + force.y * force.y).squareRoot()
        guard size > 0 else { continue }
        let reach = min(size, heat) / size
        points[index].x += force.x * reach
        points[index].y += force.y * reach
      }
    }
  }

  private func repel(_ one: Int, _ other: Int, _ pull: inout [(x: Double, y: Double)]) {
    let (dx, dy) = (points[one].x - points[other].x, points[one].y - points[other].y)
    let square = max(dx * dx + dy * dy, 1)
    // Who is far apart anyway needs no push: long chains may fold.
    guard square < 9 * distance * distance else { return }
    let force = distance * distance / square
    pull[one].x += dx * force
    pull[one].y += dy * force
    pull[other].x -= dx * force
    pull[other].y -= dy * force
  }

  private func attract(_ one: Int, _ other: Int, _ pull: inout [(x: Double, y: Double)]) {
    let (dx, dy) = (points[one].x - points[other].x, points[one].y - points[other].y)
    let force = (dx * dx + dy * dy).squareRoot() / distance
    pull[one].x -= dx * force
    pull[one].y -= dy * force
    pull[other].x += dx * force
    pull[other].y += dy * force
  }
}
