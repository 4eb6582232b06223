"""T6 with DuckDB: features line by line by its own writer of JSON (places only)."""

import duckdb
from harness import CASE, THREADS, file, measure
from written import checks, fresh, path

database = duckdb.connect()
database.execute(f"SET threads={THREADS}")
size = "180k" if CASE == "points" else CASE
database.execute(f"CREATE TABLE places AS SELECT * FROM read_csv('{file(f'export_{size}.csv')}')")
names = [
    row[0] for row in database.execute("DESCRIBE places").fetchall() if row[0] not in ("lon", "lat")
]
properties = ", ".join(f'"{name}": "{name}"' for name in names)
query = f"""SELECT 'Feature' AS type, {{{properties}}} AS properties,
  {{type: 'Point', coordinates: [lon, lat]}} AS geometry FROM places"""
measure(
    "T6",
    "duckdb",
    "COPY TO, newline-delimited",
    lambda: database.execute(f"COPY ({query}) TO '{path}' (FORMAT JSON)"),
    checks,
    rounds=3,
    before=fresh,
)
fresh()
