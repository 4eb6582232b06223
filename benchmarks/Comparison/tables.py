"""Makes the pages of the results, and that of the documentation, from the lines."""

import json
import pathlib
import re

from growth import growth_table
from lines import agreement, comparisons, differences, seconds
from tasks import LIMIT, TASKS
from text import case_of, figure, footing, table

ROOT = pathlib.Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks/Results"
LINES = RESULTS / "lines"
PAGE = ROOT / "Sources/ColdSpotKit/ColdSpotKit.docc/Benchmarks.md"


def task_page(name, lines, foot):
    task = TASKS[name]
    text = [
        f"# {name}: {task.title}\n",
        f"Written by `scripts/bench`. {task.text}\n",
        f"{task.agree_text}\n",
    ]
    cases = {}
    for size, threads, work, ours, peers, limit in comparisons(name, lines):
        rows = cases.setdefault(case_of(size, threads), [])
        rows.append(
            [
                f"**{work.name}**",
                "coldspot",
                ours["variant"],
                figure(seconds(ours)),
                "",
                figure(ours["peak_mb"]),
                "" if task.peers else "; ".join(differences(task, ours)) or "agree",
            ]
        )
        for peer in peers:
            if "error" in peer:
                rows.append(
                    [
                        "",
                        peer["peer"],
                        peer["variant"],
                        "failed",
                        "",
                        "",
                        peer["error"].replace("|", "/"),
                    ]
                )
            else:
                rows.append(
                    [
                        "",
                        peer["peer"],
                        peer["variant"],
                        figure(seconds(peer)),
                        figure(seconds(peer) / seconds(ours)),
                        figure(peer["peak_mb"]),
                        agreement(task, ours, peer),
                    ]
                )
        if limit:
            rows.append(
                [
                    "",
                    "hand-written limit",
                    limit["variant"],
                    figure(seconds(limit)),
                    figure(seconds(limit) / seconds(ours)),
                    figure(limit["peak_mb"]),
                    agreement(task, ours, limit),
                ]
            )
    for case, rows in cases.items():
        text.append(f"## {case}\n" if case else "")
        text.append(
            table(["work", "who", "how", "median s", "times ours", "peak MB", "answers"], rows)
        )
    return "\n".join(text + [foot])


def memory_words(name, lines):
    """What was seen of a case that must do with so many megabytes of addresses."""
    bounded = [line for line in lines if line["side"] == "bounded"]
    if not bounded:
        return []
    (size, _), bound = TASKS[name].memory
    failed = [line["error"] for line in bounded if "error" in line]
    peak = max((line["peak_mb"] for line in bounded if "error" not in line), default=None)
    return [
        [
            name,
            f"{TASKS[name].title}, {size}",
            bound,
            "; ".join(failed) or "done",
            figure(peak) if peak else "",
        ]
    ]


def summary_rows(every):
    for name, lines in every.items():
        for size, threads, work, ours, peers, limit in comparisons(name, lines):
            sound = [peer for peer in peers if "error" not in peer]
            fastest = sound[0] if sound else None
            ratio = seconds(fastest) / seconds(ours) if fastest else None
            others = {}
            for peer in sound:
                others.setdefault(peer["peer"], seconds(peer))
            yield {
                "task": name,
                "work": work.name,
                "case": case_of(size, threads),
                "ours": figure(seconds(ours)),
                "peers": ", ".join(f"{peer} {figure(value)}" for peer, value in others.items()),
                "ratio": figure(ratio) if ratio else "",
                "limit": figure(seconds(limit)) if limit else "",
                "share": figure(seconds(ours) / seconds(limit)) if limit else "",
                "peak": figure(ours["peak_mb"]),
                "peer peak": figure(fastest["peak_mb"]) if fastest else "",
            }


def summary(every, foot):
    heads = {
        "task": "task",
        "work": "work",
        "case": "case",
        "ours": "ours, s",
        "peers": "peers, s, from the fastest",
        "ratio": "times faster",
        "limit": "limit, s",
        "share": "ours / limit",
        "peak": "our peak MB",
        "peer peak": "fastest peer's",
    }
    rows = [[row[key] for key in heads] for row in summary_rows(every)]
    return table(list(heads.values()), rows) + memory(every)


def wanted_rows(every):
    """What was wanted, and whether it holds: against each peer at its best, or in seconds."""
    for name, lines in every.items():
        for size, threads, work, ours, peers, limit in comparisons(name, lines):
            here = [name, work.name, case_of(size, threads)]
            if work.most:
                time = seconds(ours)
                met = "yes" if time <= work.most else "no"
                yield [*here, "", f"{figure(time)} s", f"at most {work.most:g} s", met]
            sound = [peer for peer in peers if "error" not in peer]
            for wanted in work.wanted:
                if threads > 1 and name != "T9" or not re.fullmatch(wanted.size, size):
                    continue
                if wanted.against == LIMIT:
                    rival, called = limit, "hand-written limit"
                else:
                    rival = next((p for p in sound if re.fullmatch(wanted.against, p["peer"])), None)
                    called = rival and f"{rival['peer']}: {rival['variant']}"
                if rival:
                    ratio = seconds(rival) / seconds(ours)
                    met = "yes" if ratio >= wanted.ratio else "no"
                    yield [*here, called, figure(ratio), f"{wanted.ratio:.3g}", met]


