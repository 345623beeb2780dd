"""The formats that a store can be exported to."""

from dragoman.export.acled import ACLED_LIKE
from dragoman.export.gdelt import GDELT
from dragoman.export.layout import Layout
from dragoman.export.parquet import PARQUET
from dragoman.export.plain_files import CSV, PLOVER
from dragoman.export.prov import PROV

LAYOUTS: dict[str, Layout] = {
    "plover": PLOVER,
    "csv": CSV,
    "gdelt": GDELT,
    "parquet": PARQUET,
    "prov": PROV,
    "acled-like": ACLED_LIKE,
}
