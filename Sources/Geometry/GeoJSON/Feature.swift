/// One boundary of a GeoJSON file.
public struct Feature: Sendable, Equatable {
  /// Its number in the file, from 1.
  public var number: Int
  /// Its properties that are texts, numbers or truths, in the order of the file; a number as it is written.
  public var properties: [Property]
  /// Where it lies; `nil` for a feature without a geometry.
  public var area: Area?

  public struct Property: Sendable, Equatable {
    public var name: String
    public var value: String
  }

  /// The value of a property.
  public func value(of property: String) -> String? {
    properties.first { $0.name.utf8.elementsEqual(property.utf8) }?.value
  }
}
