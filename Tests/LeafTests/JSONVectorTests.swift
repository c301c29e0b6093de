import Foundation
import Leaf
import TestSupport
import Testing

/// JSONTestSuite: what every reader must accept or refuse, and where the profile is narrower than JSON.
@Suite(.enabled(if: SharedData.isPresent, "the JSON vectors lie in ../shared, which is not here"))
struct JSONVectorTests {
  /// Documents that are JSON and outside the profile, each with the rule it breaks; all others that begin with `y_`
  /// are accepted.
  static let outside: [String: LeafError.Reason] = [
    "y_number.json": .exponent, "y_number_0e+1.json": .exponent, "y_number_0e1.json": .exponent,
    "y_number_double_close_to_zero.json": .fraction, "y_number_int_with_exp.json": .exponent,
    "y_number_minus_zero.json": .minusZero, "y_number_negative_zero.json": .minusZero,
    "y_number_real_capital_e.json": .exponent, "y_number_real_capital_e_neg_exp.json": .exponent,
    "y_number_real_capital_e_pos_exp.json": .exponent, "y_number_real_exponent.json": .exponent,
    "y_number_real_fraction_exponent.json": .fraction, "y_number_real_neg_exp.json": .exponent,
    "y_number_real_pos_exponent.json": .exponent, "y_number_simple_real.json": .fraction,
    "y_object_duplicated_key.json": .duplicateKey, "y_object_duplicated_key_and_value.json": .duplicateKey,
    "y_object_empty_key.json": .key, "y_object_escaped_null_in_key.json": .key,
    "y_object_extreme_numbers.json": .fraction, "y_structure_lonely_negative_real.json": .fraction,
  ]

  /// What the suite leaves open: all refused, each for the rule it breaks.
  static let open: [String: LeafError.Reason] = [
    "i_number_double_huge_neg_exp.json": .fraction, "i_number_huge_exp.json": .fraction,
    "i_number_neg_int_huge_exp.json": .exponent, "i_number_pos_double_huge_exp.json": .fraction,
    "i_number_real_neg_overflow.json": .exponent, "i_number_real_pos_overflow.json": .exponent,
    "i_number_real_underflow.json": .exponent, "i_number_too_big_neg_int.json": .numberTooLarge,
    "i_number_too_big_pos_int.json": .numberTooLarge, "i_number_very_big_negative_int.json": .numberTooLarge,
    "i_object_key_lone_2nd_surrogate.json": .loneSurrogate,
    "i_string_1st_surrogate_but_2nd_missing.json": .loneSurrogate,
    "i_string_1st_valid_surrogate_2nd_invalid.json": .loneSurrogate, "i_string_UTF-16LE_with_BOM.json": .notUTF8,
    "i_string_UTF-8_invalid_sequence.json": .notUTF8, "i_string_UTF8_surrogate_U+D800.json": .notUTF8,
    "i_string_incomplete_surrogate_and_escape_valid.json": .loneSurrogate,
    "i_string_incomplete_surrogate_pair.json": .loneSurrogate,
    "i_string_incomplete_surrogates_escape_valid.json": .loneSurrogate,
    "i_string_invalid_lonely_surrogate.json": .loneSurrogate, "i_string_invalid_surrogate.json": .loneSurrogate,
    "i_string_invalid_utf-8.json": .notUTF8, "i_string_inverted_surrogates_U+1D11E.json": .loneSurrogate,
    "i_string_iso_latin_1.json": .notUTF8, "i_string_lone_second_surrogate.json": .loneSurrogate,
    "i_string_lone_utf8_continuation_byte.json": .notUTF8, "i_string_not_in_unicode_range.json": .notUTF8,
    "i_string_overlong_sequence_2_bytes.json": .notUTF8, "i_string_overlong_sequence_6_bytes.json": .notUTF8,
    "i_string_overlong_sequence_6_bytes_null.json": .notUTF8, "i_string_truncated-utf-8.json": .notUTF8,
    "i_string_utf16BE_no_BOM.json": .noValue, "i_string_utf16LE_no_BOM.json": .noValue,
    "i_structure_500_nested_arrays.json": .depth, "i_structure_UTF-8_BOM_empty_object.json": .byteOrderMark,
  ]

