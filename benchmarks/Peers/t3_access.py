"""T3 with PySAL's access, the package of the field; the pairs are made with SciPy and timed apart."""

import numpy
import pandas
from access import fca
from harness import CASE, columns, measure
from scipy.spatial import KDTree

RADIUS, EDGE = 5000.0, numpy.exp(-0.5)
x, y, people = columns(f"demand_{CASE}.f64", 3)
sx, sy, capacity = columns("supply_2000.f64", 3)
demand = pandas.DataFrame({"demand": people}, index=pandas.RangeIndex(len(x), name="geoid"))
supply = pandas.DataFrame({"supply": capacity}, index=pandas.RangeIndex(len(sx), name="geoid"))


def make_pairs():
    near = KDTree(numpy.column_stack([x, y])).sparse_distance_matrix(
        KDTree(numpy.column_stack([sx, sy])), RADIUS, output_type="ndarray"
    )
    return pandas.DataFrame({"origin": near["i"], "dest": near["j"], "cost": near["v"]})


def checks(scores):
    return {"sum": float(numpy.nansum(scores.to_numpy()))}


def scores(**options):
    return fca.two_stage_fca(
        demand, supply, pairs, RADIUS, demand_index=True, supply_index=True, **options
    )


pairs = measure("T3", "access", "make the pairs", make_pairs, rounds=1, warm_up=False)
measure("T3", "access", "2SFCA, pairs given", scores, checks, rounds=1, warm_up=False)
measure(
    "T3",
    "access",
    "E2SFCA, pairs given",
    lambda: scores(
        weight_fn=lambda cost: (numpy.exp(-0.5 * (cost / RADIUS) ** 2) - EDGE) / (1 - EDGE)
    ),
    checks,
    rounds=1,
    warm_up=False,
)
