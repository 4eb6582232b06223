// Only the reentrant interface: every non-reentrant GEOS call fails to compile.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
