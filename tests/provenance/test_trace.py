"""The way an article came by: agency, original, translation, republication, outlet, pictures."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.packs.envelope_file import known_envelopes
from dragoman.provenance.trace import ORDER, trace
from dragoman.records import Document, Hop, Span
from dragoman.text.envelope import find_parts

VIETNAMESE = "https://baoquocte.vn/bo-truong-ngoai-giao-hai-nuoc-gap-nhau-tai-cang-123456.html"


def _trace(
    text: str, language: str = "en", cited: tuple[tuple[str, str | None, Span | None], ...] = (), **fields: str
) -> list[Hop]:
    document = Document("doc", text, language, **fields)  # type: ignore[arg-type]
    return list(trace(document, find_parts(document), cited))


def _pairs(hops: list[Hop]) -> list[tuple[str, str]]:
    return [(hop.kind, hop.name) for hop in hops]


def test_an_agency_in_the_dateline_is_the_agency_and_for_want_of_better_the_outlet() -> None:
    text = "Talks resume in harbour\nSEOUL (Reuters) - The ministers met.\nThey left."
    hops = _trace(text)
    assert _pairs(hops) == [("agency", "Reuters"), ("outlet", "Reuters")]
    assert all(hop.span is not None and hop.span.of(text) == "Reuters" for hop in hops)
    assert hops[0].confidence > hops[1].confidence


def test_an_agency_text_on_the_page_of_a_newspaper_is_republished() -> None:
    text = "Talks resume in harbour\nSEOUL (Reuters) - The ministers met.\nThey left."
    hops = _trace(text, url="https://www.theguardian.com/world/2024/jun/14/talks")
    assert [hop.kind for hop in hops] == ["agency", "republication", "outlet"]
    assert (hops[2].code, hops[2].field) == ("GBR", "url")


def test_an_agency_on_its_own_page_is_the_outlet_and_no_step_before_it() -> None:
    text = "Talks resume in harbour\nSEOUL (Reuters) - The ministers met, Reuters reported.\nThey left."
    assert _pairs(_trace(text, url="https://www.reuters.com/world/x")) == [("outlet", "Reuters")]


def test_the_page_of_an_unknown_outlet_goes_by_its_host() -> None:
    (hop,) = _trace("Talks resume\nThe ministers met.", url="https://www.harbour-gazette.example/x")
    assert (hop.kind, hop.name, hop.code) == ("outlet", "harbour-gazette.example", None)


def test_a_source_other_than_the_address_is_where_the_text_was_taken_from() -> None:
    hops = _trace("Talks resume\nThe ministers met.", url="https://www.msn.com/x", source="Reuters")
    assert [hop.kind for hop in hops if hop.name == "Reuters"] == ["agency"]


@pytest.mark.parametrize(
    ("language", "sentence", "medium"),
    [
        ("en", "The talks failed, according to Yonhap.", "Yonhap"),
        ("id", "Reuters melaporkan bahwa perundingan gagal.", "Reuters"),
        ("ru", "Переговоры сорваны, сообщает Интерфакс.", "Interfax"),
        ("ru", "Об этом пишет РИА Новости со ссылкой на Reuters.", "Reuters"),
        ("es", "Las conversaciones fracasaron, según Reuters.", "Reuters"),
        ("zh", "据路透社报道，谈判失败。", "Reuters"),
        ("ko", "로이터통신에 따르면 회담이 결렬됐다.", "Reuters"),
        ("ja", "ロイター通信によると、会談は決裂した。", "Reuters"),
        ("ar", "فشلت المحادثات بحسب رويترز.", "Reuters"),
    ],
)
def test_a_medium_the_text_vouches_by_is_found(language: str, sentence: str, medium: str) -> None:
    hops = [hop for hop in _trace(f"{sentence}\n{sentence}", language) if hop.name == medium]
    assert [hop.kind for hop in hops] == ["agency"]
    assert hops[0].span is not None
    assert 0 < hops[0].confidence < 0.9


def test_media_the_engine_found_are_taken_with_their_place() -> None:
    text = "The Washington Examiner carried the interview.\nReuters was there."
    hops = _trace(text, cited=(("Washington Examiner", None, Span(4, 23)), ("Nowhere Post", "USA", None)))
    assert [(hop.kind, hop.name) for hop in hops] == [("speaker", "Nowhere Post"), ("speaker", "Washington Examiner")]


def test_a_name_that_nobody_cites_is_no_step() -> None:
    assert _trace("The boy read Kompas in the train.\nHe had bought Tempo too.", "id") == []


def test_a_picture_credit_is_a_step_of_the_picture_only() -> None:
    text = "Talks resume\nA boat at sea. Photo: AFP\nThe ministers met."
    assert _pairs(_trace(text)) == [("photo", "AFP")]


def test_a_photographer_nobody_knows_is_named_with_less_confidence() -> None:
    (hop,) = _trace("Talks resume\nA boat at sea. Photo: Ann Lee\nThe ministers met.")
    assert (hop.kind, hop.name) == ("photo", "Ann Lee")
    assert hop.confidence < 0.9


def test_a_text_whose_original_is_in_another_language_is_translated() -> None:
    text = f"Kedua menteri bertemu di pelabuhan.\nMereka pulang.\nSumber: {VIETNAMESE}"
    original, translation = _trace(text, "id")
    assert (original.kind, original.code, original.url) == ("original", "VNM", VIETNAMESE)
    assert (translation.kind, translation.name, translation.code) == ("translation", "vi → id", "vi")
    assert translation.span == original.span
    assert translation.confidence >= 0.9


def test_a_text_whose_original_is_in_its_own_language_is_republished() -> None:
    text = "Kedua menteri bertemu di pelabuhan.\nMereka pulang.\nSumber: https://www.kompas.com/menteri-bertemu-utusan"
    assert [hop.kind for hop in _trace(text, "id")] == ["original", "republication"]


def test_an_edition_in_the_language_of_the_text_is_no_translation() -> None:
    text = "The ministers met.\nThey left.\nSource: https://en.vietnamplus.vn/ministers-meet-in-harbour"
    assert "translation" not in [hop.kind for hop in _trace(text)]


def test_the_outlet_linking_itself_is_no_step() -> None:
    text = "The ministers met.\nThey left.\nSource: https://harbour.example/a"
    assert [hop.kind for hop in _trace(text, url="https://harbour.example/b")] == ["outlet"]


@pytest.mark.parametrize(
    ("language", "line", "code"),
    [
        ("en", "Translated from French by Anna Miller", "fr"),
        ("ru", "Перевод с английского", "en"),
        ("id", "Diterjemahkan dari bahasa Inggris", "en"),
        ("de", "Aus dem Englischen übersetzt", "en"),
    ],
)
def test_a_line_that_says_so_makes_a_translation(language: str, line: str, code: str) -> None:
    hops = [hop for hop in _trace(f"A. B met C.\nD left.\n{line}", language) if hop.kind == "translation"]
    assert [hop.code for hop in hops] == [code]


def test_hops_come_from_the_beginning_of_the_chain_to_the_outlet_pictures_last() -> None:
    text = f"Judul berita ini\nPerahu di laut. (Foto: AFP)\nMenurut Reuters, mereka pulang.\nSumber: {VIETNAMESE}"
    kinds = [hop.kind for hop in _trace(text, "id", url="https://www.kompas.com/x")]
    assert kinds == ["agency", "original", "translation", "outlet", "photo"]
    assert kinds == sorted(kinds, key=ORDER.index)


@pytest.mark.bench
def test_the_seed_article_is_a_translation_of_a_vietnamese_page() -> None:
    bench = Path(os.environ.get("DRAGOMAN_BENCH", Path(__file__).parents[3] / "shared" / "bench"))
    if not (bench / "seed" / "seed.id.txt").is_file():
        pytest.skip("no bench data here")
    text = (bench / "seed" / "seed.id.txt").read_text(encoding="utf-8")
    hops = _trace(text, "id")
    assert _pairs(hops) == [
        ("agency", "Reuters"), ("agency", "Yonhap"), ("original", "Bao Quoc te"), ("translation", "vi → id"),
        ("photo", "Sputnik"),
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(known_envelopes()), st.text(max_size=40), st.text(max_size=20))
def test_anything_is_traced_without_an_exception(text: str, language: str, url: str, source: str) -> None:
    for hop in _trace(text, language, url=url, source=source):
        assert 0 < hop.confidence <= 1
        assert hop.span is not None or hop.field is not None or hop.url is not None
