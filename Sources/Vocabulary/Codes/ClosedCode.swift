/// A closed code list that the code itself switches on; a test proves that its cases are the codes of the list.
public protocol ClosedCode: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// The published list.
  static var list: CodeListName { get }
}
