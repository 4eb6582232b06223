"""T9: the default study of London, from files to files, with GeoPandas, SciPy and PySAL.

Usage: python whole_study.py BOUNDARIES OUT [--esda] [--compare RUN]

Does what `coldspot run` does by default: who reaches whom by distance and by remit, two-step
floating catchments for each function, shortfall, need, score, ranks, summaries of wards and
boroughs, the 486 scenarios of method with rank intervals and classes, Gi* of the lack, layers and
rankings.

Left out: judging the input (damaged rows, codes against positions, look-up of postcodes and of
names of regions), the check that capacity is handed out whole, sentences that say why, the layer of
organisations without a place, styles, descriptions of the columns, the manifest with its checksums,
and files that appear whole or not at all. The share of the surroundings outside the data uses discs
of 64 corners instead of circles.

Gi* is tested with NumPy; `--esda` does it with PySAL's esda, some sixteen seconds of which are
spent compiling. `--compare` holds the answers against a finished run of coldspot and says by how
much they differ.
"""

import json
import pathlib
import sys
import time
import warnings

import geopandas
import numpy
import pandas
import shapely

warnings.filterwarnings("ignore")
import study_method as method
from study_method import DEGREES, METRES, RADIUS, Level, ranks, score

# ---------------------------------------------------------------- summaries and layers


def summary(
    level,
    areas,
    columns,
    places,
    people,
    reaches,
    organisations,
    offers,
    functions,
    positions,
    located,
):
    """A table with a row for each area."""
    ranked = level.ranked
    table = areas.copy()
    table["people"] = level.people
    for name, values in columns.items():
        table.loc[ranked, name] = level.mean(values)
    table.loc[ranked, "score"] = score(table.need[ranked], table.lack[ranked])
    table["burden"] = level.sum @ (columns["need"] * columns["lack"])
    table.loc[ranked, "rank"] = ranks(table.score.to_numpy()[ranked])
    home = pandas.Series(columns["lack"]).groupby(places)
    table["lack_min"], table["lack_max"] = (
        home.min().reindex(level.codes).to_numpy(),
        home.max().reindex(level.codes).to_numpy(),
    )
    there = ((level.sum > 0).astype(int) @ reaches) > 0
    there = there.toarray()
    group = organisations.group.where(organisations.group.ne(""), organisations.id)
    groups = pandas.get_dummies(group).to_numpy(int)
    table["n_orgs"] = there.sum(axis=1)
    table["n_indep"] = ((there @ groups) > 0).sum(axis=1)
    table["n_sourced"] = (there & organisations.source.eq("page").to_numpy()).sum(axis=1)
    table["sole"] = numpy.where(
        table.n_indep.eq(1), organisations.name.to_numpy()[there.argmax(axis=1)], ""
    )
    provided = (there.astype(int) @ offers) > 0
    table["missing"] = [";".join(functions.function[~own]) for own in provided]
    centres = shapely.get_coordinates(shapely.centroid(areas.geometry.values))
    centres[ranked] = level.mean(positions)
    table["near_m"], table["near_org"] = method.nearest_site(centres, organisations, located)
    return table, there


def write_layer(table, path):
    table.to_crs(DEGREES).round(6).to_file(path, driver="GeoJSON", COORDINATE_PRECISION=7)


def write_ranking(table, path):
    table.drop(columns="geometry").sort_values("rank").round(6).to_csv(path, index=False)


def write_reach(level, wards, weight, people, organisations, path):
    """Which organisation reaches how many residents of which ward."""
    share = (level.sum @ (weight > 0).astype(float)).tocoo()
    strength = (level.sum @ weight).tocoo().tocsr()[share.row, share.col]
    pandas.DataFrame(
        {
            "code": wards.gss_code.to_numpy()[share.row],
            "name": wards["name"].to_numpy()[share.row],
            "org_id": organisations.id.to_numpy()[share.col],
            "org_name": organisations.name.to_numpy()[share.col],
            "people": share.data,
            "share": share.data / level.people[share.row],
            "weight": strength / share.data,
        }
    ).query("people > 0").round(6).to_csv(path, index=False)


def catchment_layer(organisations, remits, wards, boroughs, located):
    shapes = pandas.concat(
        [wards.set_index("gss_code").geometry, boroughs.set_index("gss_code").geometry]
    )
    discs = geopandas.GeoDataFrame(
        {"org_id": organisations.id.to_numpy()[located], "route": "distance"},
        geometry=organisations.geometry[located].buffer(RADIUS, quad_segs=16).values,
        crs=METRES,
    )
    mandates = [
        (identifier, shapes[[code for code in codes if code in shapes.index]].union_all())
        for identifier, codes in zip(organisations.id, remits)
        if any(code in shapes.index for code in codes)
    ]
    areas = geopandas.GeoDataFrame(
        {"org_id": [one for one, _ in mandates], "route": "remit"},
        geometry=[shape for _, shape in mandates],
        crs=METRES,
    )
    return pandas.concat([discs, areas], ignore_index=True)


