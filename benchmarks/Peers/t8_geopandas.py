"""T8 with GeoPandas: buffer, dissolve, overlay."""

import geopandas
from harness import CASE, columns, file, measure

wards = geopandas.read_file(file(f"wards_{CASE}.geojson"))[["WD24CD", "geometry"]]
x, y, _ = columns("supply_2000.f64", 3)


def covered():
    sites = geopandas.GeoSeries(geopandas.points_from_xy(x, y), crs=wards.crs)
    union = geopandas.GeoDataFrame(
        geometry=[sites.buffer(1000, quad_segs=16).union_all()], crs=wards.crs
    )
    return geopandas.overlay(wards, union, how="intersection").area


measure(
    "T8",
    "geopandas",
    "buffer, union_all, overlay",
    covered,
    lambda areas: {"area": round(float(areas.sum()), 1)},
    rounds=2,
    warm_up=False,
)
