"""T1 with orjson and shapely: the fastest way in Python, with the collector of cycles at rest."""

import gc
import itertools

import numpy
import orjson
import shapely
from harness import CASE, file, measure

path = file(f"wards_{CASE}.geojson")


def document():
    with open(path, "rb") as stream:
        return orjson.loads(stream.read())


def starts(lists):
    return numpy.cumsum([0] + [len(one) for one in lists])


def ragged():
    """Every coordinate in one array, and where rings, polygons and features begin."""
    features = document()["features"]
    shapes = [feature["geometry"] for feature in features]
    polygons = [
        shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        for shape in shapes
    ]
    parts = list(itertools.chain.from_iterable(polygons))
    rings = list(itertools.chain.from_iterable(parts))
    coordinates = numpy.fromiter(
        itertools.chain.from_iterable(itertools.chain.from_iterable(rings)), float
    ).reshape(-1, 2)
    geometry = shapely.from_ragged_array(
        shapely.GeometryType.MULTIPOLYGON,
        coordinates,
        (starts(rings), starts(parts), starts(polygons)),
    )
    return geometry, [feature["properties"] for feature in features]


def by_shape():
    features = document()["features"]
    return (
        numpy.array([shapely.geometry.shape(feature["geometry"]) for feature in features]),
        [feature["properties"] for feature in features],
    )


def at_rest(work):
    def run():
        gc.disable()
        try:
            return work()
        finally:
            gc.enable()

    return run


def checks(answer):
    geometry, properties = answer
    return {
        "features": len(properties),
        "area": round(float(shapely.area(geometry).sum()), 1),
        "vertices": int(shapely.get_num_coordinates(geometry).sum()),
    }


measure(
    "T1",
    "orjson",
    "parse only",
    at_rest(document),
    lambda answer: {"features": len(answer["features"])},
)
measure("T1", "orjson and shapely", "parse, one array, from_ragged_array", at_rest(ragged), checks)
measure("T1", "orjson and shapely", "parse, shape() of each", at_rest(by_shape), checks)
