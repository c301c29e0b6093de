import Leaf

/// Why a text is refused in a form; `nil` when it is accepted.
func refusal(_ text: String, as form: Document.Form) -> LeafError? { refusal(Array(text.utf8), as: form) }

/// Why bytes are refused in a form; `nil` when they are accepted.
func refusal(_ bytes: [UInt8], as form: Document.Form) -> LeafError? {
  do throws(LeafError) {
    _ = try Document(bytes, as: form)
    return nil
  } catch { return error }
}

/// The canonical form of a draft, as text.
func canonical(_ draft: String) throws -> String {
  String(decoding: try Document(Array(draft.utf8), as: .draft).root.encode(), as: UTF8.self)
}

/// What a failing expectation shows of bytes.
func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