def study(folder, out):
    clock, stages = time.perf_counter(), {}

    def stage(name):
        nonlocal clock
        stages[name], clock = round(time.perf_counter() - clock, 4), time.perf_counter()

    wards, boroughs, places, every, functions = method.read(folder)
    organisations, offers, remits = method.taking_part(every, functions)
    stage("read")
    people = places.people.to_numpy()
    positions = shapely.get_coordinates(places.geometry.values)
    shares = functions.weight.to_numpy() / functions.weight.sum()
    shape = (len(places), len(organisations))
    located = numpy.flatnonzero(
        organisations.location_precision.isin(["postcode", "output_area", "point"])
    )
    pairs = method.reach_pairs(places, organisations, located, remits, RADIUS * 1.25)
    weight = method.weights(pairs, shape, "truncated-gaussian", RADIUS, method.REMIT_WEIGHT)
    weight.eliminate_zeros()
    values = method.access(weight, people, offers)
    lacking = method.shortfalls(values, method.standards(values, people, [method.QUANTILE])[0])
    need, lack = method.percentiles(places["index"].to_numpy(), people), numpy.minimum(
        1, lacking @ shares
    )
    stage("score")
    columns = {"need": need, "lack": lack, "edge": method.edge_exposure(places, boroughs)}
    stage("edge")
    columns |= dict(zip(functions.column, lacking.T))
    levels = [
        Level(places.oa11, places.oa11, people),
        Level(wards.gss_code, places.ward_gss, people),
        Level(boroughs.gss_code, places.borough_gss, people),
    ]
    reaches = (weight > 0).astype(int)
    tables = [
        summary(
            level,
            areas,
            columns,
            homes.to_numpy(),
            people,
            reaches,
            organisations,
            offers,
            functions,
            positions,
            located,
        )
        for level, areas, homes in zip(
            levels[1:], (wards, boroughs), (places.ward_gss, places.borough_gss)
        )
    ]
    ward_table, borough_table = tables[0][0], tables[1][0]
    place_table = places[["oa11", "ward_gss", "borough_gss", "people", "geometry"]].assign(
        **columns
    )
    place_table["score"], place_table["burden"] = score(need, lack), people * need * lack
    place_table.loc[levels[0].ranked, "rank"] = ranks(score(need, lack)[levels[0].ranked])
    place_table["n_orgs"] = reaches.sum(axis=1)
    group = organisations.group.where(organisations.group.ne(""), organisations.id)
    place_table["n_indep"] = ((reaches @ pandas.get_dummies(group).to_numpy(int)) > 0).sum(axis=1)
    place_table["near_m"], place_table["near_org"] = method.nearest_site(
        positions, organisations, located
    )
    stage("summaries")
    intervals = method.rank_intervals(levels, need, pairs, shape, people, offers, shares)
    for table, level, (low, high, names) in zip(
        (place_table, ward_table, borough_table), levels, intervals
    ):
        table.loc[level.ranked, "rank_lo"], table.loc[level.ranked, "rank_hi"] = low, high
        table.loc[level.ranked, "class"] = names
    stage("486 scenarios")
    ward_table["cluster"] = ""
    ranked = levels[1].ranked
    ward_table.loc[ranked, "cluster"] = method.clusters(
        wards.iloc[ranked].reset_index(drop=True),
        ward_table.lack.to_numpy()[ranked],
        test=method.chance_by_esda if "--esda" in sys.argv else method.chance,
    )
    stage("clusters")
    out.mkdir(parents=True, exist_ok=True)
    for name, table in (
        ("places", place_table),
        ("wards", ward_table),
        ("boroughs", borough_table),
    ):
        write_layer(table, out / f"{name}.geojson")
    write_layer(every[~every.geometry.is_empty], out / "organisations.geojson")
    write_layer(
        catchment_layer(organisations, remits, wards, boroughs, located), out / "catchments.geojson"
    )
    write_ranking(ward_table, out / "ranking-wards.csv")
    write_ranking(borough_table, out / "ranking-boroughs.csv")
    write_reach(levels[1], wards, weight, people, organisations, out / "reach-wards.csv")
    stage("write")
    return stages, place_table, ward_table, borough_table


def compare(run, place_table, ward_table, borough_table):
    """The largest difference of each column from what coldspot published; of words, how many."""
    for name, table, code in (
        ("places", place_table, "oa11"),
        ("wards", ward_table, "gss_code"),
        ("boroughs", borough_table, "gss_code"),
    ):
        published = (
            geopandas.read_file(run / f"{name}.geojson").set_index("code").reindex(table[code])
        )
        found = {}
        for column in table.columns.intersection(published.columns).difference(
            ["geometry", "name"]
        ):
            ours, theirs = table[column].to_numpy(), published[column].to_numpy()
            if table[column].dtype.kind in "fiu":
                with numpy.errstate(invalid="ignore"):
                    found[column] = float(
                        numpy.nanmax(numpy.abs(ours.astype(float) - theirs.astype(float)))
                    )
            else:
                found[column] = int(
                    (
                        pandas.Series(ours).fillna("").astype(str)
                        != pandas.Series(theirs).fillna("").astype(str)
                    ).sum()
                )
        print(name, json.dumps(found))


if __name__ == "__main__":
    folder, out = map(pathlib.Path, sys.argv[1:3])
    stages, *answers = study(folder, out)
    print(json.dumps({"stages": stages}))
    if "--compare" in sys.argv:
        compare(pathlib.Path(sys.argv[sys.argv.index("--compare") + 1]), *answers)
