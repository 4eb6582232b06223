#include <zlib.h>

// A macro that Swift cannot import. 15 is the largest window, 32 more reads gzip and zlib headers.
static inline int coldspot_inflate_init(z_streamp stream) { return inflateInit2(stream, 15 + 32); }
