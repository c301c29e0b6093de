import ViewStore
import Views
import Vocabulary

/// The answer of a view with the log it stands on, ready to be drawn for a person; it draws and never computes. For programs
/// see ``RowStream``.
struct Picture {
  /// What was asked and what the view says.
  let reading: Reading
  /// The view.
  let view: any View.Type
  /// The name of the log.
  let origin: String
  /// Whether a table tells every reason in full.
  var tellsReasons = false

  var answer: Answer { reading.answer }
}
