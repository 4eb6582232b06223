"""T3 with a grid written by hand in numba: what an expert in Python reaches."""

import os
import sys

os.environ["NUMBA_NUM_THREADS"] = sys.argv[3]
import numpy
from harness import CASE, columns, measure
from numba import njit, prange

RADIUS, CELL, EDGE = 5000.0, 500.0, float(numpy.exp(-0.5))
x, y, people = columns(f"demand_{CASE}.f64", 3)
sx, sy, capacity = columns("supply_2000.f64", 3)


def sorted_by_cell(x, y):
    """An order by rows of cells, and where each cell begins in it."""
    west, south = x.min(), y.min()
    width, height = int((x.max() - west) / CELL) + 1, int((y.max() - south) / CELL) + 1
    cell = ((y - south) / CELL).astype("int64") * width + ((x - west) / CELL).astype("int64")
    start = numpy.zeros(width * height + 1, "int64")
    numpy.cumsum(numpy.bincount(cell, minlength=width * height), out=start[1:])
    return numpy.argsort(cell, kind="stable"), start, west, south, width, height


@njit(fastmath=True, inline="always")
def weight(square, is_gaussian):
    if square > RADIUS * RADIUS:
        return 0.0
    return (
        (numpy.exp(square * (-0.5 / (RADIUS * RADIUS))) - EDGE) / (1 - EDGE) if is_gaussian else 1.0
    )


@njit(parallel=True, fastmath=True)
def access(x, y, people, sx, sy, capacity, start, west, south, width, height, is_gaussian):
    ratio = numpy.zeros(len(sx))
    for site in prange(len(sx)):
        total = 0.0
        for row in range(
            max(0, int((sy[site] - RADIUS - south) / CELL)),
            min(height - 1, int((sy[site] + RADIUS - south) / CELL)) + 1,
        ):
            off = max(0.0, max(south + row * CELL - sy[site], sy[site] - south - (row + 1) * CELL))
            half = numpy.sqrt(max(0.0, RADIUS * RADIUS - off * off))
            left = max(0, int((sx[site] - half - west) / CELL))
            right = min(width - 1, int((sx[site] + half - west) / CELL))
            for place in range(start[row * width + left], start[row * width + right + 1]):
                square = (x[place] - sx[site]) ** 2 + (y[place] - sy[site]) ** 2
                total += people[place] * weight(square, is_gaussian)
        ratio[site] = capacity[site] / total if total > 0 else 0.0
    scores = numpy.zeros(len(x))
    # Blocks of places that lie together, against the sites that may reach them.
    for block in prange((len(x) + 4095) // 4096):
        first, last = block * 4096, min(len(x), block * 4096 + 4096)
        left, right = x[first:last].min() - RADIUS, x[first:last].max() + RADIUS
        low, high = y[first:last].min() - RADIUS, y[first:last].max() + RADIUS
        for site in range(len(sx)):
            if left <= sx[site] <= right and low <= sy[site] <= high:
                for place in range(first, last):
                    square = (x[place] - sx[site]) ** 2 + (y[place] - sy[site]) ** 2
                    scores[place] += ratio[site] * weight(square, is_gaussian)
    return scores


def run(is_gaussian):
    order, *grid = sorted_by_cell(x, y)
    return access(x[order], y[order], people[order], sx, sy, capacity, *grid, is_gaussian)


for is_gaussian in (False, True):
    measure(
        "T3",
        "numba",
        "E2SFCA" if is_gaussian else "2SFCA",
        lambda: run(is_gaussian),
        lambda scores: {"sum": float(scores.sum())},
    )
