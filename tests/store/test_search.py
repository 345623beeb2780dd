"""A search finds articles by their words, the same on both kinds of database."""

import pytest
from arriving import arrival, put
from sqlalchemy import Engine, text

from dragoman.store import BadQuery, find_articles, open_store
from dragoman.store.index import tsvector
from dragoman.store.open import empty_engine
from dragoman.store.version import bring_up

pytestmark = pytest.mark.usefixtures("toy_engine")

ARTICLES = (
    arrival("en", "The trade war: KOR accuses PRK of São Paulo tariffs.", "2024-06-14", language="en", title="Steel"),
    arrival("ko", "미국 대선을 앞두고 정부는 핵실험을 비난했다.", "2024-06-15", language="ko", title="서울의 반응"),
    arrival("zh", "中國外交部發言人在北京大學表示，貿易戰沒有贏家。", "2024-06-16", language="zh"),
    arrival("ja", "政府はミサイル発射に抗議した。", "2024-06-17", language="ja"),
    arrival("th", "รัฐบาลไทยประณามการโจมตี", "2024-06-18", language="th"),
    arrival("vi", "Bộ Ngoại giao Việt Nam phản đối.", None, language="vi"),
)


@pytest.mark.parametrize(
    ("query", "docs"),
    [
        ("미국", ["ko"]),
        ("대선", ["ko"]),
        ("정부", ["ko"]),
        ("실험", ["ko"]),
        ("핵", ["ko"]),
        ("다", ["ko"]),
        ("서울", ["ko"]),
        ("서울 핵실험", ["ko"]),
        ("미국대선", []),
        ('"미국 대선"', ["ko"]),
        ("국대", []),
        ("北京", ["zh"]),
        ("北京大学", ["zh"]),
        ("贸易战", ["zh"]),
        ("贏", ["zh"]),
        ("政府", ["ja"]),
        ("ミサイル", ["ja"]),
        ("ミサ", ["ja"]),
        ("ไทย", ["th"]),
        ("viet nam", ["vi"]),
        ("TRADE", ["en"]),
        ("sao paulo", ["en"]),
        ("steel", ["en"]),
        ("tarif*", ["en"]),
        ("tarif", []),
        ('"trade war"', ["en"]),
        ('"war trade"', []),
        ("war trade", ["en"]),
        ('"steel the"', []),
        ("trade -steel", []),
        ("trade -iron", ["en"]),
        ('trade -"war trade"', ["en"]),
        ("政府 OR '; DROP TABLE documents", []),
    ],
)
def test_a_query_finds_what_holds_it(engine: Engine, query: str, docs: list[str]) -> None:
    put(engine, *ARTICLES)
    assert [article.doc for article in find_articles(engine, query)] == docs


def test_the_newest_come_first_and_the_rest_is_left_off(engine: Engine) -> None:
    put(engine, *(arrival(str(day), "murmur", f"2024-06-0{day}") for day in (2, 3, 1)), arrival("x", "murmur", None))
    assert [a.doc for a in find_articles(engine, "murmur")] == ["3", "2", "1", "x"]
    assert [a.doc for a in find_articles(engine, "murmur", limit=2)] == ["3", "2"]
    assert [a.doc for a in find_articles(engine, "murmur", first="2024-06-02")] == ["3", "2"]
    assert [a.doc for a in find_articles(engine, "murmur", last="2024-06-01")] == ["1"]


def test_a_language_is_asked_for(engine: Engine) -> None:
    put(engine, arrival("a", "murmur", language="en"), arrival("b", "murmur", language="id"))
    assert [a.doc for a in find_articles(engine, "murmur", language="id")] == ["b"]


def test_only_the_current_version_is_found(engine: Engine) -> None:
    put(engine, arrival("a", "murmur of the old"), arrival("a", "murmur of the new"))
    assert find_articles(engine, "old") == []
    (found,) = find_articles(engine, "murmur")
    assert found.text == "murmur of the new"


def test_an_article_coded_anew_is_found_once(engine: Engine) -> None:
    put(engine, arrival("a", "murmur"))
    assert put(engine, arrival("a", "murmur"), coder="2") == ["recoded"]
    assert len(find_articles(engine, "murmur")) == 1


def test_an_article_that_could_not_be_coded_is_found(engine: Engine) -> None:
    put(engine, arrival("a", "unreadable murmur"))
    assert len(find_articles(engine, "unreadable")) == 1


@pytest.mark.parametrize("query", ["", "  ", '""', "*", "-war", "!!!"])
def test_a_query_without_words_says_so(engine: Engine, query: str) -> None:
    with pytest.raises(BadQuery, match="give a word"):
        find_articles(engine, query)


def test_articles_kept_before_there_was_a_search_are_found(store_url: str) -> None:
    old = empty_engine(store_url)
    bring_up(old, "0001")
    columns = "id, doc, version, current, coder, path, title, text, arrived, provenance"
    rows = ", ".join(f"('d{n}', 'd{n}', 1, TRUE, '1', 'x', NULL, '북한 {n}번', '', '')" for n in range(450))
    with old.begin() as connection:
        connection.execute(text(f"INSERT INTO documents ({columns}) VALUES {rows}"))
    old.dispose()
    engine = open_store(store_url)
    assert len(find_articles(engine, "북한", limit=1000)) == 450
    assert [found.doc for found in find_articles(engine, "449")] == ["d449"]
    engine.dispose()


def test_a_very_long_article_is_kept_and_its_words_found(engine: Engine) -> None:
    words = " ".join(f"w{n}" for n in range(120_000))
    put(engine, arrival("a", f"beginning {'x' * 3000} murmur murmur {words}"))
    assert len(find_articles(engine, '"murmur murmur"')) == 1
    assert len(find_articles(engine, "w30000")) == 1


def test_a_tsvector_tells_the_places_of_terms_and_parts_the_texts() -> None:
    assert tsvector("Talks", "talks on talks") == "'talks':1,3,5 'on':4"
