"""T1 with GeoPandas, as most people read a boundary file."""

import geopandas
import shapely
from harness import CASE, file, measure

path = file(f"wards_{CASE}.geojson")


def checks(frame):
    return {
        "features": len(frame),
        "area": round(float(shapely.area(frame.geometry.values).sum()), 1),
        "vertices": int(shapely.get_num_coordinates(frame.geometry.values).sum()),
    }


measure("T1", "geopandas", "read_file", lambda: geopandas.read_file(path), checks)
measure(
    "T1",
    "geopandas",
    "read_file with Arrow",
    lambda: geopandas.read_file(path, use_arrow=True),
    checks,
)
