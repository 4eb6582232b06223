"""T2 with SedonaDB: a join in SQL."""

import geopandas
import numpy
import pyarrow
import sedonadb
from harness import CASE, THREADS, columns, file, measure

points, wards = (CASE.split("/") + ["m"])[:2]
database = sedonadb.connect()
database.sql(f"SET datafusion.execution.target_partitions = {THREADS}").execute()
frame = geopandas.read_file(file(f"wards_{wards}.geojson"))[["geometry"]].set_crs(
    None, allow_override=True
)
frame["ward"] = numpy.arange(len(frame), dtype="int32")
database.create_data_frame(frame).to_memtable().to_view("wards")
x, y = columns(f"points_{points}.f64", 2)
database.create_data_frame(
    pyarrow.table({"point": numpy.arange(len(x), dtype="int32"), "x": x, "y": y})
).to_memtable().to_view("points")


def checks(table):
    return {
        "matches": table.num_rows,
        "sum": int(numpy.asarray(table["ward"]).astype("int64").sum()) + table.num_rows,
    }


measure(
    "T2",
    "sedonadb",
    "join on ST_Contains",
    lambda: database.sql(
        "SELECT point, ward FROM points JOIN wards ON ST_Contains(geometry, ST_Point(x, y))"
    ).to_arrow_table(),
    checks,
)
