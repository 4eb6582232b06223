"""T3 with SedonaDB: a join by distance in SQL."""

import sedonadb
from harness import CASE, THREADS, measure
from sql_scores import SHARED, WEIGHTS, checks, tables

database = sedonadb.connect()
database.sql(f"SET datafusion.execution.target_partitions = {THREADS}").execute()
for name, table in zip("ds", tables()):
    database.create_data_frame(table).to_memtable().to_view(name)
for method, weight in WEIGHTS.items():
    if method == "E2SFCA" and CASE == "1700k":
        continue  # Some ninety seconds and six gigabytes; the plain method shows it.
    measure(
        "T3",
        "sedonadb",
        method,
        lambda: database.sql(
            f"""
        WITH pairs AS (SELECT place, site, cap, pop, {weight} AS weight FROM d JOIN s
          ON ST_DWithin(ST_Point(d.x, d.y), ST_Point(s.x, s.y), 5000.0)), {SHARED}
        """
        ).to_arrow_table(),
        checks,
        rounds=2,
        warm_up=False,
    )
