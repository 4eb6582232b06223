"""Figures, tables and what stands below them, as Markdown."""

import datetime
import math
import os
import pathlib
import platform
import re


def figure(value):
    """Three significant digits, without an exponent."""
    if value == 0:
        return "0"
    return f"{value:.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"


def count_of(threads):
    return f"{threads} thread" + ("s" if threads > 1 else "")


def case_of(size, threads):
    return ", ".join(filter(None, (size, count_of(threads))))


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines) + "\n"


def machine():
    model = ""
    if os.path.exists("/proc/cpuinfo"):
        text = pathlib.Path("/proc/cpuinfo").read_text()
        model = next(iter(re.findall(r"model name\s*:\s*(.*)", text)), "")
    return f"Machine: {platform.system()} {platform.machine()}, {os.cpu_count()} cores, {' '.join(model.split())}"


def footing(versions):
    date = datetime.datetime.now(datetime.timezone.utc).date()
    return (
        "\n\n".join(
            filter(None, (machine(), versions and f"Versions: {versions}", f"Date: {date}"))
        )
        + "\n"
    )
