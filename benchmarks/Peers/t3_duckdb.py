"""T3 with DuckDB: sites in the nine squares about each place, in SQL."""

import duckdb
from harness import THREADS, measure
from sql_scores import SHARED, SQUARE, WEIGHTS, checks, tables

database = duckdb.connect()
database.execute(f"SET threads={THREADS}")
demand, supply = tables()
database.execute(
    "CREATE TABLE d AS SELECT *, (x / 5000)::INT AS column_, (y / 5000)::INT AS row_ FROM demand"
)
database.execute(
    """CREATE TABLE s AS SELECT site, x, y, cap, (x / 5000)::INT + i AS column_, (y / 5000)::INT + j AS row_
  FROM supply, (VALUES (-1), (0), (1)) a(i), (VALUES (-1), (0), (1)) b(j)"""
)


def scores(weight):
    database.execute(
        f"""CREATE OR REPLACE TEMP TABLE pairs AS SELECT place, site, cap, pop, {weight} AS weight
      FROM d JOIN s USING (column_, row_) WHERE {SQUARE} <= 25000000.0"""
    )
    return database.execute(f"WITH {SHARED}").to_arrow_table()


for method, weight in WEIGHTS.items():
    measure("T3", "duckdb", method, lambda: scores(weight), checks, rounds=2, warm_up=False)
