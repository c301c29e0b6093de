/// The two forms of a document.
public enum DocumentForm: String, CaseIterable, Sendable {
  /// What a person or program writes: names instead of ids, no recorded time.
  case draft
  /// What is stored and hashed.
  case leaf
}

extension Field {
  /// Whether the field may stand in documents of the form.
  func stands(in form: DocumentForm) -> Bool {
    switch presence {
    case .always: true
    case .draftOnly: form == .draft
    case .leafOnly: form == .leaf
    }
  }

  /// Whether the field must stand in documents of the form.
  func isMandatory(in form: DocumentForm) -> Bool {
    stands(in: form) && (form == .draft ? isMandatoryInDraft : isMandatory)
  }
}

extension Shape {
  /// Whether the items of a list must be sorted and unique.
  func isSorted(_ key: String) -> Bool {
    rules.contains { rule in
      if case .sorted(let sorted) = rule { return sorted == key }
      return false
    }
  }
}

extension FieldType.Shorthand {
  /// What the text is that a draft may write instead of the object.
  var text: FieldType {
    switch self {
    case .period: .form(.edtf)
    case .place: .text
    }
  }
}
