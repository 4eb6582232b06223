#!/usr/bin/env python3
"""Runs ours, the peers and the hand-written limits on the same files, and writes the tables.

Usage: python3 run.py --programs FOLDER --cache FOLDER [OPTION…] [TASK…]

One process at a time; for each case ours, then the peers, then ours again, so that both sides meet the
same machine. Runs of one thread stay on one processor. `scripts/bench` builds what is run and calls this;
nothing but the standard library is needed here.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import tables
from growth import elements
from lines import checks, differences, seconds
from tasks import TASKS, data_sets

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEERS = ROOT / "benchmarks/Peers"
# No process may take longer, in seconds.
LIMIT = 400


def arguments():
    parser = argparse.ArgumentParser(description="Compares coldspot with its peers.")
    parser.add_argument("tasks", nargs="*", help="which tasks, all without any")
    parser.add_argument(
        "--programs", type=pathlib.Path, required=True, help="BenchmarkTasks and Generate"
    )
    parser.add_argument("--coldspot", type=pathlib.Path, help="the command, for T9")
    parser.add_argument(
        "--cache", type=pathlib.Path, required=True, help="generated data and other leavings"
    )
    parser.add_argument(
        "--data", type=pathlib.Path, help="data that is there already; nothing is generated"
    )
    parser.add_argument("--python", type=pathlib.Path, help="a Python that has the peers")
    parser.add_argument("--limits", type=pathlib.Path, help="the hand-written limits, built")
    parser.add_argument(
        "--quick", action="store_true", help="small sizes, ours alone, answers checked"
    )
    parser.add_argument(
        "--growth", action="store_true", help="time and memory at 1, 4, 16 and 64 times the size"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--versions", default="", help="a line for the tables")
    options = parser.parse_args()
    for name, value in vars(options).items():
        if isinstance(value, pathlib.Path):
            # Not resolved: the link to Python is what makes its environment.
            setattr(options, name, value.absolute())
    for task in options.tasks:
        if task not in TASKS:
            parser.error(f"{task}: there is no such task, only {', '.join(TASKS)}")
    return options


class Runner:
    def __init__(self, options):
        self.options = options
        self.data = options.data or options.cache / "data"
        self.scratch = options.cache / "scratch"
        self.data.mkdir(parents=True, exist_ok=True)
        self.scratch.mkdir(parents=True, exist_ok=True)

    def generate(self, sets):
        if self.options.data or not sets:
            return
        subprocess.run([self.options.programs / "Generate", self.data, *sets], check=True)

    def call(self, command, threads, environment=None, bound=None):
        """The lines of JSON that a program prints; one with an error where it fails.

        `bound` is how many megabytes of addresses it may have.
        """
        pinned = ["taskset", "-c", "0"] if threads == 1 and shutil.which("taskset") else []
        try:
            answer = subprocess.run(
                [*pinned, *map(str, command)],
                capture_output=True,
                text=True,
                timeout=LIMIT,
                cwd=self.scratch,
                preexec_fn=bound and (lambda: limit_addresses(bound)),
                env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | (environment or {}),
            )
        except subprocess.TimeoutExpired:
            return [{"error": f"not done after {LIMIT} s", "variant": ""}]
        lines = [json.loads(line) for line in answer.stdout.splitlines() if line.startswith("{")]
        if answer.returncode != 0:
            said = (answer.stderr.strip().splitlines() or [f"status {answer.returncode}"])[-1]
            print(f"  failed: {' '.join(map(str, command))}: {said}", file=sys.stderr)
            lines.append({"error": said[:200], "variant": ""})
        return lines

    def ours(self, task, size, threads, rounds=None, bound=None):
        data = self.data
        if task == "T6" and size not in ("points", "polygons"):
            # The task reads one table; another size takes its name.
            data, size, asked = self.scratch / f"export-{size}", "points", size
            data.mkdir(exist_ok=True)
            link = data / "export_180k.csv"
            link.unlink(missing_ok=True)
            link.symlink_to((self.data / f"export_{asked}.csv").resolve())
        lines = self.call(
            [
                self.options.programs / "BenchmarkTasks",
                task,
                *(["--size", size] if size else []),
                "--data",
                data,
                "--threads",
                threads,
                "--rounds",
                rounds or self.options.rounds,
            ],
            threads,
            {"COLDSPOT_DATA": str(ROOT / "boundaries")},
            bound,
        )
        return [line | {"side": "bounded" if bound else "ours"} for line in lines]

    def peer(self, script, size, threads):
        program = self.options.cache / script
        command = [program] if program.exists() else [self.options.python, PEERS / f"{script}.py"]
        lines = self.call(
            [*command, self.data, size, threads, self.options.rounds, self.scratch], threads
        )
        return [{"peer": script.partition("_")[2]} | line | {"side": "peer"} for line in lines]

    def limit(self, stick, size):
        program, *parameters = stick
        path = self.options.limits / program
        if not path.exists():
            return []
        words = [word.format(size=size, scratch=self.scratch) for word in parameters]
        lines = self.call([path, self.data, *words], 0, {"BENCH_ROUNDS": str(self.options.rounds)})
        return [line | {"side": "limit"} for line in lines if "error" not in line]

    # ------------------------------------------------------------ a task

    def compare(self, name):
        """Every line about a task, each with its side and its case."""
        task, found = TASKS[name], []

        def add(lines, size, threads=None):
            for line in lines:
                found.append(
                    line
                    | {"task": name, "size": size, "threads": threads or line.get("threads", 1)}
                )

        for size, threads in task.cases:
            print(f"{name} {size}, {threads} thread{'s' if threads > 1 else ''}", flush=True)
            self.generate(data_sets(name, size))
            add(self.ours(name, size, threads), size, threads)
            if self.options.python:
                for script, own in task.peers.items():
                    if (size, threads) in own and self.has(script):
                        print(f"  {script}", flush=True)
                        add(self.peer(script, size, threads), size, threads)
                add(self.ours(name, size, threads), size, threads)
            # A limit does all its threads, and T6 its cases, in one process.
            if (
                task.stick
                and self.options.limits
                and threads == 1
                and not (name == "T6" and size != "points")
            ):
                for line in self.limit(task.stick, size):
                    add([line], line["case"] if name == "T6" else size)
        if task.memory and sys.platform == "linux":
            (size, threads), bound = task.memory
            print(f"{name} {size} in {bound} MB", flush=True)
            add(self.ours(name, size, threads, rounds=1, bound=bound), size, threads)
        return found

    def has(self, script):
        return script != "simdjson_reading" or (self.options.cache / script).exists()

    def compare_study(self):
        """T9: whole processes, from files to files."""
        found, boundaries = [], ROOT / "boundaries"
        run, study = self.scratch / "run", self.scratch / "study"
        ours = [self.options.coldspot, "run", "-q", "--overwrite", "-o", run]
        peer = [self.options.python, PEERS / "whole_study.py", boundaries, study]
        sides = [("ours", "coldspot", "coldspot run", ours, self.options.rounds)]
        if self.options.python:
            sides += [
                ("peer", "geopandas and pysal", "whole_study.py", peer, self.options.rounds),
                ("peer", "geopandas and pysal", "whole_study.py --esda", [*peer, "--esda"], 2),
                sides[0],
            ]
        for side, who, variant, command, rounds in sides:
            print(f"T9 {variant}", flush=True)
            line = whole_process(command, rounds, {"COLDSPOT_DATA": str(boundaries)})
            found.append(
                line
                | {
                    "task": "T9",
                    "size": "london",
                    "threads": 2,
                    "side": side,
                    "peer": who,
                    "variant": variant,
                }
            )
        if self.options.python:
            said = subprocess.run(
                [*map(str, peer), "--compare", str(run)], capture_output=True, text=True
            ).stdout
            checks = {}
            for line in said.splitlines():
                level, _, rest = line.partition(" {")
                if level in ("places", "wards", "boroughs"):
                    differences = json.loads("{" + rest)
                    checks |= {
                        f"{level} {key}": differences[key]
                        for key in ("score", "rank", "rank_lo", "rank_hi", "class")
                    }
            for line in found:
                if line["variant"] == "whole_study.py":
                    line["check"] = checks
        return found

    def grow(self, name):
        """Lines of ours at sizes that grow fourfold, with the number of elements and bytes."""
        found = []
        for size in TASKS[name].growth:
            print(f"{name} growth, {size}", flush=True)
            self.generate(data_sets(name, size))
            count = elements(name, size, self.data)
            found += [
                line | {"task": name, "size": size, "elements": count}
                for line in self.ours(name, size, 1, rounds=3)
            ]
        return found


def limit_addresses(megabytes):
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def whole_process(command, rounds, environment):
    """Times a program from its start to its end, after once to warm up."""
    wall, processor, peak = [], [], 0.0
    for round_ in range(-1, rounds):
        start = time.perf_counter()
        process = subprocess.Popen(
            [*map(str, command)], stdout=subprocess.DEVNULL, env=os.environ | environment
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status != 0:
            return {"error": f"ended with status {status}"}
        if round_ >= 0:
            wall.append(seconds)
            processor.append(usage.ru_utime + usage.ru_stime)
            # Linux counts in units of 1,024 bytes, others in bytes.
            peak = max(peak, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20))
    return {
        "wall_med": statistics.median(wall),
        "cpu_med": statistics.median(processor),
        "wall_s": wall,
        "peak_mb": round(peak, 1),
        "runs": len(wall),
        "check": {},
    }


def quick(runner, names):
    """Small sizes of ours; False where an answer is not what the peers say."""
    right = True
    for name in names:
        task = TASKS[name]
        if not task.quick:
            continue
        runner.generate(data_sets(name, task.quick))
        lines = runner.ours(name, task.quick, 1, rounds=2)
        for line in lines:
            if "error" in line:
                print(f"{name} failed: {line['error']}")
                right = False
                continue
            known = checks(line).keys() & task.agree.keys()
            # What peers say is known of the generated data alone.
            if runner.options.data and name != "T10":
                known = set()
            said = differences(task, line) if known else []
            right = right and not said
            words = "; ".join(said) or ("answers agree" if known else "")
            print(
                f"{name} {task.quick:5} {line['variant'][:44]:44} {seconds(line):9.4f} s "
                f"{line['peak_mb']:6.0f} MB  {words}"
            )
    return right


def main():
    options = arguments()
    runner, names = Runner(options), options.tasks or list(TASKS)
    if options.quick:
        sys.exit(not quick(runner, names))
    if options.growth:
        lines = [line for name in names if TASKS[name].growth for line in runner.grow(name)]
        tables.write_growth(lines, options.versions)
        return
    for name in names:
        if name == "T9" and not (options.coldspot and options.coldspot.exists()):
            print("T9 is left out: there is no command to run")
            continue
        lines = runner.compare_study() if name == "T9" else runner.compare(name)
        tables.write(name, lines, options.versions, keep=bool(options.python))
    if options.python:
        tables.write_summary()


if __name__ == "__main__":
    main()
