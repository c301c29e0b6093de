internal import Glibc

// Calls whose names our own methods share; outside every type they need no module name, whichever C library it is.

func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(descriptor, buffer.baseAddress, buffer.count)
}

func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, bytes.baseAddress, bytes.count)
}

func systemLink(_ from: String, _ to: String) -> Int32 { unsafe link(from, to) }

func systemRename(_ from: String, _ to: String) -> Int32 { unsafe rename(from, to) }

func systemSync() { sync() }

/// The place of the first such byte.
func systemFind(_ byte: UInt8, _ bytes: UnsafeRawBufferPointer) -> Int? {
  guard let base = bytes.baseAddress, let found = unsafe memchr(base, Int32(byte), bytes.count) else { return nil }
  return unsafe UnsafeRawPointer(found) - base
}

/// Milliseconds since 1970 by the clock of the system.
func systemMilliseconds() -> Int64 {
  var now = timespec()
  unsafe clock_gettime(CLOCK_REALTIME, &now)
  return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
}

/// Fills at most 256 bytes with random ones of the system; `false` when it has none.
func systemRandom(_ bytes: UnsafeMutableRawBufferPointer) -> Bool {
  guard let base = bytes.baseAddress else { return true }
  return unsafe getentropy(base, bytes.count) == 0
}
