"""T1 with DuckDB: through GDAL, and by its own reader of JSON."""

import spatial_database
from harness import CASE, file, measure

path = file(f"wards_{CASE}.geojson")
database = spatial_database.connect()


def make(select):
    database.execute(f"CREATE OR REPLACE TABLE wards AS {select}")


def checks(_):
    count, area, vertices = database.execute(
        "SELECT count(*), sum(ST_Area(geom)), sum(ST_NPoints(geom)) FROM wards"
    ).fetchone()
    return {"features": count, "area": round(area, 1), "vertices": int(vertices)}


measure(
    "T1", "duckdb", "ST_Read to a table", lambda: make(f"SELECT * FROM ST_Read('{path}')"), checks
)
measure(
    "T1",
    "duckdb",
    "read_json and ST_GeomFromGeoJSON to a table",
    lambda: make(
        f"""
    SELECT feature.properties, ST_GeomFromGeoJSON(feature.geometry) AS geom FROM (
      SELECT unnest(features) AS feature FROM read_json('{path}', maximum_object_size=1000000000,
        columns={{features: 'STRUCT(properties JSON, geometry JSON)[]'}}))"""
    ),
    checks,
)
