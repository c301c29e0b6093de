#ifndef DAYBOOK_CSQLITE_SHIM_H
#define DAYBOOK_CSQLITE_SHIM_H

#include <sqlite3.h>

/* What Swift cannot import by itself: variadic functions and destructors written as casts. */

/* Switches one boolean setting of a connection (sqlite3_db_config is variadic). */
static inline int csqlite_db_config_bool(sqlite3 *db, int setting, int on) {
  return sqlite3_db_config(db, setting, on, (int *)0);
}

/* Leaves off SQLite's count of memory in use, which takes a lock around every allocation (sqlite3_config is variadic).
   Must come before anything else; refused, and of no consequence, when it comes later. */
static inline int csqlite_count_no_memory(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* Binds bytes that SQLite copies before it returns. */
static inline int csqlite_bind_blob_copied(sqlite3_stmt *s, int i, const void *p, sqlite3_uint64 n) {
  return sqlite3_bind_blob64(s, i, p, n, SQLITE_TRANSIENT);
}

/* Binds bytes that the caller keeps in place until the statement is bound again, reset and cleared, or finalized. */
static inline int csqlite_bind_blob_borrowed(sqlite3_stmt *s, int i, const void *p, sqlite3_uint64 n) {
  return sqlite3_bind_blob64(s, i, p, n, SQLITE_STATIC);
}

/* As above for UTF-8 text; the length is explicit, so U+0000 inside is kept. */
static inline int csqlite_bind_text_copied(sqlite3_stmt *s, int i, const char *p, sqlite3_uint64 n) {
  return sqlite3_bind_text64(s, i, p, n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int csqlite_bind_text_borrowed(sqlite3_stmt *s, int i, const char *p, sqlite3_uint64 n) {
  return sqlite3_bind_text64(s, i, p, n, SQLITE_STATIC, SQLITE_UTF8);
}

#endif
