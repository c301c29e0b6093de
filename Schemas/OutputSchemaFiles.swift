/// The JSON Schemas of what commands print for programs, one file each: `Embedded/output_NAME.json`.
///
/// `output_parts.json` holds what they share. `…_line` is one line of the same output as JSON lines.
enum OutputSchemaFiles {
  static let all: [(name: String, bytes: [UInt8])] = [
    ("output_answer.json", PackageResources.output_answer_json),
    ("output_answer_line.json", PackageResources.output_answer_line_json),
    ("output_audit.json", PackageResources.output_audit_json),
    ("output_audit_line.json", PackageResources.output_audit_line_json),
    ("output_changes.json", PackageResources.output_changes_json),
    ("output_changes_line.json", PackageResources.output_changes_line_json),
    ("output_diff.json", PackageResources.output_diff_json),
    ("output_diff_line.json", PackageResources.output_diff_line_json),
    ("output_parts.json", PackageResources.output_parts_json),
    ("output_replay.json", PackageResources.output_replay_json),
    ("output_verify.json", PackageResources.output_verify_json),
    ("output_verify_line.json", PackageResources.output_verify_line_json),
    ("output_views.json", PackageResources.output_views_json),
    ("output_why.json", PackageResources.output_why_json),
  ]
}
