import Leaf
import Ledger
import Views
import Vocabulary

/// Moves fields of a draft into protected values: those the draft names itself (`protect.hide`), and those that a policy
/// hides in every event of the kind.
///
/// The fields of one group by danger become one value. Of a place the event keeps the region, of a day the month, so that
/// it can still be counted; anything else is taken out.
final class Hiding {
  private let facts: () throws -> References
  private let directory: () -> any Directory
  private var policies: [Kind: [(group: ProtectionSettings.Group, paths: [String])]] = [:]
  private var references: References?

  /// - Parameters:
  ///   - policies: the standing policies about protection.
  ///   - facts: what is known of places; asked when a place is hidden for the first time.
  ///   - directory: the names that can be resolved now.
  init(_ policies: [Kind: Policy], facts: @escaping () throws -> References, directory: @escaping () -> any Directory) {
    self.facts = facts
    self.directory = directory
    for (kind, policy) in policies { self.policies[kind] = ProtectionSettings.groups(of: policy) }
  }

  /// Learns a policy that the same call appends.
  func learn(_ policy: Policy) {
    if policy.subject == .protection, let kind = Kind(rawValue: policy.key) {
      policies[kind] = ProtectionSettings.groups(of: policy)
    }
  }

  /// The draft as it is sealed; the same document when nothing is to be hidden.
  ///
  /// - Parameter stored: the event, when the draft is recognised as one that is there: then what was hidden then is hidden now.
  func apply(_ document: Document, stored: Event?) throws(LedgerError) -> Document {
    let root = document.root
    let named = root["protect"]?["hide"]?.elements.compactMap(\.string) ?? []
    guard !named.isEmpty || !policies.isEmpty else { return document }
    var groups = root["kind"]?.string.flatMap { Kind(rawValue: $0) }.flatMap { policies[$0] } ?? []
    if let stored {
      let then = stored.handling?.protectedFields ?? []
      groups.removeAll { group, _ in !then.contains(group.rawValue) }
    }
    guard !named.isEmpty || !groups.isEmpty else { return document }
    var moving = Moving(root)
    for path in named {
      guard try move(path, to: .init(of: path), &moving) else {
        throw Self.refusal(path, "the event has no such field, so that there is nothing to hide")
      }
    }
    for (group, paths) in groups { for path in paths { _ = try move(path, to: group, &moving) } }
    do throws(LeafError) { return try Document(moving.draft.encode(), as: .draft) } catch {
      throw .refused(line: nil, .malformed(error))
    }
  }

  private func move(
    _ path: String, to group: ProtectionSettings.Group, _ moving: inout Moving
  ) throws(LedgerError) -> Bool {
    switch path {
    case "place": return try movePlace(group, &moving)
    case "occurred": return try moveTime(group, &moving)
    default: return moving.take(path, to: group.rawValue, leaving: nil)
    }
  }

  /// The place goes, and its region stays.
  private func movePlace(_ group: ProtectionSettings.Group, _ moving: inout Moving) throws(LedgerError) -> Bool {
    guard let written = moving.draft["place"] else { return false }
    let day = moving.period?.latest ?? moving.period?.earliest
    var exact = written
    if case .string(let text) = written { exact = ["id": .string(text)] }
    guard case .string(let name)? = exact["id"] else { return moving.take("place", to: group.rawValue, leaving: nil) }
    let id: String
    do throws(ResolutionError) { id = try directory().resolve(name, in: .place, on: day) } catch {
      // What cannot be resolved is refused when the draft is sealed; it must be there for that.
      return true
    }
    exact["id"] = .string(id)
    if exact["name"] == nil, !id.utf8.elementsEqual(name.utf8) { exact["name"] = .string(name) }
    let region = try region(of: id, on: day)
    return moving.take("place", to: group.rawValue, leaving: region.map { ["id": .string($0)] }, as: exact)
  }

  private func region(of id: String, on day: Day?) throws(LedgerError) -> String? {
    do {
      let references = try references ?? facts()
      self.references = references
      let place = try Document((["id": .string(id)] as Value).encode(), as: .draft)
      return DisclosedPlace(Place(place.root), isGuarded: true, on: day ?? Day(number: 20_000), references).id
    } catch {
      throw (error as? LedgerError) ?? .inputOutput(path: "views", reason: "\(error)")
    }
  }

  /// The day goes, and its month stays.
  private func moveTime(_ group: ProtectionSettings.Group, _ moving: inout Moving) throws(LedgerError) -> Bool {
    guard moving.draft["occurred"] != nil, let period = moving.period else { return false }
    let month = DisclosedPeriod(period.edtf, period.earliest, period.latest, isGuarded: true).edtf
    return moving.take("occurred", to: group.rawValue, leaving: month.map(Value.string))
  }

  private static func refusal(_ path: String, _ reason: String) -> LedgerError {
    let finding = Finding(
      path: "protect.hide", problem: .doesNotFit, value: path, reason: reason,
      allowed: "the path of a field that is there")
    return .refused(line: nil, .findings([finding]))
  }
}

/// A draft whose fields go into protected values one by one.
private struct Moving {
  private(set) var draft: Value
  /// When it was so, as the draft says.
  let period: Period?

  init(_ root: Element) {
    draft = root.value
    period = root["occurred"].flatMap { Period($0) }
    if var protect = draft["protect"] {
      protect["hide"] = nil
      draft["protect"] = protect == .object([]) ? nil : protect
    }
  }

  /// Takes the field at a path out into the value `name`; answers whether it was there.
  ///
  /// - Parameters:
  ///   - coarse: what stands there from now on; `nil` takes the field away.
  ///   - exact: what is hidden, when that is not what was written.
  mutating func take(_ path: String, to name: String, leaving coarse: Value?, as exact: Value? = nil) -> Bool {
    let steps = path.split(separator: ".").map(String.init)
    guard let found = Moving.look(draft, steps[...]) else { return false }
    Moving.put(coarse, steps[...], &draft)
    var protect = draft["protect"] ?? .object([])
    var fields = protect["fields"] ?? .object([])
    var tree = fields[name] ?? .object([])
    if case .object = tree {} else { tree = ["given": tree] }
    Moving.put(exact ?? found, steps[...], &tree)
    fields[name] = tree
    protect["fields"] = fields
    draft["protect"] = protect
    var handling = draft["handling"] ?? .object([])
    var names: [Value] = []
    if case .array(let known)? = handling["protected"] { names = known }
    if !names.contains(.string(name)) { names.append(.string(name)) }
    handling["protected"] = .array(names)
    draft["handling"] = handling
    return true
  }

  private static func look(_ value: Value, _ steps: ArraySlice<String>) -> Value? {
    guard let step = steps.first else { return value }
    guard case .object = value else { return nil }
    return value[step].flatMap { look($0, steps.dropFirst()) }
  }

  private static func put(_ new: Value?, _ steps: ArraySlice<String>, _ value: inout Value) {
    guard let step = steps.first else { return }
    let rest = steps.dropFirst()
    if rest.isEmpty {
      value[step] = new
      return
    }
    var inner = value[step] ?? .object([])
    put(new, rest, &inner)
    value[step] = inner
  }
}
