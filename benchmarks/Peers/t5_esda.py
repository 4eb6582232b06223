"""T5 with PySAL's esda (compiled by numba): 999 conditional permutations, neighbours given."""

import warnings

import numpy
from harness import CASE, THREADS, columns, measure

warnings.filterwarnings("ignore")
import esda
from libpysal.weights import W

values = columns(f"areas_{CASE}.f64", 3)[2]
nearest = numpy.column_stack(columns(f"areas_{CASE}_knn8.f64", 8)).astype("int64")


def weights():
    made = W(dict(enumerate(nearest.tolist())), silence_warnings=True)
    made.transform = "r"
    return made


def checks(statistic):
    return {
        "p": round(float(statistic.p_sim.sum()), 6),
        "significant": int((statistic.p_sim <= 0.05).sum()),
    }


neighbours = measure("T5", "esda", "neighbours from lists", weights, rounds=1, warm_up=False)
options = {"seed": 1, "n_jobs": THREADS}
# Compiles what is timed below.
small = W(
    dict(enumerate(((numpy.arange(100)[:, None] + numpy.arange(1, 9)) % 100).tolist())),
    silence_warnings=True,
)
esda.G_Local(values[:100], small, star=True, permutations=99, **options)
esda.Moran_Local(values[:100], small, permutations=99, **options)
rounds = 3 if len(values) < 20_000 else 1
measure(
    "T5",
    "esda",
    "Gi*",
    lambda: esda.G_Local(
        values, neighbours, star=True, permutations=999, keep_simulations=False, **options
    ),
    checks,
    rounds=rounds,
    warm_up=False,
)
measure(
    "T5",
    "esda",
    "local Moran",
    lambda: esda.Moran_Local(
        values, neighbours, permutations=999, keep_simulations=False, **options
    ),
    checks,
    rounds=rounds,
    warm_up=False,
)
