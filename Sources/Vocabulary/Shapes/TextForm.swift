/// Texts of a fixed form. Each has a hand-written test for the hot path and a pattern for the JSON Schema; a test
/// with an independent validator proves that both accept the same texts.
public enum TextForm: UInt8, CaseIterable, Sendable {
  /// An id that people give: `isgs`, `ML0701`, `un/s-2023-578`.
  case key
  /// A word of a code list.
  case word
  /// A day `YYYY-MM-DD`.
  case day
  /// One date as EDTF.
  case date
  /// A date or interval as EDTF.
  case edtf
  /// A UTC second `YYYY-MM-DDThh:mm:ssZ`.
  case second
  /// 32 lower-case hexadecimal digits.
  case eventID
  /// 64 lower-case hexadecimal digits.
  case sha256
  /// The SHA-512 of some bytes, 128 hexadecimal digits.
  case sha512
  /// A digest in base64url without padding: 43 signs.
  case digest
  /// A decimal number as text.
  case decimal
  /// A decimal from -90 to 90.
  case latitude
  /// A decimal from -180 to 180.
  case longitude
  /// A language tag (BCP 47).
  case language
  /// A script (ISO 15924).
  case script
  /// An absolute URL or URN.
  case url
  /// A media type (RFC 6838).
  case mediaType
  /// A field by its dotted path: `payload.counts.0.best`.
  case path
  /// How a draft names an event: `@name`, `#12`, an event id or a leaf hash.
  case eventName
  /// How a draft gives its own id: 32 hexadecimal digits or `@name`.
  case draftID

  /// The form as a regular expression (ECMA-262), for the JSON Schema.
  public var pattern: String {
    let year = "([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    let month = "(0[1-9]|1[0-2])"
    let day = "(0[1-9]|[12][0-9]|3[01])"
    let part = "(2[1-4]|3[3-6]|4[01])"
    let date = "(\(year)|[0-9]{4}-(\(part)|XX(-XX)?|\(month)(-(\(day)|XX))?))[~?%]?"
    let name = "@[a-z0-9/._-]{1,64}"
    switch self {
    case .key: return "^[A-Za-z0-9][A-Za-z0-9._:/-]{0,95}$"
    case .word: return "^[a-z0-9][a-z0-9.+:/_-]{0,63}$"
    case .day: return "^[0-9]{4}-\(month)-\(day)$"
    case .date: return "^\(date)$"
    case .edtf: return "^(\(date)|\(date)/(\(date)|\\.\\.)?|(\\.\\.)?/\(date))$"
    case .second: return "^[0-9]{4}-\(month)-\(day)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$"
    case .eventID: return "^[0-9a-f]{32}$"
    case .sha256: return "^[0-9a-f]{64}$"
    case .sha512: return "^[0-9a-f]{128}$"
    case .digest: return "^[A-Za-z0-9_-]{43}$"
    case .decimal: return "^-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?$"
    case .latitude: return "^-?(90(\\.0{1,18})?|(0|[1-9]|[1-8][0-9])(\\.[0-9]{1,18})?)$"
    case .longitude: return "^-?(180(\\.0{1,18})?|(0|[1-9]|[1-9][0-9]|1[0-7][0-9])(\\.[0-9]{1,18})?)$"
    case .language: return "^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$"
    case .script: return "^[A-Z][a-z]{3}$"
    case .url: return "^[A-Za-z][A-Za-z0-9+.-]{0,31}:[!#-\\[\\]-~]{1,2000}$"
    case .mediaType: return "^[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,63}$"
    case .path: return "^[a-z_][a-z0-9_]{0,31}(\\.([a-z_][a-z0-9_]{0,31}|0|[1-9][0-9]{0,4})){0,15}$"
    case .eventName: return "^(\(name)|#(0|[1-9][0-9]{0,14})|[0-9a-f]{32}|[0-9a-f]{64})$"
    case .draftID: return "^(\(name)|[0-9a-f]{32})$"
    }
  }

  /// What is allowed, for people.
  public var allowed: String {
    switch self {
    case .key: "an id of 1 to 96 letters, digits and . _ : / - beginning with a letter or digit, as isgs or ML0701"
    case .word: "a word of 1 to 64 small letters, digits and . + : / _ - as drone-strike"
    case .day: "a day as 2023-06-01"
    case .date: "a date as 2023-06-01, 2023-06, 2023 or 2012~"
    case .edtf: EDTFError.allowed
    case .second: "a UTC second as 2026-11-24T08:00:00Z"
    case .eventID: "32 hexadecimal digits in small letters"
    case .sha256: "64 hexadecimal digits in small letters (SHA-256)"
    case .sha512: "128 hexadecimal digits in small letters (SHA-512)"
    case .digest: "43 signs of base64url (SHA-256)"
    case .decimal: "a decimal number as text, as \"31.25\""
    case .latitude: "a decimal from -90 to 90 as text, as \"15.6637\""
    case .longitude: "a decimal from -180 to 180 as text, as \"0.5028\""
    case .language: "a language tag as en, fr or ar-Latn"
    case .script: "a script as Latn or Arab"
    case .url: "an absolute URL or URN in ASCII, without spaces"
    case .mediaType: "a media type as application/pdf"
    case .path: "a dotted path as payload.counts.0.best"
    case .eventName: "@name, #position, an event id (32 hexadecimal digits) or a leaf hash (64)"
    case .draftID: "32 hexadecimal digits, or @name of 1 to 64 small letters, digits and / . _ -"
    }
  }

  /// A text of the form, for templates, examples and tests.
  public var example: String {
    switch self {
    case .key: "ML0701"
    case .word: "other"
    case .day: "2023-06-01"
    case .date: "2023-06"
    case .edtf: "2022-03/2022-06"
    case .second: "2026-11-24T08:00:00Z"
    case .eventID: "0190b6a2c3d47e5f8a9b0c1d2e3f4a5b"
    case .sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    case .sha512:
      "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
        + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
    case .digest: "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    case .decimal: "31.25"
    case .latitude: "15.6637"
    case .longitude: "0.5028"
    case .language: "en"
    case .script: "Latn"
    case .url: "https://example.org/report"
    case .mediaType: "application/pdf"
    case .path: "payload.counts.0.best"
    case .eventName: "@mali/report"
    case .draftID: "@mali/attack-1"
    }
  }
}
