"""T6 with the writer of GEOS through shapely, and orjson for the properties."""

import orjson
import shapely
from harness import measure
from written import checks, fresh, path, table

frame = table()


def write():
    properties = frame.drop(columns="geometry").to_dict("records")
    features = (
        '{"type":"Feature","properties":%s,"geometry":%s}' % (orjson.dumps(one).decode(), geometry)
        for one, geometry in zip(properties, shapely.to_geojson(frame.geometry.values))
    )
    with open(path, "w") as stream:
        stream.write('{"type":"FeatureCollection","features":[%s]}' % ",".join(features))


measure("T6", "geos", "to_geojson, full precision, write", write, checks, rounds=3, before=fresh)
fresh()
