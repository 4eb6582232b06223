"""T8 with shapely: discs of 64 corners, their union, and its overlap with each ward."""

from concurrent.futures import ThreadPoolExecutor

import numpy
import pyogrio
import shapely
from harness import CASE, THREADS, columns, file, measure

wards = shapely.from_wkb(pyogrio.read_arrow(file(f"wards_{CASE}.geojson"))[1]["wkb_geometry"])
x, y, _ = columns("supply_2000.f64", 3)
sites = shapely.points(x, y)


def covered_by(shapes, union):
    return shapely.area(shapely.intersection(shapes, union))


def covered():
    union = shapely.union_all(shapely.buffer(sites, 1000, quad_segs=16))
    if THREADS == 1:
        return covered_by(wards, union)
    with ThreadPoolExecutor(THREADS) as pool:
        parts = numpy.array_split(wards, 2 * THREADS)
        return numpy.concatenate(list(pool.map(lambda part: covered_by(part, union), parts)))


def checks(areas):
    return {
        "area": round(float(areas.sum()), 1),
        "shares": round(float((areas / shapely.area(wards)).sum()), 6),
    }


measure("T8", "shapely", "buffer, union, intersection", covered, checks, rounds=3)
