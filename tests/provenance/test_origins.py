"""The origins of an article are the most primary sources its chain names."""

from dragoman.provenance.origins import origins_of, outlet_of, texts_of
from dragoman.records import Hop

SPEAKER, AGENCY = Hop("speaker", "Ministry", 0.8), Hop("agency", "Yonhap", 0.9)
ORIGINAL, OUTLET = Hop("original", "Bao Quoc te", 0.9), Hop("outlet", "Kompas", 0.98)


def test_speakers_come_before_agencies_originals_and_the_outlet() -> None:
    chain = [SPEAKER, AGENCY, ORIGINAL, OUTLET]
    assert origins_of(chain) == ("Ministry",)
    assert origins_of(chain[1:]) == ("Yonhap",)
    assert origins_of(chain[2:]) == ("Bao Quoc te",)
    assert origins_of(chain[3:]) == ("Kompas",)
    assert origins_of([]) == ()


def test_the_surest_is_named_first_and_each_once() -> None:
    assert origins_of([AGENCY, Hop("agency", "TASS", 0.95), AGENCY]) == ("TASS", "Yonhap")


def test_what_is_hardly_believed_and_who_took_the_pictures_do_not_count() -> None:
    assert origins_of([Hop("agency", "TASS", 0.3), Hop("photo", "AFP", 0.9), OUTLET]) == ("Kompas",)


def test_the_text_is_the_agencys_or_originals_and_the_outlet_carries_it() -> None:
    chain = [SPEAKER, AGENCY, ORIGINAL, OUTLET]
    assert set(texts_of(chain)) == {"Yonhap", "Bao Quoc te"}
    assert outlet_of(chain) == "Kompas"
    assert outlet_of(chain[:3]) == ""
