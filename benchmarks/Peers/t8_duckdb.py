"""T8 with DuckDB: buffer, union and overlap in SQL."""

import spatial_database
from harness import CASE, file, measure

database = spatial_database.connect()
database.execute(
    f"CREATE TABLE wards AS SELECT geom FROM ST_Read('{file(f'wards_{CASE}.geojson')}')"
)
database.execute(
    f"CREATE TABLE sites AS SELECT ST_Point(x, y) AS site FROM read_csv('{file('supply_2000.csv')}')"
)
query = """WITH covered AS MATERIALIZED (SELECT ST_Union_Agg(ST_Buffer(site, 1000.0, 16)) AS discs FROM sites)
  SELECT sum(area), sum(area / whole) FROM (
    SELECT ST_Area(ST_Intersection(geom, discs)) AS area, ST_Area(geom) AS whole FROM wards, covered)"""
measure(
    "T8",
    "duckdb",
    "ST_Buffer, ST_Union_Agg, ST_Intersection",
    lambda: database.execute(query).fetchone(),
    lambda answer: {"area": round(answer[0], 1), "shares": round(answer[1], 6)},
    rounds=2,
    warm_up=False,
)
