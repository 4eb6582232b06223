"""What the lines of JSON say that the programs print: times, who did what, and whether answers agree."""

import math
import re
import statistics

from tasks import TASKS

# What the one number means that a hand-written limit prints.
LIMIT_CHECK = {"T1": "vertices", "T3": "sum", "T8": "area"}


# ---------------------------------------------------------------- lines


def seconds(line):
    """Processor time of one thread, which a busy machine leaves alone; wall time of more."""
    return line["cpu_med"] if line["threads"] == 1 else line["wall_med"]


def who(line):
    return f"{line['peer']}: {line['variant']}"


def pooled(lines):
    """One line for each way of doing a case, of those before and after the peers."""
    groups = {}
    for line in lines:
        if line["side"] == "bounded":
            continue
        groups.setdefault(
            (line["side"], line["size"], line["threads"], line.get("peer"), line["variant"]), []
        ).append(line)
    for group in groups.values():
        if any("error" in line for line in group):
            yield group[-1]
        else:
            yield group[-1] | {
                key: statistics.median(line[key] for line in group)
                for key in ("wall_med", "cpu_med")
            } | {"peak_mb": max(line["peak_mb"] for line in group)}


def checks(line):
    found = line.get("check", {})
    if not isinstance(found, dict):
        found = {LIMIT_CHECK[line["task"]]: found} if line["task"] in LIMIT_CHECK and found else {}
    return found


def comparisons(name, lines):
    """For each case and work: ours, the peers from fast to slow, the fastest limit."""
    task, all_ = TASKS[name], list(pooled(lines))
    for size, threads in dict.fromkeys(
        (line["size"], line["threads"]) for line in all_ if line["side"] == "ours"
    ):
        here = [line for line in all_ if (line["size"], line["threads"]) == (size, threads)]
        for work in task.works:
            ours = next(
                (
                    line
                    for line in here
                    if line["side"] == "ours"
                    and "error" not in line
                    and re.fullmatch(work.ours, line["variant"])
                ),
                None,
            )
            if not ours:
                continue
            peers = [
                line
                for line in here
                if line["side"] == "peer"
                # A script that broke off says so in every work.
                and (re.fullmatch(work.peers, who(line)) or not line["variant"])
            ]
            limits = [
                line
                for line in here
                if line["side"] == "limit" and re.fullmatch(work.limit, who(line))
            ]
            peers.sort(key=lambda line: seconds(line) if "error" not in line else math.inf)
            yield size, threads, work, ours, peers, min(limits, key=seconds, default=None)


# ---------------------------------------------------------------- answers


def differences(task, line, other=None):
    """In what a line's numbers differ from another's, or from what the peers say, as words."""
    theirs = (
        checks(other)
        if other
        else next(
            (
                task.expected.get(work.name, {})
                for work in task.works
                if re.fullmatch(work.ours, line["variant"])
            ),
            {},
        )
    )
    if not other and task.expected and not isinstance(next(iter(task.expected.values())), dict):
        theirs = task.expected
    ours, found = checks(line), []
    for key, tolerance in task.agree.items():
        # Areas of a file in degrees are square degrees with the peers.
        if (
            key not in ours
            or key not in theirs
            or (key == "area" and line["size" if "size" in line else "case"] == "o")
        ):
            continue
        difference = abs(ours[key] - theirs[key]) / (max(abs(ours[key]), abs(theirs[key])) or 1)
        if difference > tolerance:
            found.append(f"{key} {ours[key]:.12g}, not {theirs[key]:.12g}")
    return found


def agreement(task, ours, other):
    if ours["task"] == "T9":
        # Published numbers have six significant digits, so a score may be half of its last one away.
        wrong = [
            f"{key} {value}"
            for key, value in checks(other).items()
            if value > (6e-5 if "score" in key else 0)
        ]
        return "; ".join(wrong) or ("agree" if checks(other) else "")
    shared = task.agree.keys() & checks(ours).keys() & checks(other).keys()
    return "; ".join(differences(task, ours, other)) or ("agree" if shared else "")
