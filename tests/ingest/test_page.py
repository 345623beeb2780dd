"""A page yields its article: title, paragraphs and captions, and nothing else."""

from pathlib import Path

import pytest

from dragoman.ingest import Arrival, Defaults, Failure, read_inputs

SAMPLES = Path(__file__).parents[2] / "samples"
PARAGRAPH = (
    "<p>The two governments signed an agreement on their border after talks that went on for eighteen years.</p>"
)


def page(
    tmp_path: Path, head: str = "", body: str = PARAGRAPH * 3, defaults: Defaults | None = None
) -> Arrival | Failure:
    file = tmp_path / "page.html"
    file.write_text(f"<html><head><meta charset='utf-8'>{head}</head><body><article>{body}</article></body></html>")
    (found,) = read_inputs([str(file)], defaults or Defaults())
    return found


def meta(day: str) -> str:
    return f'<meta property="article:published_time" content="{day}">'


def json_ld(day: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{day}"}}</script>'


def test_a_sample_page_keeps_title_captions_and_paragraphs_only() -> None:
    (arrival,) = read_inputs([str(SAMPLES / "en-galwan-clash.html")], Defaults())
    assert isinstance(arrival, Arrival)
    document = arrival.document
    kept = {part.kind: part.span.of(document.text) for part in document.parts}
    assert kept["title"] == "Twenty Indian soldiers killed in clash with China"
    assert kept["caption"].startswith("An Indian army convoy")
    assert "Galwan valley in Ladakh on Monday night" in document.text
    for foreign in ("Goa", "resigns", "smugglers", "ravi88", "Cricket", "rights reserved"):
        assert foreign not in document.text
    assert (document.published, document.byline) == ("2020-06-17", "Anita Rao")
    assert (document.source, document.url) == ("The Northern Courier", "https://courier.example/world/galwan-clash")


def test_json_ld_in_a_graph_is_read_and_comments_are_not() -> None:
    (arrival,) = read_inputs([str(SAMPLES / "id-bantuan-palu.html")], Defaults())
    assert isinstance(arrival, Arrival)
    document = arrival.document
    assert (document.published, document.source) == ("2018-10-03", "Kabar Nusa")
    for foreign in ("tiket", "Rupiah", "jabatannya", "menembak"):
        assert foreign not in document.text


def test_a_caption_that_names_characters_no_tree_can_hold_is_kept_without_them(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        body=PARAGRAPH * 3 + "<figure><img src='x'><figcaption>A convoy&#1; on Friday&#xFFFF;</figcaption></figure>",
    )
    assert isinstance(found, Arrival)
    assert "A convoy on Friday" in found.document.text


def test_days_a_zone_apart_agree_and_days_further_apart_do_not(tmp_path: Path) -> None:
    near = page(tmp_path, meta("2024-06-14T23:30:00Z") + json_ld("2024-06-15T06:30:00+07:00"))
    assert isinstance(near, Arrival)
    assert near.document.published == "2024-06-15"
    far = page(tmp_path, meta("2024-06-14") + json_ld("2021-01-01"))
    assert isinstance(far, Failure)
    assert (far.kind, far.field) == ("contradictory-dates", "published")


def test_the_day_given_settles_a_page_that_contradicts_itself(tmp_path: Path) -> None:
    settled = page(tmp_path, meta("2024-06-14") + json_ld("2021-01-01"), defaults=Defaults(published="2024-06-14"))
    assert isinstance(settled, Arrival)
    assert settled.document.published == "2024-06-14"


@pytest.mark.parametrize(("written", "day"), [("Fri, 14 Jun 2024 10:00:00 GMT", "2024-06-14"), ("06/07/2024", None)])
def test_other_forms_of_dates_are_read_or_left_alone(tmp_path: Path, written: str, day: str | None) -> None:
    found = page(tmp_path, meta(written))
    assert isinstance(found, Arrival)
    assert found.document.published == day


def test_a_day_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    found = page(tmp_path, meta("2024-02-30T10:00:00Z"))
    assert isinstance(found, Failure)
    assert found.kind == "bad-date"


def test_a_page_without_an_article_is_refused(tmp_path: Path) -> None:
    found = page(tmp_path, body="")
    assert isinstance(found, Failure)
    assert found.kind in ("no-article", "empty")


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    file = tmp_path / "euckr.html"
    text = "한국 정부는 북한과의 합의를 중단했다고 발표했다. " * 10
    file.write_bytes(f"<html><head><meta charset='euc-kr'></head><body><p>{text}</p></body></html>".encode("euc-kr"))
    (found,) = read_inputs([str(file)], Defaults())
    assert isinstance(found, Arrival)
    assert "중단했다고" in found.document.text
