"""The method of the default study, written with GeoPandas, SciPy and libpysal; see whole_study.py."""

import itertools

import geopandas
import numpy
import pandas
import shapely
from libpysal.weights import Queen
from scipy.sparse import csr_array
from scipy.spatial import KDTree
from scipy.stats import rankdata

RADIUS, REMIT_WEIGHT, QUANTILE, EXPONENT = 3000.0, 0.5, 0.5, 0.5
DECAYS = {
    "truncated-gaussian": lambda share: (numpy.exp(-share * share / 2) - numpy.exp(-0.5))
    / (1 - numpy.exp(-0.5)),
    "linear": lambda share: 1 - share,
    "step": numpy.ones_like,
}
METRES, DEGREES = "EPSG:27700", "EPSG:4326"


# ---------------------------------------------------------------- reading


def positioned(table, x="lon", y="lat"):
    return geopandas.GeoDataFrame(
        table, geometry=geopandas.points_from_xy(table[x], table[y]), crs=DEGREES
    ).to_crs(METRES)


def read(folder):
    wards = geopandas.read_file(folder / "wards.geojson").to_crs(METRES)
    boroughs = geopandas.read_file(folder / "boroughs.geojson").to_crs(METRES)
    places = positioned(pandas.read_csv(folder / "places.csv"))
    organisations = positioned(
        pandas.read_csv(
            folder / "organisations.csv",
            keep_default_na=False,
            converters={"lon": number, "lat": number},
        )
    )
    functions = pandas.read_csv(folder / "functions.csv")
    index = pandas.read_csv(folder / "boroughs.csv").set_index("gss_code")["imd2025_average_score"]
    places["index"] = places.borough_gss.map(index)
    return wards, boroughs, places, organisations, functions


def number(text):
    return float(text) if text else numpy.nan


def taking_part(organisations, functions):
    """Those that count, with a column of zeros and ones for each function."""
    remits = organisations.serves_gss.str.split(";")
    counted = organisations.status.eq("active") & ~remits.map(lambda codes: "pan-london" in codes)
    words = organisations.specialisms.str.split(";").map(set)
    offers = numpy.column_stack(
        [
            words.map(lambda own: bool(own & set(wanted.split(";"))))
            for wanted in functions.specialisms
        ]
    )
    counted &= offers.any(axis=1)
    return (
        organisations[counted].reset_index(drop=True),
        offers[counted].astype(float),
        remits[counted].tolist(),
    )


# ---------------------------------------------------------------- method


def reach_pairs(places, organisations, located, remits, widest):
    """Place, organisation, distance (infinite by remit alone), and whether it is in the remit."""
    xy = shapely.get_coordinates(places.geometry.values)
    sites = shapely.get_coordinates(organisations.geometry.values[located])
    near = KDTree(xy).sparse_distance_matrix(KDTree(sites), widest, output_type="ndarray")
    distances = pandas.Series(
        near["v"],
        index=pandas.MultiIndex.from_arrays([near["i"], located[near["j"]]]),
        name="distance",
    )
    homes = places.groupby("borough_gss").indices | places.groupby("ward_gss").indices
    members = [
        (place, organisation)
        for organisation, codes in enumerate(remits)
        for code in codes
        for place in homes.get(code, [])
    ]
    remit = pandas.Series(True, index=pandas.MultiIndex.from_tuples(members).unique(), name="remit")
    pairs = pandas.concat([distances, remit], axis=1).sort_index()
    place, organisation = (pairs.index.get_level_values(level).to_numpy() for level in (0, 1))
    return (
        place,
        organisation,
        pairs.distance.fillna(numpy.inf).to_numpy(),
        pairs.remit.notna().to_numpy(),
    )


def weights(pairs, shape, decay, radius, remit_weight):
    place, organisation, distance, in_remit = pairs
    near = distance <= radius
    weight = numpy.where(in_remit, remit_weight, 0.0)
    weight[near] = numpy.maximum(weight[near], DECAYS[decay](distance[near] / radius))
    return csr_array((weight, (place, organisation)), shape=shape)


def access(weight, people, offers):
    """Two-step floating catchments, a column for each function; every capacity is 1."""
    reached = weight.T @ people
    ratio = numpy.divide(1.0, reached, out=numpy.zeros_like(reached), where=reached > 0)
    return weight @ (ratio[:, None] * offers)


def standards(values, people, quantiles):
    """Weighted quantiles of access among the places that have any: [quantile][function]."""
    found = numpy.zeros((len(quantiles), values.shape[1]))
    for function in range(values.shape[1]):
        order = numpy.argsort(values[:, function], kind="stable")
        order = order[values[order, function] > 0]
        cumulative = numpy.cumsum(people[order])
        if len(order):
            at = numpy.searchsorted(
                cumulative, numpy.array(quantiles) * cumulative[-1] * (1 - 1e-12)
            )
            found[:, function] = values[order, function][at]
    return found


def shortfalls(values, standard):
    met = numpy.divide(values, standard, out=numpy.zeros_like(values), where=standard > 0)
    return 1 - numpy.minimum(1, met)


def percentiles(index, people):
    """The population-weighted mid-rank percentile of each value."""
    by_value = pandas.Series(people).groupby(index).sum().sort_index()
    return pandas.Series(index).map((by_value.cumsum() - by_value / 2) / by_value.sum()).to_numpy()


def score(need, lack, exponent=EXPONENT, aggregation="geometric"):
    if aggregation == "geometric":
        return 100 * need**exponent * lack ** (1 - exponent)
    return 100 * (exponent * need + (1 - exponent) * lack)


