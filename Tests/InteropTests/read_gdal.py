"""Reads sources with the programs of GDAL; see matrix.py for the notation."""

import json
import re
import subprocess
import sys

KINDS = {"String": "string", "Real": "number", "Integer": "integer", "Integer64": "integer"}


def ogrinfo(source, *arguments):
    options = ["-oo", "AUTODETECT_TYPE=YES"] if source["path"].endswith(".csv") else []
    if source["path"].startswith("OAPIF:"):
        options = ["-oo", "PAGE_SIZE=1000"]
    return subprocess.run(
        ["ogrinfo", "-ro", *arguments, *options, source["path"], source["layer"]],
        capture_output=True, text=True)


for source in json.load(sys.stdin):
    head = ogrinfo(source, "-so")
    body = ogrinfo(source, "-q", "-geom=NO", "-fields=NO")
    text = head.stdout
    geometry = re.search(r"^Geometry: (.*)$", text, re.M)
    fields = re.findall(r"^(\S+): (\w+)(?:\(\w+\))? \([\d.]+\)", text, re.M)
    print(json.dumps({
        "name": source["name"],
        "count": body.stdout.count("OGRFeature("),
        "geometry": geometry and geometry[1].replace(" ", ""),
        "types": {name: KINDS.get(kind, kind) for name, kind in fields},
        "warnings": [one for one in (head.stderr + body.stderr).splitlines() if one],
    }), flush=True)
