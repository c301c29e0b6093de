public import Leaf

extension Period {
  /// The fields of a period in the envelope.
  public static let shape = Shape(
    "period", "When it was so.", rules: [.reportAfterBeginning],
    [
      .must("edtf", .form(.edtf), "The date or interval as EDTF (ISO 8601-2)."),
      .may("precision", .code(.precision), "True on every day, or on at least one day."),
      .may("starts", .boolean, "Whether the beginning lies within the bounds."),
      .may("ends", .boolean, "Whether the end lies within the bounds."),
      .may("text", .text, "The words of the source, for example In June."),
      .may("not_after", .form(.day), "The date of the report, which clips the last day."),
    ])

  /// Reads a period from its object in the leaf, or from the EDTF text a draft may put there.
  public init?(_ fields: Element) {
    if let text = fields.string {
      guard let period = try? Period(text) else { return nil }
      self = period
      return
    }
    guard let edtf = fields.text("edtf"), let date = try? EDTF(edtf) else { return nil }
    self.init(
      date, edtf: edtf, precision: fields.text("precision").flatMap(Precision.init), starts: fields.flag("starts"),
      ends: fields.flag("ends"), text: fields.text("text"), notAfter: fields.day("not_after"))
  }
}
