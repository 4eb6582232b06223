"""T2 with GeoPandas: the spatial join that most people call."""

import geopandas
from harness import CASE, columns, file, measure

points, wards = (CASE.split("/") + ["m"])[:2]
x, y = columns(f"points_{points}.f64", 2)
frame = geopandas.read_file(file(f"wards_{wards}.geojson"))[["WD24CD", "geometry"]]
made = measure(
    "T2",
    "geopandas",
    "make the points",
    lambda: geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(x, y), crs=frame.crs),
    rounds=1,
    warm_up=False,
)
measure(
    "T2",
    "geopandas",
    "sjoin, within",
    lambda: geopandas.sjoin(made, frame, predicate="within"),
    lambda joined: {
        "matches": len(joined),
        "sum": int((joined["index_right"].astype("int64") + 1).sum()),
    },
)