def wanted(every):
    heads = ["task", "work", "case", "against", "times faster", "wanted", "met"]
    return table(heads, list(wanted_rows(every)))


def memory(every):
    rows = [row for name, lines in every.items() for row in memory_words(name, lines)]
    return "\n" + table(["task", "what", "MB of addresses", "", "peak MB"], rows) if rows else ""


# ---------------------------------------------------------------- files


def store(name, lines, foot):
    LINES.mkdir(parents=True, exist_ok=True)
    with open(LINES / f"{name}.json", "w") as file:
        file.write(json.dumps({"foot": foot}) + "\n")
        file.writelines(json.dumps(line, sort_keys=True) + "\n" for line in lines)


def stored(name):
    try:
        first, *lines = (LINES / f"{name}.json").read_text().splitlines()
    except OSError:
        return "", []
    return json.loads(first)["foot"], [json.loads(line) for line in lines]


def write(name, lines, versions, keep):
    """The page of a task: kept among the results if the peers took part, printed in any case."""
    foot = footing(versions)
    page = task_page(name, lines, foot)
    if keep:
        store(name, lines, foot)
        (RESULTS / f"{name}.md").write_text(page)
    print("\n" + page)


def write_growth(lines, versions):
    """Joins what was measured with what is stored of other tasks."""
    measured = {line["task"] for line in lines}
    lines = [line for line in stored("growth")[1] if line["task"] not in measured] + lines
    lines.sort(key=lambda line: list(TASKS).index(line["task"]))
    foot = footing(versions)
    store("growth", lines, foot)
    text = (
        f"# Growth\n\nWritten by `scripts/bench --growth`: one thread, input of 1, 4, 16 and 64 times the size.\n\n"
        f"{growth_table(lines)}\nThe exponent is fitted to all four by least squares of logarithms: 1 is linear. "
        f"Peak bytes are those of the whole process at the largest size, its input included.\n\n{foot}"
    )
    (RESULTS / "growth.md").write_text(text)
    print(text)
    write_summary()


def write_summary():
    """The summary of all that is stored, among the results and as a page of the documentation."""
    every = {name: stored(name)[1] for name in TASKS if stored(name)[1]}
    foots = [stored(name)[0] for name in every]
    if not every:
        return
    foot = foots[-1]
    body = summary(every, foot)
    (RESULTS / "summary.md").write_text(
        "# Summary\n\nWritten by `scripts/bench --peers`. One thread: seconds of processor time; more: of wall time. "
        f"Medians; peaks are of whole processes, input included.\n\n{body}\n"
        "## What was wanted\n\nOn one thread, against the best of each peer's ways.\n\n"
        f"{wanted(every)}\n{foot}"
    )
    PAGE.write_text(documentation(every, foot))


def documentation(every, foot):
    heads = {
        "work": "work",
        "case": "case",
        "ours": "s",
        "peers": "peers, s",
        "ratio": "times faster",
        "share": "of the limit",
        "peak": "MB",
        "peer peak": "peer, MB",
    }
    parts = []
    for name in every:
        rows = [[row[key] for key in heads] for row in summary_rows({name: every[name]})]
        if rows:
            parts.append(
                f"### {TASKS[name].title}\n\n{TASKS[name].text} {TASKS[name].agree_text}\n\n"
                + table(list(heads.values()), rows)
            )
    growing = stored("growth")[1]
    if growing:
        parts.append(
            "### Growth\n\nOne thread, input of 1, 4, 16 and 64 times the size; 1 is linear.\n\n"
            + growth_table(growing)
        )
    bound = memory(every)
    if bound:
        parts.append("### Memory\n" + bound)
    return f"""# How fast it is

The same work on the same files, by coldspot and by those who do it too.

## Overview

Seconds are medians: of processor time with one thread, of wall time with more. *Times faster* is the fastest
peer's time by ours. *Of the limit* is our time by that of a program written by hand in C++ for this one task.
Peaks are of whole processes, their input included. Where the answers of a peer would not agree, its row says so in the
tables of `benchmarks/Results`.

```sh
scripts/bench --peers            # everything, with the peers from PyPI in an environment of its own
scripts/bench T3 --peers         # one task
scripts/bench --growth           # time and memory as the input grows
scripts/bench --quick            # small sizes, a minute or two: do the answers agree
```

{chr(10).join(parts)}
{foot}"""
