"""The codebook beside an export says what stands in it."""

import pytest

from dragoman.coding.codebook import load_codebook
from dragoman.export import crosswalk
from dragoman.export.codebook_page import codebook_page
from dragoman.export.layouts import LAYOUTS
from dragoman.packs.load import DATA, load_concepts


@pytest.mark.parametrize("format_", LAYOUTS)
def test_it_names_every_field_of_the_files(format_: str) -> None:
    layout = LAYOUTS[format_]
    page = codebook_page(load_codebook(), load_concepts(), layout)
    assert [name for name in (*layout.fields, *crosswalk.FIELDS) if f"| `{name}` |" not in page] == []
    assert "|  |\n" not in page.split("## Types")[0], "every field is described"


@pytest.mark.parametrize("name", ["plover", "acled-like"])
def test_it_names_every_type_mode_and_code_of_the_codebook(name: str) -> None:
    codebook = load_codebook(DATA / "codebooks" / f"{name}.yaml")
    page = codebook_page(codebook, load_concepts(), LAYOUTS["csv"])
    assert page.startswith(f"# Codebook of this export: {codebook.name} {codebook.version}\n")
    modes = [mode for one in codebook.types.values() for mode in one.modes]
    for code in (*codebook.types, *modes, *codebook.sectors, *codebook.actors, *codebook.contexts):
        assert f"`{code}`" in page


def test_it_says_which_acts_make_a_type_and_what_they_mean() -> None:
    page = codebook_page(load_codebook(), load_concepts(), LAYOUTS["csv"])
    (line,) = [line for line in page.splitlines() if line.startswith("| `CONSULT` | `phone` | **")]
    assert "**phone** (phone, speak by telephone)" in line


def test_its_tables_have_as_many_cells_in_every_row() -> None:
    page = codebook_page(load_codebook(), load_concepts(), LAYOUTS["gdelt"])
    for table in page.split("\n\n"):
        rows = [line for line in table.splitlines() if line.startswith("|")]
        assert len({row.count("|") for row in rows}) <= 1
