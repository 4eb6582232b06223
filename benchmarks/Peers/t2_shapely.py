"""T2 with shapely: a tree of the points, and prepared areas over points sorted by y."""

from concurrent.futures import ThreadPoolExecutor

import numpy
import pyogrio
import shapely
from harness import CASE, THREADS, columns, file, measure

points, wards = (CASE.split("/") + ["m"])[:2]
x, y = columns(f"points_{points}.f64", 2)
areas = shapely.from_wkb(pyogrio.read_arrow(file(f"wards_{wards}.geojson"))[1]["wkb_geometry"])


def checks(found):
    return {
        "matches": int((found >= 0).sum()),
        "sum": int((found[found >= 0].astype("int64") + 1).sum()),
    }


def tree(made):
    found = numpy.full(len(x), -1, "int32")
    area, point = shapely.STRtree(made).query(areas, predicate="contains")
    found[point] = area
    return found


def prepared():
    order = numpy.argsort(y, kind="stable")
    east, north = x[order], y[order]
    boxes = shapely.bounds(areas)
    first, last = numpy.searchsorted(north, boxes[:, 1]), numpy.searchsorted(north, boxes[:, 3])
    found = numpy.full(len(x), -1, "int32")

    def one(area):
        strip = east[first[area] : last[area]]
        near = first[area] + numpy.flatnonzero(
            (strip >= boxes[area, 0]) & (strip <= boxes[area, 2])
        )
        shapely.prepare(areas[area])
        found[order[near[shapely.contains_xy(areas[area], east[near], north[near])]]] = area

    if THREADS == 1:
        for area in range(len(areas)):
            one(area)
    else:  # GEOS lets go of the interpreter while it works.
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(one, range(len(areas))))
    return found


measure("T2", "shapely", "sorted by y, prepared contains_xy", prepared, checks)
if THREADS == 1 and len(x) <= 1_000_000:
    made = measure(
        "T2", "shapely", "make the points", lambda: shapely.points(x, y), rounds=1, warm_up=False
    )
    measure("T2", "shapely", "STRtree of the points, query by area", lambda: tree(made), checks)
