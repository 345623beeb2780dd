"""Month and weekday names of a language: babel's CLDR names overlaid with the extra forms of time.yaml."""

from babel import Locale, UnknownLocaleError

from dragoman.timex.schema import TimeData

Named = tuple[str, str, int, bool]
"""Written form, kind (month, weekday, solar), number (months from 1, weekdays from Monday = 0), weak (abbreviation)."""


def names_of(code: str, data: TimeData) -> list[Named]:
    """List every written form of months and weekdays. Only CLDR's `format` names: the stand-alone ones leak (babel)."""
    found: list[Named] = []
    if data.babel_names and code:
        found += _babel_names(code, data.abbreviations)
    own = (("month", data.months, 1), ("weekday", data.weekdays, 0), ("solar", data.solar_months, 1))
    for kind, rows, first in own:
        for number, forms in enumerate(rows, first):
            found += [(form, kind, number, form.endswith(".")) for form in forms]
    return found


def _babel_names(code: str, abbreviations: str) -> list[Named]:
    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return []
    found: list[Named] = []
    for kind, table, first in (("month", locale.months, 1), ("weekday", locale.days, 0)):
        wide = {str(name) for name in table["format"]["wide"].values()}
        if any(character.isdigit() for name in wide for character in name):
            continue  # vi "tháng 9", ko "9월": numbers are read by templates
        found += [(str(name), kind, int(key) - 1 + first if kind == "month" else int(key), False)
                  for key, name in table["format"]["wide"].items()]  # fmt: skip
        if abbreviations == "all" or (abbreviations == "months" and kind == "month"):
            short = {int(key): str(name) for key, name in table["format"]["abbreviated"].items()}
            found += [(name, kind, number, True) for number, name in short.items()
                      if name not in wide and len(name.rstrip(".׳॰")) > 1]  # fmt: skip
    return found
