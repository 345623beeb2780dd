"""Many read while one writes, and each sees whole documents only."""

import threading
import time
from itertools import product

import pytest
from arriving import arrival, put
from sqlalchemy import Engine, func, select

from dragoman.store import Filter, find_articles, find_events, open_store
from dragoman.store.tables import documents, events, parties

pytestmark = pytest.mark.usefixtures("toy_engine")

COUNT = 120
READERS = 6


def whole(engine: Engine) -> int:
    """Count the documents of one snapshot, all of which have one event with two parties and can be found."""
    asked = [select(func.count()).select_from(table).scalar_subquery() for table in (documents, events, parties)]
    with engine.connect() as connection:
        held, told, sides = connection.execute(select(*asked)).one()
    assert (told, sides) == (held, 2 * held)
    return int(held)


def read_until(done: threading.Event, url: str, seen: list[list[int]], trouble: list[Exception]) -> None:
    engine, counts = open_store(url, create=False), [0]
    try:
        while not done.is_set():
            counts.append(whole(engine))
            assert len(list(find_events(engine, Filter(actor="KOR")))) >= counts[-1]
            assert len(find_articles(engine, "accuses", limit=COUNT)) >= counts[-1]
            time.sleep(0.01)
    except Exception as error:
        trouble.append(error)
    finally:
        seen.append(counts)
        engine.dispose()


def test_many_read_while_one_writes(store_url: str) -> None:
    writer = open_store(store_url)
    done, seen, trouble = threading.Event(), list[list[int]](), list[Exception]()
    readers = [threading.Thread(target=read_until, args=(done, store_url, seen, trouble)) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for number in range(COUNT):
        put(writer, arrival(str(number), f"KOR accuses PRK {number}"))
    done.set()
    for reader in readers:
        reader.join()
    assert trouble == []
    assert whole(writer) == COUNT
    assert all(counts == sorted(counts) for counts in seen)
    assert any(0 < count < COUNT for counts in seen for count in counts), "nobody read while the writer wrote"
    writer.dispose()


def test_a_long_reading_neither_stops_the_writer_nor_sees_what_it_writes(engine: Engine, store_url: str) -> None:
    several = [f"{''.join(code)} accuses PRK" for code in product("ABCDEFGHIJK", repeat=3)]
    put(engine, arrival("old", ", ".join(several)))
    reader = open_store(store_url, create=False)
    reading = find_events(reader, Filter())
    first = next(reading)
    put(engine, arrival("old", "KOR meets PRK"), arrival("new", "KOR meets CHN"))
    told = [first, *reading]
    assert len(told) == len(several)
    assert all('"ACCUSE"' in payload for payload in told)
    assert len(list(find_events(reader, Filter()))) == 2
    reader.dispose()