  /// Documents that readers understand differently; those that are not here are accepted.
  static let transformed: [String: LeafError.Reason] = [
    "number_-9223372036854775808.json": .numberTooLarge, "number_-9223372036854775809.json": .numberTooLarge,
    "number_1.0.json": .fraction, "number_1.000000000000000005.json": .fraction,
    "number_10000000000000000999.json": .numberTooLarge, "number_1e-999.json": .exponent,
    "number_1e6.json": .exponent, "number_9223372036854775807.json": .numberTooLarge,
    "number_9223372036854775808.json": .numberTooLarge, "object_key_nfc_nfd.json": .key,
    "object_key_nfd_nfc.json": .key, "object_same_key_different_values.json": .duplicateKey,
    "object_same_key_same_value.json": .duplicateKey, "object_same_key_unclear_values.json": .duplicateKey,
    "string_1_escaped_invalid_codepoint.json": .loneSurrogate, "string_1_invalid_codepoint.json": .notUTF8,
    "string_2_escaped_invalid_codepoints.json": .loneSurrogate, "string_2_invalid_codepoints.json": .notUTF8,
    "string_3_escaped_invalid_codepoints.json": .loneSurrogate, "string_3_invalid_codepoints.json": .notUTF8,
  ]

  @Test func `what must be accepted is accepted, or refused by a rule of the profile`() throws {
    for (name, bytes) in try files("test_parsing", prefix: "y_", atLeast: 95) {
      let error = refusal(bytes, as: .draft)
      #expect(error?.reason == Self.outside[name], "\(name)")
      if error == nil { try expectCanonical(name, bytes) }
    }
  }

  @Test func `what must be refused is refused in every form, with its place`() throws {
    for (name, bytes) in try files("test_parsing", prefix: "n_", atLeast: 180) {
      for form in [Document.Form.draft, .canonical] {
        let error = refusal(bytes, as: form)
        #expect(error != nil, "\(name)")
        let lines = bytes.count { $0 == 0x0A } + 1
        #expect(error.map { (1...lines).contains($0.line) && $0.column >= 1 } == true, "\(name)")
      }
      _ = refusal(bytes, as: .trusted)
    }
  }

  @Test func `what may be refused is refused`() throws {
    for (name, bytes) in try files("test_parsing", prefix: "i_", atLeast: 35) {
      #expect(refusal(bytes, as: .draft)?.reason == Self.open[name], "\(name)")
    }
  }

  @Test func `no document is understood differently than it is written`() throws {
    for (name, bytes) in try files("test_transform", prefix: "", atLeast: 22) {
      let error = refusal(bytes, as: .draft)
      #expect(error?.reason == Self.transformed[name], "\(name)")
      if error == nil { try expectCanonical(name, bytes) }
    }
  }

  /// The canonical form is canonical, and Foundation reads the same from it as from the document.
  private func expectCanonical(_ name: String, _ bytes: [UInt8]) throws {
    let written = try Document(bytes, as: .draft).root.encode()
    #expect(refusal(written, as: .canonical) == nil, "\(name)")
    let options: JSONSerialization.ReadingOptions = .fragmentsAllowed
    let before = try JSONSerialization.jsonObject(with: Data(bytes), options: options) as? NSObject
    let after = try JSONSerialization.jsonObject(with: Data(written), options: options) as? NSObject
    #expect(before == after, "\(name)")
  }

  private func files(_ folder: String, prefix: String, atLeast: Int) throws -> [(name: String, bytes: [UInt8])] {
    let files = try SharedData.files("vectors/json/" + folder, suffix: ".json")
      .filter { $0.lastPathComponent.hasPrefix(prefix) }
    #expect(files.count >= atLeast)
    return try files.map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
  }
}