def ranks(scores):
    """1 for the largest; equal to nine decimals is equal."""
    return rankdata(-scores.round(9), method="min", axis=-1).astype("int32")


def nearest_site(positions, organisations, located):
    """The distance to the nearest organisation and its name; of those at one door, the first."""
    sites = pandas.DataFrame(shapely.get_coordinates(organisations.geometry.values[located]))
    first = sites.drop_duplicates().index.to_numpy()
    distance, nearest = KDTree(sites.loc[first].to_numpy()).query(positions)
    return distance.round(), organisations.name.to_numpy()[located[first[nearest]]]


class Level:
    """Units that places are added up to, with residents."""

    def __init__(self, codes, places, people):
        self.codes = codes
        rows = pandas.Series(numpy.arange(len(codes)), index=codes).reindex(places).to_numpy()
        populated = people > 0
        self.sum = csr_array(
            (people[populated], (rows[populated], numpy.flatnonzero(populated))),
            shape=(len(codes), len(people)),
        )
        self.people = self.sum.sum(axis=1)
        self.ranked = numpy.flatnonzero(self.people > 0)

    def mean(self, values):
        return (self.sum @ values)[self.ranked] / (
            self.people[self.ranked] if values.ndim == 1 else self.people[self.ranked][:, None]
        )


def rank_intervals(levels, need, pairs, shape, people, offers, shares):
    """The ranks over 486 scenarios: [level] of low, high and class for each ranked unit."""
    needs = [level.mean(need) for level in levels]
    found = [[] for _ in levels]
    for decay, scale, remit_weight in itertools.product(DECAYS, (0.75, 1, 1.25), (0.25, 0.5, 1)):
        values = access(weights(pairs, shape, decay, RADIUS * scale, remit_weight), people, offers)
        for standard in standards(values, people, (0.4, 0.5, 0.6)):
            lack = numpy.minimum(1, shortfalls(values, standard) @ shares)
            for level, own_need, ranked in zip(levels, needs, found):
                own_lack = level.mean(lack)
                ranked.append(
                    ranks(
                        numpy.stack(
                            [
                                score(own_need, own_lack, exponent, aggregation)
                                for exponent in (0.35, 0.5, 0.65)
                                for aggregation in ("geometric", "arithmetic")
                            ]
                        )
                    )
                )
    answers = []
    for ranked in map(numpy.concatenate, found):
        count, units = ranked.shape
        share = (ranked <= (units + 9) // 10).mean(axis=0)
        sorted_ = numpy.sort(ranked, axis=0)
        low, high = (sorted_[int(numpy.ceil(part * count - 1e-9)) - 1] for part in (0.05, 0.95))
        names = numpy.select(
            [share >= 0.9, share >= 0.5, share > 0], ["confirmed", "likely", "possible"], "not_cold"
        )
        answers.append((low, high, names))
    return answers


def edge_exposure(places, boroughs):
    """The share of the disc about each place that lies outside the study."""
    # The rivers between boroughs are closed, and 50 m are ample for shares of discs of kilometres.
    outline = boroughs.geometry.simplify(25).union_all().buffer(500).buffer(-500).simplify(50)
    shapely.prepare(outline)
    points = places.geometry.values
    exposure = (~shapely.contains(outline, points)).astype(float)
    near = numpy.flatnonzero(shapely.dwithin(points, outline.boundary, RADIUS))
    discs = shapely.buffer(points[near], RADIUS, quad_segs=16)
    exposure[near] = 1 - shapely.area(shapely.intersection(discs, outline)) / shapely.area(discs)
    return exposure


def chance(lack, neighbours):
    """The two-sided p of Gi* over 999 shuffles, and whether the area is above what chance gives."""
    count, widest = len(lack), max(neighbours.cardinalities.values())
    random = numpy.random.default_rng(1)
    draws = numpy.array([random.choice(count - 1, widest, replace=False) for _ in range(999)])
    p, above = numpy.ones(count), numpy.zeros(count, bool)
    for area in range(count):
        near = neighbours.neighbors[area]
        drawn = draws[:, : len(near)]
        shuffled = lack[drawn + (drawn >= area)].sum(axis=1)
        own, slack = lack[near].sum(), 1e-9
        lower, upper = (shuffled <= own + slack).sum() + 1, (shuffled >= own - slack).sum() + 1
        p[area], above[area] = min(1, 2 * min(lower, upper) / 1000), upper < lower
    return p, above


def chance_by_esda(lack, neighbours):
    """The same by the package of the field; its kernels are compiled in every new process."""
    import esda

    hot = esda.G_Local(
        lack, neighbours, transform="B", star=True, permutations=999, seed=1, n_jobs=1
    )
    return numpy.minimum(1, 2 * hot.p_sim), hot.Zs > 0


def clusters(wards, lack, test=chance):
    """Wards that lack more, or less, than chance explains: queen neighbours, 5 % false discoveries."""
    neighbours = Queen.from_dataframe(wards, use_index=False, silence_warnings=True)
    p, above = test(lack, neighbours)
    order = numpy.argsort(p)
    below = numpy.flatnonzero(p[order] <= 0.05 * numpy.arange(1, len(p) + 1) / len(p))
    names = numpy.full(len(p), "", dtype="<U4")
    rejected = order[: below.max() + 1] if len(below) else []
    names[rejected] = numpy.where(above[rejected], "cold", "warm")
    return names
