"""T6 with GDAL through pyogrio, the way of GeoPandas' to_file."""

import pyogrio
from harness import measure
from written import checks, fresh, path, table

frame = table()
measure(
    "T6",
    "gdal",
    "pyogrio.write_dataframe",
    lambda: pyogrio.write_dataframe(frame, path, driver="GeoJSON"),
    checks,
    rounds=3,
    before=fresh,
)
measure(
    "T6",
    "gdal",
    "pyogrio.write_dataframe, Arrow, RFC 7946",
    lambda: pyogrio.write_dataframe(frame, path, driver="GeoJSON", use_arrow=True, RFC7946="YES"),
    checks,
    rounds=3,
    before=fresh,
)
fresh()
