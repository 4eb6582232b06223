"""Reads sources with GeoPandas, through pyogrio; see matrix.py for the notation."""

import json
import sys
import warnings

import pyogrio
import shapely

for source in json.load(sys.stdin):
    options = {"AUTODETECT_TYPE": "YES"} if source["path"].endswith(".csv") else {}
    answer = {"name": source["name"], "warnings": []}
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            info = pyogrio.read_info(source["path"], layer=source["layer"], **options)
            frame = pyogrio.read_dataframe(source["path"], layer=source["layer"], **options)
        answer["warnings"] = [str(one.message) for one in caught]
        kinds = {"object": "string", "float64": "number", "int32": "integer", "int64": "integer",
                 "bool": "boolean"}
        answer["count"] = len(frame)
        answer["types"] = {
            name: kinds.get(str(kind), str(kind))
            for name, kind in zip(info["fields"], info["dtypes"])}
        if "geometry" in frame:
            shapes = frame.geometry[frame.geometry.notna()]
            answer["geometry"] = (info["geometry_type"] or "None").replace(" ", "")
            answer["invalid"] = int((~shapely.is_valid(shapes.values)).sum())
    except Exception as error:
        answer["warnings"].append(f"{type(error).__name__}: {error}")
    print(json.dumps(answer), flush=True)
