#include <zlib.h>

// A macro that Swift cannot import. 15 is the largest window, 32 more reads gzip and zlib headers.
static inline int coldspot_inflate_init(z_streamp stream) { return inflateInit2(stream, 15 + 32); }

// Another macro. 15 is the largest window, 16 more writes a gzip header; 8 is zlib's usual memory.
static inline int coldspot_deflate_init(z_streamp stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
