"""The columns of an event in GDELT 2.0, and what stands in them here."""

_NOT_KNOWN = "always empty: not coded"


def _actor(side: str, who: str) -> dict[str, str]:
    return {
        f"{side}Code": f"CAMEO code of {who}: country or body, then role",
        f"{side}Name": f"English name of {who} where known, else the words of the article, in capitals",
        f"{side}CountryCode": "CAMEO country: ISO 3166-1 alpha-3, but ROM for Romania and TMP for Timor-Leste; EUR",
        f"{side}KnownGroupCode": "UNO or EEC (the European Union)",
        f"{side}EthnicCode": _NOT_KNOWN,
        f"{side}Religion1Code": _NOT_KNOWN,
        f"{side}Religion2Code": _NOT_KNOWN,
        f"{side}Type1Code": "CAMEO role (journalists MED, health services HLH), or IGO, NGO, MNC, IMG, NGM",
        f"{side}Type2Code": "role within such a body",
        f"{side}Type3Code": _NOT_KNOWN,
    }


def _place(prefix: str, told: dict[str, str]) -> dict[str, str]:
    parts = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return {f"{prefix}Geo_{part}": told.get(part, _NOT_KNOWN) for part in parts}


FIELDS = {
    "GLOBALEVENTID": "number of the row: 60 bits of a digest of the event's id and the pair of sides",
    "SQLDATE": "day, YYYYMMDD, where one day is known",
    "MonthYear": "YYYYMM, where all days it may have been are of one month",
    "Year": "YYYY, likewise",
    "FractionDate": "year + (month × 30 + day) / 365, where one day is known",
    **_actor("Actor1", "who did it"),
    **_actor("Actor2", "whom it was done to, or the other side"),
    "IsRootEvent": _NOT_KNOWN,
    "EventCode": 'CAMEO code where the codebook gives one; it may be a root code with 0 ("040")',
    "EventBaseCode": "its first three digits",
    "EventRootCode": "its first two digits",
    "QuadClass": "1 verbal or 2 material cooperation, 3 verbal or 4 material conflict, after the PLOVER type",
    "GoldsteinScale": "always empty: PLOVER's intensity is another scale (see the other formats)",
    "NumMentions": "sentences of the article that tell of it",
    "NumSources": "1: a row stands for one article",
    "NumArticles": "1",
    "AvgTone": _NOT_KNOWN,
    **_place("Actor1", {}),
    **_place("Actor2", {}),
    **_place(
        "Action",
        {
            "Type": "1 country, 4 city, 5 region (3 and 2 in the United States), where the place is known",
            "FullName": "where it took place: the name, then the country",
            "CountryCode": "FIPS 10-4 code of the country",
        },
    ),
    "DATEADDED": "always empty: not kept",
    "SOURCEURL": "address of the article",
}
"""The 61 columns in GDELT's order."""
NOTES = (
    "UTF-8, tab-separated, no line of column names, as GDELT's own files; the columns are those of GDELT 2.0's event table.",
    "Only events with the status `actual` are here: the columns cannot say that something was planned or did not happen.",
    "A row stands for one actor and one recipient. An event with several has a row for each pair, each with its own number; "
    "the sides of a two-sided act are paired once, in the order of the article.",
    "Sectors without a CAMEO role of the same meaning (PRM, REL, SOC, UNK) leave the role empty.",
)
