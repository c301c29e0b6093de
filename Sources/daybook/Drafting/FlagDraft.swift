import Leaf
import Vocabulary

/// A draft of one event, written as flags.
struct FlagDraft {
  let kind: Kind
  private(set) var value: Value
  /// The flag that filled each place, so that a refusal can name it.
  private var flags: [String: String] = [:]

  init(_ kind: Kind) {
    self.init(kind, .object([.init("kind", .string(kind.rawValue)), .init("payload", .object([]))]))
  }

  /// A draft that was written otherwise.
  init(_ kind: Kind, _ value: Value) { (self.kind, self.value) = (kind, value) }

  /// Fills one place.
  ///
  /// - Parameter flag: the name without its dashes.
  mutating func set(_ flag: String, _ text: String) throws(Complaint) {
    switch flag {
    case "set": try setPath(text)
    case "protect": try protect(text)
    case "protect-subject": put(.string(text), ["protect", "subject"], flag)
    default:
      if let path = FlagPath.find(flag, in: kind) {
        try put(text, path, flag)
      } else if let relation = Relation(rawValue: flag) {
        let edge = Value.object([.init("rel", .string(relation.rawValue)), .init("event", .string(text))])
        put(.array([edge]), ["refs"], flag)
      } else if try !setDotted(flag, text) {
        throw unknown(flag)
      }
    }
  }

  /// The bytes of the draft.
  var bytes: [UInt8] { value.encode() }

  /// The flag that filled the place of a finding; `nil` when none did.
  func flag(at path: String) -> String? {
    var keys = path.split(separator: ".")
    while !keys.isEmpty {
      if let flag = flags[keys.joined(separator: ".")] { return flag }
      keys.removeLast()
    }
    return nil
  }

  /// Puts a value in a place by hand.
  mutating func replace(_ value: Value, at key: String) { self.value[key] = value }

  private mutating func put(_ text: String, _ path: FlagPath, _ flag: String) throws(Complaint) {
    let read: Value
    do throws(FlagValue.Refusal) { read = try FlagValue.read(text, as: path.type) } catch {
      throw Complaint(.badInput, "--\(flag): \(error.text): not of the right form; allowed: \(error.allowed)")
    }
    put(read, path.keys, flag)
  }

  /// `--count.killed 3-5`: an item of a list, named by its word.
  private mutating func setDotted(_ flag: String, _ text: String) throws(Complaint) -> Bool {
    guard let dot = flag.lastIndex(of: "."), let path = FlagPath.find(String(flag[..<dot]), in: kind), path.isItem,
      case .list(.object(let shape), _) = path.type, Short.of(shape) != nil
    else { return false }
    try put("\(flag[flag.index(after: dot)...])=\(text)", path, flag)
    return true
  }

  /// `--set path=value`: any place, by its path.
  private mutating func setPath(_ text: String) throws(Complaint) {
    guard let equals = text.firstIndex(of: "=") else {
      throw Complaint(.usage, "--set: \(text): no value; allowed: PATH=VALUE, as payload.pace=fast")
    }
    let path = String(text[..<equals])
    let given = String(text[text.index(after: equals)...])
    if let known = FlagPath.find(path, in: kind) { return try put(given, known, "set \(path)") }
    let read: Value
    do throws(FlagValue.Refusal) { read = try FlagValue.jsonOrText(given) } catch {
      throw Complaint(.badInput, "--set \(path): \(error.text): allowed: \(error.allowed)")
    }
    put(read, path.split(separator: ".").map(String.init), "set \(path)")
  }

  /// `--protect name=value`: a value that the log shall only commit to.
  private mutating func protect(_ text: String) throws(Complaint) {
    guard let equals = text.firstIndex(of: "=") else {
      guard let path = FlagPath.find(text, in: kind) else {
        throw Complaint(
          .usage,
          "--protect: \(text): the kind \(kind.rawValue) has no such field; allowed: a field of the event, as note or "
            + "place, or NAME=VALUE, as collector=\"A. Name\"")
      }
      return put(.array([.string(path.keys.joined(separator: "."))]), ["protect", "hide"], "protect")
    }
    guard equals != text.startIndex else {
      throw Complaint(.usage, "--protect: \(text): no name; allowed: NAME=VALUE, as collector=\"A. Name\"")
    }
    let name = String(text[..<equals])
    put(.string(String(text[text.index(after: equals)...])), ["protect", "fields", name], "protect")
    put(.array([.string(name)]), ["handling", "protected"], "protect")
  }

  private mutating func put(_ new: Value, _ keys: [String], _ flag: String) {
    var path = keys
    if case .array(let items)? = Self.look(value, keys[...]) { path.append(String(items.count)) }
    if case .array = new, path.count == keys.count { path.append("0") }
    flags[path.joined(separator: ".")] = flag
    // A text that stands for an object, as a place by its name, becomes that object when another field of it is given.
    if keys.count > 1, case .string? = value[keys[0]] {
      value[keys[0]] = .object([.init(keys[0] == "occurred" ? "edtf" : "id", value[keys[0]] ?? .null)])
    }
    Self.write(new, keys[...], &value)
  }

  private static func look(_ value: Value, _ keys: ArraySlice<String>) -> Value? {
    guard let key = keys.first else { return value }
    return value[key].flatMap { look($0, keys.dropFirst()) }
  }

  /// Puts a value at a path of keys; items go to the end of their list.
  private static func write(_ new: Value, _ keys: ArraySlice<String>, _ value: inout Value) {
    guard let key = keys.first else {
      if case .array(let more) = new, case .array(let items) = value {
        value = .array(items + more)
      } else {
        value = new
      }
      return
    }
    if case .object = value {} else { value = .object([]) }
    var inner = value[key] ?? (keys.count == 1 ? .null : .object([]))
    write(new, keys.dropFirst(), &inner)
    value[key] = inner
  }

  private func unknown(_ flag: String) -> Complaint {
    let flags = FlagPath.flags(of: kind)
    let nearest = Nearest.word(to: flag, among: flags).map { "; did you mean --\($0)?" } ?? ""
    return Complaint(
      .usage,
      "--\(flag): the kind \(kind.rawValue) has no such field\(nearest)\nSee what there is: daybook append \(kind.rawValue) --help"
    )
  }
}
