"""Reads every export and every collection of the service with several programs, and compares.

Usage: matrix.py EXPORT ADDRESS READER=COMMAND…

EXPORT is the folder of an export, with its datapackage.json; ADDRESS that of the service. A reader
takes a list of sources on its standard input, each with name, path, layer and styled, and prints for
each a line of JSON: name, count, geometry, types (string, number or integer by column), invalid (the
number of shapes that are not valid), style and warnings. Exit status 1 when anything differs from
what the data package publishes.
"""

import json
import shlex
import subprocess
import sys
import urllib.request
from pathlib import Path

SHAPES = {"geojson", "geojsonl", "fgb", "topojson"}


def fields(resource):
    return {one["name"]: one["type"] for one in resource["schema"]["fields"]}


def plain(name):
    """The name of a layer without what tells it from the same layer in another format."""
    return Path(name).stem


class Source:
    def __init__(self, name, path, layer, expected, styled=False):
        self.name, self.path, self.layer, self.styled = name, path, layer, styled
        self.types, self.count, self.geometry, self.whole = expected

    def difference(self, answer):
        """What a reader saw otherwise; None when nothing."""
        if answer is None:
            return "no answer"
        found = list(answer["warnings"][:1])
        if "count" not in answer:
            return "; ".join(found) or "unread"
        if answer["count"] != self.count:
            found.append(f"{answer['count']} of {self.count} features")
        kind = (answer.get("geometry") or "None").upper().replace("SFC", "")
        # Without shapes, programs disagree on what to call their kind.
        if kind not in self.geometry and self.geometry != {"NONE"}:
            found.append(f"{kind}, not {'/'.join(sorted(self.geometry))}")
        if answer.get("invalid"):
            found.append(f"{answer['invalid']} invalid")
        types = answer["types"]
        guessed = self.path.endswith(".csv")
        for name, kind in self.types.items():
            read = types.get(name)
            # A table says no types: that texts such as years are guessed to be numbers is no fault.
            if guessed and kind == "string" and read:
                continue
            # Whole numbers in a column of numbers, and integers in the wider numbers of R, are the
            # same numbers.
            if read == kind or (kind, read) == ("integer", "number") \
                    or (kind, read) == ("number", "integer") and name in self.whole:
                continue
            found.append(f"{name} is {read or 'missing'}, not {kind}")
        if "style" in answer and answer["style"] == "plain":
            found.append("no style")
        return "; ".join(found[:3]) or None


def whole_columns(rows):
    """The columns that have whole numbers only."""
    names = set().union(*rows) if rows else set()
    return {name for name in names
            if all(row.get(name) is None or isinstance(row[name], (int, float))
                   and row[name] == int(row[name]) for row in rows)}


def sources_of(folder, address):
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resources = {one["path"]: one for one in package["resources"]}
    layers = {}
    for path, resource in resources.items():
        if resource["format"] == "geojson":
            features = json.loads((folder / path).read_text(encoding="utf-8"))["features"]
            kinds = {one["geometry"]["type"].upper() for one in features if one["geometry"]}
            # One polygon of many makes the layer one of several.
            kinds = kinds | {"MULTIPOLYGON"} if "POLYGON" in kinds else kinds or {"NONE"}
            kinds = kinds | {"GEOMETRY", "UNKNOWN(ANY)", "UNKNOWN"} if len(kinds) > 1 else kinds
            layers[plain(path)] = (
                fields(resource), len(features), kinds,
                whole_columns([one["properties"] for one in features]))
    styled = {name for name in layers if f"{name}.qml" in resources}
    for path, resource in resources.items():
        name = plain(path)
        if resource["format"] in SHAPES:
            _, count, kinds, whole = layers[name]
            yield Source(path, str(folder / path), name, (fields(resource), count, kinds, whole),
                         resource["format"] == "geojson" and name in styled)
        elif resource["format"] == "csv" and name in layers:
            _, count, _, whole = layers[name]
            known = {key: kind for key, kind in fields(resource).items() if key not in ("lon", "lat")}
            yield Source(path, str(folder / path), name, (known, count, {"NONE"}, whole))
        elif resource["format"] == "gpkg":
            listed = subprocess.run(
                ["ogrinfo", "-q", "-ro", "-nomd", str(folder / path)], capture_output=True, text=True)
            for line in listed.stdout.splitlines():
                if line[:1].isdigit():
                    layer = line.split(": ", 1)[1].split(" (")[0]
                    base = next((one for one in sorted(layers, key=len, reverse=True)
                                 if layer.replace("_", "-").startswith(one)), None)
                    if base:
                        yield Source(f"{path}: {layer}", str(folder / path), layer,
                                     layers[base], base in styled)
    with urllib.request.urlopen(f"{address}collections?f=json") as answer:
        for one in json.load(answer)["collections"]:
            if one["id"] in layers:
                yield Source(f"service: {one['id']}", f"OAPIF:{address}", one["id"], layers[one["id"]])


def main():
    folder, address, *readers = Path(sys.argv[1]), *sys.argv[2:]
    sources = list(sources_of(folder, address))
    asked = json.dumps([
        {"name": one.name, "path": one.path, "layer": one.layer, "styled": one.styled}
        for one in sources])
    answers, faults = {}, []
    for reader in readers:
        name, command = reader.split("=", 1)
        result = subprocess.run(shlex.split(command), input=asked, capture_output=True, text=True)
        lines = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
        answers[name] = {one["name"]: one for one in lines}
        # QGIS opens files for update at first, and tries again when their format has none.
        said = [one for one in result.stderr.splitlines() if "Update of TopoJSON" not in one]
        if result.returncode != 0 or said:
            faults.append(f"{name}: {' '.join(said)[-800:] or result.returncode}")
    width = max(len(one.name) for one in sources)
    print(f"{'':{width}}  " + "  ".join(f"{name:12}" for name in answers))
    for source in sources:
        cells = []
        for name, known in answers.items():
            difference = source.difference(known.get(source.name))
            cells.append("ok" if difference is None else "DIFFERS")
            if difference:
                faults.append(f"{source.name}, {name}: {difference}")
        print(f"{source.name:{width}}  " + "  ".join(f"{cell:12}" for cell in cells))
    for name, known in answers.items():
        styles = {f"{key}: {one['style']}" for key, one in known.items() if "style" in one}
        for style in sorted(styles):
            print(f"style in {name}, {style}")
    print("\n".join(["", *faults]) if faults else
          f"\nno difference in {len(sources)} sources read by {len(answers)} programs")
    sys.exit(1 if faults else 0)


main()
