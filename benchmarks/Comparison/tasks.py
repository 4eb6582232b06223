"""What is compared: the tasks, who does them on what, and which numbers must agree.

A *case* is a size of the input and a number of threads. A *work* is what one line of a table is about:
our variant, those of the peers that do the same, and the hand-written limit, each by a pattern
over "variant" or "who: variant".
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Wanted:
    """How many times faster than somebody we want to be, on one thread."""

    # A pattern over the peer's name; `LIMIT` is the program written by hand.
    against: str
    ratio: float
    # A pattern over the size.
    size: str = ".*"


LIMIT = "hand-written"


@dataclass(frozen=True)
class Work:
    name: str
    ours: str
    peers: str = "(?!)"
    limit: str = "(?!)"
    wanted: tuple = ()
    # The seconds that it may take.
    most: float = 0


@dataclass(frozen=True)
class Task:
    title: str
    text: str
    unit: str
    works: tuple
    cases: tuple
    peers: dict
    # The numbers that must agree and by how much, relative to the larger.
    agree: dict
    agree_text: str
    stick: tuple = ()
    growth: tuple = ()
    quick: str = ""
    # What peers answer on the generated data of the quick size; derived by them, not by us.
    expected: dict = field(default_factory=dict)
    # A case that must stay below so many megabytes.
    memory: tuple = ()


def cases(*sizes, threads=(1,)):
    return tuple((size, count) for size in sizes for count in threads)


CATCHMENTS_WANTED = (
    Wanted("access", 100),
    Wanted("sedonadb", 100),
    Wanted("numba", 5),
    Wanted(LIMIT, 0.9),
)
SHUFFLES_WANTED = (Wanted("esda", 20, "5k"), Wanted("esda", 200, "180k"))

TASKS = {
    "T1": Task(
        title="Reading boundaries",
        text="A GeoJSON file in the page cache to geometry and properties in memory. `m` has 702 wards "
        "with 1.6 million vertices in metres (39 MB), `s` the same with fewer vertices (2.6 MB), "
        "`o` in degrees with 15 to 17 digits (66 MB).",
        unit="vertex",
        works=(
            Work(
                "features with properties",
                r"read file into features with properties",
                r"(geopandas|orjson and shapely|duckdb|gdal|simdjson): .*",
                r"hand-written: map file \+ scanner \+ flat coordinates",
                (Wanted("geopandas", 20, "m"), Wanted("simdjson", 1.2, "m")),
            ),
            Work(
                "areas with checked rings",
                r"read file into areas",
                r"(geopandas|orjson and shapely|duckdb): .*",
            ),
        ),
        cases=cases("s", "m", "o"),
        peers={
            "t1_geopandas": cases("s", "m", "o"),
            "t1_pyogrio": cases("s", "m", "o"),
            "t1_orjson_shapely": cases("s", "m", "o"),
            "t1_duckdb": cases("s", "m"),
            "simdjson_reading": cases("s", "m", "o"),
        },
        agree={"features": 0, "vertices": 0, "area": 1e-9},
        agree_text="Features and vertices are the same number, and areas differ by less than 1e-9 (in "
        "degrees they are projected here, so that they are not compared).",
        stick=("t1_simdjson", "{size}"),
        growth=("xs", "s", "sm", "m"),
        quick="s",
        expected={"features": 702, "vertices": 102_594, "area": 1740017176.1},
    ),
    "T2": Task(
        title="Assigning points to areas",
        text="Points to the number of the ward that they lie in, over the 702 wards of `m`.",
        unit="point",
        works=(
            Work(
                "index and query",
                r"index and query",
                r"(geopandas: sjoin.*|shapely: (sorted|STRtree).*|sedonadb: join.*)",
                wanted=(Wanted("geopandas", 10, "1m"),),
            ),
            Work(
                "query, index given",
                r"query",
                r"geopandas: sjoin.*",
                r"hand-written grid: query",
                (Wanted("geopandas", 50, "1m"), Wanted(LIMIT, 0.9, "1m|10m")),
            ),
            Work(
                "index",
                r"build index",
                limit=r"hand-written grid: build index",
                wanted=(Wanted(LIMIT, 1 / 1.2, "1m"),),
            ),
        ),
        cases=cases("1m", "10m", "10m_sorted", threads=(1, 2)),
        peers={
            "t2_geopandas": cases("1m"),
            "t2_shapely": cases("1m", "10m", threads=(1, 2)),
            "t2_sedonadb": cases("1m", threads=(1, 2)),
        },
        agree={"matches": 0, "sum": 0},
        agree_text="The number of points inside and the sum of the wards' numbers are the same.",
        stick=("t2_grid", "{size}", "m"),
        growth=("156k", "625k", "2500k", "10m"),
        quick="156k",
        expected={"matches": 146_211, "sum": 51_006_179},
        memory=(("10m", 1), 2048),
    ),
    "T3": Task(
        title="Two-step floating catchments",
        text="2SFCA within 5 km and E2SFCA with a Gaussian that is 0 at 5 km, of 180,000 or 1.7 million "
        "places and 2,000 sites.",
        unit="place",
        works=(
            Work(
                "2SFCA", r"2SFCA.*", r"\w+: 2SFCA.*", r"hand-written \w+: 2SFCA.*", CATCHMENTS_WANTED
            ),
            Work(
                "E2SFCA", r"E2SFCA.*", r"\w+: E2SFCA.*", r"hand-written \w+: E2SFCA.*", CATCHMENTS_WANTED
            ),
        ),
        cases=cases("180k", "1700k", threads=(1, 2)),
        peers={
            "t3_access": cases("180k"),
            "t3_sedonadb": cases("180k", threads=(1, 2)),
            "t3_duckdb": cases("180k", threads=(1, 2)),
            "t3_numba": cases("180k", "1700k", threads=(1, 2)),
        },
        agree={"sum": 1e-9},
        agree_text="The sums of the scores differ by less than 1e-9.",
        stick=("t3_grid", "{size}"),
        growth=("27k", "106k", "425k", "1700k"),
        quick="27k",
        expected={"2SFCA": {"sum": 1205.1433646068213}, "E2SFCA": {"sum": 1204.992605687923}},
        memory=(("1700k", 1), 2048),
    ),
    "T5": Task(
        title="Local statistics",
        text="Gi* and local Moran's I over the eight nearest neighbours, each tested by 999 conditional "
        "permutations.",
        unit="area",
        works=(
            Work(
                "Gi*",
                r"Gi\*.*",
                r"esda: Gi\*",
                r"hand-written sorted sums: Local Moran.*",
                SHUFFLES_WANTED,
            ),
            Work(
                "local Moran",
                r"local Moran.*",
                r"esda: local Moran",
                r"hand-written sorted sums: Local Moran.*",
                SHUFFLES_WANTED,
            ),
        ),
        cases=cases("5k", "180k", threads=(1, 2)),
        peers={"t5_esda": cases("5k", "180k", threads=(1, 2))},
        agree={"p": 0.07, "significant": 0.12},
        agree_text="Everyone draws anew. From seed to seed esda's own sum of p varies by 1.6 % and its number "
        "of areas with p ≤ 0.05 by 2.7 % (standard deviations over eight seeds); so sums may "
        "differ by 7 %, numbers by 12 %, three times what two such draws differ by.",
        stick=("t5_limit", "{size}"),
        growth=("3k", "11k", "45k", "180k"),
        quick="3k",
        expected={"p": 390.727, "significant": 1199.75},
    ),
    "T6": Task(
        title="Writing GeoJSON",
        text="180,000 places with 20 properties (`points`), or the 702 wards of `o` with 1.6 million "
        "vertices (`polygons`), from memory to a file, coordinates with 7 decimals.",
        unit="feature",
        works=(
            Work(
                "to a file",
                r"write to a file",
                r"(gdal|orjson|duckdb|geos): .*",
                r"hand-written: the same \+ write\(\) to a file",
                (Wanted("gdal", 40), Wanted("duckdb", 2), Wanted("orjson", 2), Wanted(LIMIT, 0.8)),
            ),
            Work(
                "rounded, wound and to a file",
                r"round, wind and write to a file",
                r"(gdal|orjson|geos): .*",
            ),
        ),
        cases=cases("points", "polygons", threads=(1, 2)),
        peers={
            "t6_pyogrio": cases("points", "polygons"),
            "t6_orjson": cases("points", "polygons"),
            "t6_duckdb": cases("points", threads=(1, 2)),
            "t6_geos": cases("polygons"),
        },
        agree={"features": 0},
        agree_text="The number of features is the same; bytes differ by white space and decimals.",
        stick=("t6_format", "{scratch}"),
        growth=("11k", "45k", "180k", "720k"),
        quick="11k",
        expected={"features": 11_250},
    ),
    "T8": Task(
        title="Area covered by discs",
        text="The area of each of 702 wards within 1 km of one of 2,000 sites.",
        unit="vertex",
        works=(
            Work(
                "covered area per ward",
                r"covered area per ward.*",
                r"(shapely|geopandas|duckdb): .*",
                r"hand-written arcs: the same, building the point index too",
                (Wanted(".*", 4, "m"),),
            ),
        ),
        cases=cases("s", "m", threads=(1, 2)),
        peers={
            "t8_shapely": cases("s", "m", threads=(1, 2)),
            "t8_geopandas": cases("s", "m"),
            "t8_duckdb": cases("s", "m", threads=(1, 2)),
        },
        agree={"area": 0.0017, "shares": 0.0017},
        agree_text="Peers put a polygon of 64 corners in place of each circle, whose area is 0.16 % too "
        "small (0.64 % with 32 corners, the default of several); here circles are circles. Areas may differ "
        "by 0.17 %.",
        stick=("t8_arcs", "{size}"),
        growth=("xs", "s", "sm", "m"),
        quick="s",
        expected={"area": 1576091216.4, "shares": 653.264085},
    ),
    "T9": Task(
        title="The whole study",
        text="The embedded London from files to files, as a process of its own: 25,017 places, "
        "704 wards, 136 organisations, 8 functions, 486 scenarios of method. The peer is "
        "`Peers/whole_study.py`, with GeoPandas, SciPy and libpysal; it says what it leaves out.",
        unit="place",
        works=(
            Work(
                "default study",
                r"coldspot run",
                r"geopandas and pysal: .*",
                wanted=(Wanted("geopandas and pysal", 30),),
                most=0.5,
            ),
        ),
        cases=cases("london", threads=(2,)),
        peers={"whole_study": cases("london", threads=(2,))},
        agree={},
        agree_text="Scores, ranks, rank intervals and classes of all places, wards and boroughs are the same "
        "to the last published digit, checked by `whole_study.py --compare`.",
    ),
    "T10": Task(
        title="A scenario while one waits",
        text="One change to the embedded London, from the settings to every figure of every ward and "
        "borough; the study is in memory.",
        unit="place",
        works=tuple(
            Work(name, name, most=0.010)
            for name in (
                "move one organisation",
                "close one",
                "add one",
                "change the weight of need",
                "change the reach, tried before",
                "change the reach, for the first time",
            )
        ),
        cases=cases("london", threads=(2,)),
        peers={},
        agree={"equal_to_full": 0},
        agree_text="No peer offers it. Every figure is the same as that of a computation from the start.",
        quick="london",
        expected={"equal_to_full": 1},
    ),
}


def data_sets(task, size):
    """What the generator has to write for a case."""
    if task in ("T1", "T8"):
        return [f"wards_{size}"] + (["supply_2000"] if task == "T8" else [])
    if task == "T2":
        return ["wards_m", f"sorted_{size[:-7]}" if size.endswith("_sorted") else f"points_{size}"]
    if task == "T3":
        return [f"demand_{size}", "supply_2000"]
    if task == "T5":
        return [f"areas_{size}"]
    if task == "T6":
        return {"points": ["export_180k"], "polygons": ["wards_o"]}.get(size, [f"export_{size}"])
    return []
