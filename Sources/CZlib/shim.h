#ifndef DAYBOOK_CZLIB_SHIM_H
#define DAYBOOK_CZLIB_SHIM_H

#include <string.h>
#include <zlib.h>

/* What Swift cannot import by itself: inflateInit2 is a macro. Reads gzip members (RFC 1952). */
static inline int czlib_gzip_reader(z_stream *stream) {
  memset(stream, 0, sizeof *stream);
  return inflateInit2(stream, 15 + 16);
}

#endif
