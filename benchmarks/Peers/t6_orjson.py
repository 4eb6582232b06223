"""T6 with orjson: dictionaries and one call, coordinates rounded to seven decimals."""

import numpy
import orjson
import shapely
from harness import measure
from written import checks, fresh, path, table

frame = table()


def rings(polygon):
    return [
        numpy.ascontiguousarray(shapely.get_coordinates(ring).round(7))
        for ring in (polygon.exterior, *polygon.interiors)
    ]


def geometries():
    if (frame.geom_type == "Point").all():
        positions = shapely.get_coordinates(frame.geometry.values).round(7).tolist()
        return [{"type": "Point", "coordinates": position} for position in positions]
    parts = [[rings(part) for part in shapely.get_parts(shape)] for shape in frame.geometry.values]
    return [{"type": "MultiPolygon", "coordinates": part} for part in parts]


def write():
    properties = frame.drop(columns="geometry").to_dict("records")
    features = [
        {"type": "Feature", "properties": one, "geometry": geometry}
        for one, geometry in zip(properties, geometries())
    ]
    with open(path, "wb") as stream:
        stream.write(
            orjson.dumps(
                {"type": "FeatureCollection", "features": features},
                option=orjson.OPT_SERIALIZE_NUMPY,
            )
        )


measure("T6", "orjson", "dictionaries, one dumps, write", write, checks, rounds=3, before=fresh)
fresh()
