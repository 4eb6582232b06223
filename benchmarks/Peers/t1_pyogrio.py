"""T1 with GDAL through pyogrio: to a table of well-known binary, without making shapes of it."""

import pyogrio
from harness import CASE, file, measure

path = file(f"wards_{CASE}.geojson")
measure(
    "T1",
    "gdal",
    "pyogrio.read_arrow, no shapes",
    lambda: pyogrio.read_arrow(path),
    lambda answer: {"features": answer[1].num_rows},
)
