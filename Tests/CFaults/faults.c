#include "faults.h"
#include <sqlite3.h>
#include <stdatomic.h>
#include <string.h>

typedef struct {
  sqlite3_file base;
  sqlite3_file *real; /* in the bytes behind this structure */
} file;

static sqlite3_vfs shim;
static sqlite3_vfs *real;
static atomic_long count, failing;
static atomic_int full, lasting;

void faults_arm(long nth, int answer, int stays) {
  atomic_store(&full, answer == FAULTS_FULL);
  atomic_store(&lasting, stays);
  atomic_store(&count, 0);
  atomic_store(&failing, nth);
}

long faults_count(void) { return atomic_load(&count); }

static int fails(void) {
  long now = atomic_fetch_add(&count, 1) + 1, nth = atomic_load(&failing);
  return nth > 0 && (now == nth || (now > nth && atomic_load(&lasting)));
}

static sqlite3_file *of(sqlite3_file *f) { return ((file *)f)->real; }

static int xClose(sqlite3_file *f) { return of(f)->pMethods->xClose(of(f)); }
static int xRead(sqlite3_file *f, void *p, int n, sqlite3_int64 at) {
  return fails() ? SQLITE_IOERR_READ : of(f)->pMethods->xRead(of(f), p, n, at);
}
static int xWrite(sqlite3_file *f, const void *p, int n, sqlite3_int64 at) {
  if (!fails()) return of(f)->pMethods->xWrite(of(f), p, n, at);
  /* A full disk takes what still fits: half of it. */
  if (n > 1) of(f)->pMethods->xWrite(of(f), p, n / 2, at);
  return atomic_load(&full) ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}
static int xTruncate(sqlite3_file *f, sqlite3_int64 n) {
  return fails() ? SQLITE_IOERR_TRUNCATE : of(f)->pMethods->xTruncate(of(f), n);
}
static int xSync(sqlite3_file *f, int flags) {
  if (fails()) return atomic_load(&full) ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
  return of(f)->pMethods->xSync(of(f), flags);
}
static int xFileSize(sqlite3_file *f, sqlite3_int64 *n) { return of(f)->pMethods->xFileSize(of(f), n); }
static int xLock(sqlite3_file *f, int l) { return of(f)->pMethods->xLock(of(f), l); }
static int xUnlock(sqlite3_file *f, int l) { return of(f)->pMethods->xUnlock(of(f), l); }
static int xCheckReservedLock(sqlite3_file *f, int *r) { return of(f)->pMethods->xCheckReservedLock(of(f), r); }
static int xFileControl(sqlite3_file *f, int op, void *p) { return of(f)->pMethods->xFileControl(of(f), op, p); }
static int xSectorSize(sqlite3_file *f) { return of(f)->pMethods->xSectorSize(of(f)); }
static int xDevice(sqlite3_file *f) { return of(f)->pMethods->xDeviceCharacteristics(of(f)); }
static int xShmMap(sqlite3_file *f, int page, int size, int extend, void volatile **p) {
  return of(f)->pMethods->xShmMap(of(f), page, size, extend, p);
}
static int xShmLock(sqlite3_file *f, int offset, int n, int flags) {
  return of(f)->pMethods->xShmLock(of(f), offset, n, flags);
}
static void xShmBarrier(sqlite3_file *f) { of(f)->pMethods->xShmBarrier(of(f)); }
static int xShmUnmap(sqlite3_file *f, int delete) { return of(f)->pMethods->xShmUnmap(of(f), delete); }

static const sqlite3_io_methods methods = {
    2, xClose, xRead, xWrite, xTruncate, xSync, xFileSize, xLock, xUnlock, xCheckReservedLock, xFileControl, xSectorSize,
    xDevice, xShmMap, xShmLock, xShmBarrier, xShmUnmap, 0, 0};

static int xOpen(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *f, int flags, int *given) {
  file *mine = (file *)f;
  (void)vfs;
  mine->real = (sqlite3_file *)(mine + 1);
  mine->base.pMethods = 0;
  int result = real->xOpen(real, name, mine->real, flags, given);
  if (mine->real->pMethods) mine->base.pMethods = &methods;
  return result;
}

int faults_register(void) {
  if (real) return SQLITE_OK;
  real = sqlite3_vfs_find(0);
  shim = *real;
  shim.pNext = 0;
  shim.zName = "faults";
  shim.szOsFile = (int)sizeof(file) + real->szOsFile;
  shim.xOpen = xOpen;
  return sqlite3_vfs_register(&shim, 0);
}
