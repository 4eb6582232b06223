"""T3 in SQL: the weights of the two methods, and the tables of demand and supply."""

import numpy
import pyarrow
from harness import CASE, columns

SQUARE = "((d.x - s.x) * (d.x - s.x) + (d.y - s.y) * (d.y - s.y))"
WEIGHTS = {
    "2SFCA": "1.0",
    "E2SFCA": f"(exp(-0.5 * {SQUARE} / 25000000.0) - exp(-0.5)) / (1 - exp(-0.5))",
}
# The second step: each site's ratio, handed out to its places.
SHARED = """ratios AS (SELECT site, max(cap) / sum(pop * weight) AS ratio FROM pairs GROUP BY site)
  SELECT place, sum(ratio * weight) AS access FROM pairs JOIN ratios USING (site) GROUP BY place"""


def tables():
    for name, identifier, amount in (
        (f"demand_{CASE}.f64", "place", "pop"),
        ("supply_2000.f64", "site", "cap"),
    ):
        x, y, amounts = columns(name, 3)
        yield pyarrow.table(
            {identifier: numpy.arange(len(x), dtype="int32"), "x": x, "y": y, amount: amounts}
        )


def checks(table):
    return {"sum": float(numpy.asarray(table["access"]).sum())}
