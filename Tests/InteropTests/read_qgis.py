"""Reads sources with QGIS, without a screen; see matrix.py for the notation."""

import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsVectorLayer, QgsWkbTypes  # noqa: E402

KINDS = {"QString": "string", "String": "string", "double": "number", "Real": "number",
         "int": "integer", "qlonglong": "integer", "Integer": "integer", "Integer64": "integer"}

application = QgsApplication([], False)
application.initQgis()
for source in json.load(sys.stdin):
    path = source["path"]
    if path.startswith("OAPIF:"):
        address = path.removeprefix("OAPIF:")
        layer = QgsVectorLayer(f"url='{address}' typename='{source['layer']}'", "", "OAPIF")
    else:
        options = "|option:AUTODETECT_TYPE=YES" if path.endswith(".csv") else ""
        layer = QgsVectorLayer(f"{path}|layername={source['layer']}{options}", "", "ogr")
    answer = {"name": source["name"], "warnings": []}
    if not layer.isValid():
        answer["warnings"].append("the layer is not valid")
        print(json.dumps(answer), flush=True)
        continue
    count, invalid = 0, 0
    for feature in layer.getFeatures():
        count += 1
        if feature.hasGeometry() and not feature.geometry().isGeosValid():
            invalid += 1
    answer |= {
        "count": count, "invalid": invalid,
        "geometry": QgsWkbTypes.displayString(layer.wkbType()).replace("NoGeometry", "None"),
        "types": {one.name(): KINDS.get(one.typeName(), one.typeName()) for one in layer.fields()},
    }
    if source["styled"]:
        layer.loadDefaultStyle()
        renderer = layer.renderer()
        classes = [one for one in ("ranges", "categories") if hasattr(renderer, one)]
        if renderer.type() == "singleSymbol":
            answer["style"] = "plain"
        else:
            number = len(getattr(renderer, classes[0])()) if classes else len(
                renderer.rootRule().children())
            answer["style"] = f"{renderer.type()}, {number} classes"
    print(json.dumps(answer), flush=True)
del layer
application.exitQgis()
