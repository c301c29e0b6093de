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
    ("output_evidence_add.json", PackageResources.output_evidence_add_json),
    ("output_evidence_add_line.json", PackageResources.output_evidence_add_line_json),
    ("output_evidence_check.json", PackageResources.output_evidence_check_json),
    ("output_evidence_check_line.json", PackageResources.output_evidence_check_line_json),
    ("output_evidence_list.json", PackageResources.output_evidence_list_json),
    ("output_evidence_list_line.json", PackageResources.output_evidence_list_line_json),
    ("output_log.json", PackageResources.output_log_json),
    ("output_log_line.json", PackageResources.output_log_line_json),
    ("output_parts.json", PackageResources.output_parts_json),
    ("output_profiles.json", PackageResources.output_profiles_json),
    ("output_profiles_line.json", PackageResources.output_profiles_line_json),
    ("output_protected.json", PackageResources.output_protected_json),
    ("output_receipt.json", PackageResources.output_receipt_json),
    ("output_replay.json", PackageResources.output_replay_json),
    ("output_show.json", PackageResources.output_show_json),
    ("output_status.json", PackageResources.output_status_json),
    ("output_verify.json", PackageResources.output_verify_json),
    ("output_verify_line.json", PackageResources.output_verify_line_json),
    ("output_view_line.json", PackageResources.output_view_line_json),
    ("output_views.json", PackageResources.output_views_json),
    ("output_why.json", PackageResources.output_why_json),
  ]
}
