"""Runs of the command that the tests look at, and what their files say."""

import csv
import json
import os
import shutil
import subprocess
from pathlib import Path

from shapely.geometry import shape

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "boundaries"


class Command:
    """The command, in a folder where it may write."""

    def __init__(self, program, folder):
        self.program = str(program)
        self.folder = Path(folder)
        self.environment = {**os.environ, "COLDSPOT_DATA": str(DATA)}

    def __call__(self, *arguments):
        result = subprocess.run(
            [self.program, *map(str, arguments)], cwd=self.folder, env=self.environment,
            capture_output=True, text=True)
        assert result.returncode == 0, f"coldspot {' '.join(map(str, arguments))}\n{result.stderr}"
        return result.stdout

    def serve(self, *arguments):
        return Service([self.program, "serve", "--port", "0", "-q", *map(str, arguments)], self)


class Service:
    """A server on a free port, stopped when the tests end."""

    def __init__(self, arguments, command):
        self.process = subprocess.Popen(
            arguments, cwd=command.folder, env=command.environment, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.process.stderr.read()

    def stop(self):
        self.process.terminate()
        self.process.wait(10)


class Run:
    """The files of a run."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self._layers = {}

    def layer(self, name):
        """The features of a layer by code: properties, and the shape where there is one."""
        if name not in self._layers:
            text = (self.folder / f"{name}.geojson").read_text(encoding="utf-8")
            self._layers[name] = {
                one["properties"]["code"]: (
                    one["properties"], one["geometry"] and shape(one["geometry"]))
                for one in json.loads(text)["features"]}
        return self._layers[name]

    def table(self, name):
        with open(self.folder / f"{name}.csv", newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    @property
    def wards(self):
        return self.layer("wards")

    @property
    def functions(self):
        """The functions of support: key and column, in order."""
        with open(DATA / "functions.csv", newline="", encoding="utf-8") as file:
            return [(row["function"], row["column"]) for row in csv.DictReader(file)]


def study_folder(folder, study):
    """A copy of the embedded data with another study file in it."""
    shutil.copytree(DATA, folder)
    path = folder / "scenario.toml"
    path.write_text(study, encoding="utf-8")
    return path
