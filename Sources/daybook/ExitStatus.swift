/// How a command ended, after `sysexits.h` where that has a word for it. Thrown, it ends a command without a message.
enum ExitStatus: Int32, Error {
  case done = 0
  /// The audit found a falsification.
  case falsified = 1
  /// What was asked cannot be decided with what is here.
  case undecided = 2
  case usage = 64
  /// The input was read and is refused.
  case badInput = 65
  case noInput = 66
  /// A promise of our own is broken.
  case `internal` = 70
  /// Reading or writing failed.
  case inputOutput = 74
  /// Somebody else holds what is needed; the same call may succeed in a moment.
  case busy = 75
}
