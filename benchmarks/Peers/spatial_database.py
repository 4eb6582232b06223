"""DuckDB with its spatial extension, which PyPI has as a package of its own."""

import pathlib

import duckdb
import duckdb_extension_spatial
from harness import THREADS


def connect():
    database = duckdb.connect()
    folder = pathlib.Path(duckdb_extension_spatial.__path__[0])
    extension = next(folder.glob(f"extensions/v{duckdb.__version__}/spatial.duckdb_extension"))
    database.execute(f"LOAD '{extension}'")
    database.execute(f"SET threads={THREADS}")
    return database
