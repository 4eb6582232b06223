"""T6: what is to be written, and where; the file is removed before each round."""

import os

import geopandas
import pandas
from harness import CASE, SCRATCH, file

path = os.path.join(SCRATCH, "peer.geojson")


def fresh():
    if os.path.exists(path):
        os.remove(path)


def table():
    """The places of `export_N`, or the wards of `polygons`."""
    if CASE.startswith("polygons"):
        return geopandas.read_file(file("wards_o.geojson"))
    rows = pandas.read_csv(file(f"export_{'180k' if CASE == 'points' else CASE}.csv"))
    return geopandas.GeoDataFrame(
        rows.drop(columns=["lon", "lat"]),
        geometry=geopandas.points_from_xy(rows.lon, rows.lat),
        crs=4326,
    )


def checks(_):
    """The number of features, counted in the file after the clock stands."""
    with open(path, "rb") as stream:
        text = stream.read()
    return {"features": text.count(b'"Feature"'), "bytes": len(text)}
