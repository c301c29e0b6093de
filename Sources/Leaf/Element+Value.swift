extension Element {
  /// The value as a tree, with all that lies in it, and the members in the order in which they stand.
  public var value: Value {
    switch kind {
    case .null: .null
    case .boolean: .boolean(boolean ?? false)
    case .integer: .integer(integer ?? 0)
    case .string: .string(string ?? "")
    case .array: .array(elements.map(\.value))
    case .object: .object(members.map { (member: Member) in Value.Member(member.key, member.value.value) })
    }
  }
}
