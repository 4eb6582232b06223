#!/usr/bin/env python3
"""Draws docs/london.png from the layers of a run.

Usage: docs/picture.py RUN-FOLDER docs/london.png      needs geopandas and matplotlib
"""
import pathlib
import sys

import geopandas
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.colors import BoundaryNorm, ListedColormap
from matplotlib.patches import Patch

run, target = pathlib.Path(sys.argv[1]), sys.argv[2]
wards = geopandas.read_file(run / "wards.geojson").to_crs(27700)
boroughs = geopandas.read_file(run / "boroughs.geojson").to_crs(27700)
organisations = geopandas.read_file(run / "organisations.geojson").to_crs(27700)

# Darker is colder; five classes with fixed breaks, grey for wards without a figure.
breaks = [0, 0.2, 0.4, 0.6, 0.8, 1.0]
colours = ["#f1eef6", "#bdc9e1", "#74a9cf", "#2b8cbe", "#045a8d"]
ink, grey = "#1a1a1a", "#d9d9d9"
plt.rcParams["font.family"] = "DejaVu Sans"
figure, (axes, side) = plt.subplots(
    1, 2, figsize=(11.5, 6.2), dpi=110, width_ratios=[2.35, 1], layout="constrained")

wards.plot(
    "lack", ax=axes, cmap=ListedColormap(colours), norm=BoundaryNorm(breaks, 5),
    edgecolor="white", linewidth=0.25, missing_kwds={"color": grey})
boroughs.boundary.plot(ax=axes, color=ink, linewidth=0.7)
sites = organisations[(organisations.counted == "yes") & (organisations.precision != "borough_point")]
sites.plot(ax=axes, color="#f46a25", edgecolor="white", linewidth=0.6, markersize=18, zorder=3)

worst = boroughs.sort_values("lack", ascending=False).head(5)
for _, borough in worst.iterrows():
    point = borough.geometry.representative_point()
    axes.annotate(
        borough["name"], (point.x, point.y), ha="center", va="center", fontsize=8.5, weight="bold",
        color=ink, bbox={"boxstyle": "round,pad=0.25", "fc": "white", "ec": "none", "alpha": 0.85})
axes.set_axis_off()
axes.set_anchor("NW")
axes.set_title("Lack of support for local charities, by ward", loc="left", fontsize=13, weight="bold")
handles = [
    Patch(fc=colour, ec="#999999", lw=0.5, label=f"{low:.1f} – {high:.1f}")
    for colour, low, high in zip(colours, breaks, breaks[1:])]
handles.append(Patch(fc=grey, label="no figure"))
handles.append(plt.Line2D(
    [], [], marker="o", ls="", mfc="#f46a25", mec="white", ms=6, label="organisation"))
axes.legend(
    handles=handles, loc="lower left", frameon=False, fontsize=8, title="lack, 1 = no support",
    title_fontsize=8, alignment="left")

top = boroughs.sort_values("lack", ascending=False).head(12).iloc[::-1]
bars = side.barh(top["name"], top.lack, color="#045a8d", height=0.68)
for bar, lack in zip(bars, top.lack):
    side.text(
        bar.get_width() - 0.02, bar.get_y() + bar.get_height() / 2, f"{lack:.2f}", va="center",
        ha="right", fontsize=8, color="white", weight="bold")
side.set_title("Boroughs that lack most", loc="left", fontsize=13, weight="bold")
side.set_xlim(0, 1)
side.spines[["top", "right", "bottom", "left"]].set_visible(False)
side.tick_params(left=False, bottom=False, labelbottom=False, labelsize=8.5)
figure.text(
    0.995, 0.002, "Contains OS data © Crown copyright and database right 2015, 2025. Contains "
    "Royal Mail data © Royal Mail copyright and database right 2025. Contains National Statistics "
    "data © Crown copyright and database right 2015, 2022, 2025. Ward outlines are approximate.",
    ha="right", va="bottom", fontsize=5.2, color="#555555")
figure.get_layout_engine().set(rect=(0, 0.02, 1, 0.98))
figure.savefig(target, metadata={"Software": None})
