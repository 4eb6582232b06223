"""How time and memory grow with the input: sizes, the fitted exponent, the table."""

import math
import statistics

from lines import seconds
from tasks import TASKS
from text import figure, table


def elements(name, size, data):
    """How many of the things that a task is about are in a file."""
    unit = TASKS[name].unit
    if unit == "vertex":
        text = (data / f"wards_{size}.geojson").read_bytes()
        return text.count(b"],[") + text.count(b"]]")
    if unit == "feature":
        return (data / f"export_{size}.csv").read_bytes().count(b"\n") - 1
    file, columns = {
        "point": (f"points_{size}", 2),
        "place": (f"demand_{size}", 3),
        "area": (f"areas_{size}", 3),
    }[unit]
    return (data / f"{file}.f64").stat().st_size // (8 * columns)


def exponent(points):
    """The slope of the line of least squares through logarithms of size and time."""
    logs = [(math.log(size), math.log(time)) for size, time in points]
    x, y = (statistics.fmean(values) for values in zip(*logs))
    return sum((a - x) * (b - y) for a, b in logs) / sum((a - x) ** 2 for a, _ in logs)


def growth_table(lines):
    groups = {}
    for line in lines:
        if "error" not in line:
            groups.setdefault((line["task"], line["variant"]), []).append(line)
    rows = []
    for (name, variant), group in groups.items():
        group.sort(key=lambda line: line["elements"])
        last = group[-1]
        times = [figure(seconds(line)) for line in group]
        slope = (
            figure(exponent([(line["elements"], seconds(line)) for line in group]))
            if len(group) > 1
            else ""
        )
        rows.append(
            [
                name,
                variant,
                f"{last['elements']:,} × {TASKS[name].unit}",
                *times,
                *[""] * (4 - len(times)),
                slope,
                round(last["peak_mb"] * 2**20 / last["elements"]),
            ]
        )
    return table(
        [
            "task",
            "work",
            "largest",
            "s at × 1",
            "× 4",
            "× 16",
            "× 64",
            "exponent",
            "peak bytes an element",
        ],
        rows,
    )
