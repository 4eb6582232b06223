"""What the peers' scripts share: their arguments, their input, and a stopwatch.

Each script is run as  python SCRIPT DATA CASE THREADS [ROUNDS] [SCRATCH]  and prints a line of JSON
for each way of doing the task, of the same form as the lines of our own side.
"""

import gc
import json
import os
import statistics
import sys
import time

DATA, CASE, THREADS = sys.argv[1], sys.argv[2], int(sys.argv[3])
ROUNDS = int(sys.argv[4]) if len(sys.argv) > 4 else 5
SCRATCH = sys.argv[5] if len(sys.argv) > 5 else "."
# No further round begins after so many seconds.
BUDGET = 25.0


def file(name):
    return os.path.join(DATA, name)


def columns(name, count):
    """The columns of a file of doubles that stand one after the other, as contiguous arrays."""
    import numpy

    table = numpy.fromfile(file(name), "<f8").reshape(-1, count)
    return [numpy.ascontiguousarray(column) for column in table.T]


def _megabytes(key):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith(key))


def _reset_peak():
    try:
        with open("/proc/self/clear_refs", "w") as marks:
            marks.write("5")
    except OSError:
        pass


def measure(task, peer, variant, work, checks=None, rounds=None, warm_up=True, before=None):
    """Times `work` again and again and prints what was seen.

    `checks` makes numbers by name from what it gives, `before` prepares each round. A warm-up that
    takes a quarter of the budget counts as a round. Returns what the last round gave.
    """
    wall, processor, spent, peak, resident, result = [], [], 0.0, 0.0, 0.0, None
    for round_ in range(-1 if warm_up else 0, rounds or ROUNDS):
        result = None
        if before:
            before()
        gc.collect()
        _reset_peak()
        resident = _megabytes("VmRSS")
        clocks = time.perf_counter(), time.process_time()
        try:
            result = work()
        except Exception as error:  # That a peer cannot do it is a finding too.
            print(
                json.dumps(
                    {
                        "task": task,
                        "peer": peer,
                        "case": CASE,
                        "variant": variant,
                        "threads": THREADS,
                        "error": f"{type(error).__name__}: {error}"[:200],
                    }
                ),
                flush=True,
            )
            return None
        seconds = time.perf_counter() - clocks[0], time.process_time() - clocks[1]
        peak = max(peak, _megabytes("VmHWM"))
        spent += seconds[0]
        if round_ >= 0 or seconds[0] > BUDGET / 4:
            wall.append(seconds[0])
            processor.append(seconds[1])
        if wall and spent > BUDGET:
            break
    print(
        json.dumps(
            {
                "task": task,
                "peer": peer,
                "case": CASE,
                "variant": variant,
                "threads": THREADS,
                "wall_med": statistics.median(wall),
                "cpu_med": statistics.median(processor),
                "wall_min": min(wall),
                "runs": len(wall),
                "rss_before_mb": round(resident, 1),
                "peak_mb": round(peak, 1),
                "check": checks(result) if checks else {},
                "wall_s": [round(seconds, 6) for seconds in wall],
            }
        ),
        flush=True,
    )
    return result
