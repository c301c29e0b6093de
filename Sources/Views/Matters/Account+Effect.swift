import Vocabulary

extension Account {
  /// The day from which it is so: the first day of what was so on every day, the last bound of what was so on some day;
  /// `nil` when it is undated.
  var effect: Day? { leaf.occurred?.precision == .precise ? from ?? to : to ?? from }

  /// Whether it is so by a day; what is undated always is.
  func isEffective(by day: Day) -> Bool { effect.map { $0 <= day } ?? true }

  /// When it is placed among others; what is undated comes first.
  var order: Day { effect ?? Day(number: .min) }
}
