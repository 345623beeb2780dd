"""Settle what a fetched page is: a new article, a changed one, one that is known, or trouble."""

import msgspec
from sqlalchemy import Engine

from dragoman.fetch import Answer, Trouble
from dragoman.fetch.collect import read_answer
from dragoman.ingest import Arrival, Defaults, Failure, Unreadable
from dragoman.ingest.feed_documents import read_entry
from dragoman.ingest.feed_entry import Entry
from dragoman.runner.rows import document_row, event_rows, failure_row, refusal_rows
from dragoman.runner.task import Outcome
from dragoman.runner.watch_settings import Told, WatchSettings
from dragoman.store import keep
from dragoman.store.rows import digest
from dragoman.store.watch_pages import holders, mark_read, page_failed, page_later, page_read
from dragoman.store.watch_rows import DuePage, Holder, PageRead, PageState


class Came(msgspec.Struct, frozen=True):
    """A page with the article that was read from it, settled under the id it is to be kept with."""

    page: DuePage
    arrival: Arrival
    etag: str | None = None
    last_modified: str | None = None

    @property
    def digest(self) -> str:
        """Digest the text, which tells whether an article has changed; what stands around it does not count."""
        return digest(self.arrival.document.text.encode())


def entry_of(page: DuePage) -> Entry:
    """Return what the feed said of a page."""
    return msgspec.json.decode(page.entry, type=Entry)


def read_held(page: DuePage, settings: WatchSettings) -> Arrival | Failure:
    """Read an article that the feed carried whole and that has no page of its own."""
    return read_entry(entry_of(page), page.address, None, _defaults(page, settings))


def read_fetched(page: DuePage, answer: Answer, settings: WatchSettings) -> Arrival | Failure:
    """Read the article of a page that was fetched."""
    try:
        return read_answer(answer, page.url, entry_of(page), _defaults(page, settings))
    except Unreadable as trouble:
        return trouble.at(page.url, doc=page.doc)


def _defaults(page: DuePage, settings: WatchSettings) -> Defaults:
    return msgspec.structs.replace(settings.defaults, language=page.language)


def record_trouble(engine: Engine, page: DuePage, trouble: Trouble, settings: WatchSettings, now: float) -> Told:
    """Try a page again later, or give it up: at once when asking again is no use, else after so many tries."""
    if trouble.own and (trouble.lasting or page.tries + 1 >= settings.tries):
        advice = trouble.advice if trouble.lasting else f"it was tried {settings.tries} times"
        return record_failure(engine, page, Failure(trouble.kind, page.url, trouble.what, advice))
    wait = settings.page_backoff.wait(page.tries + 1, settings.chance) if trouble.own else 0.0
    wait = max(wait, 1.0 + (trouble.wait or 0.0))
    page_later(engine, page.id, str(trouble), now + wait, counts=trouble.own)
    return Told("later", page.url, str(trouble))


def record_failure(engine: Engine, page: DuePage, failure: Failure) -> Told:
    """Give a page up."""
    page_failed(engine, page.id, failure_row(failure))
    return Told("failed", page.url, str(failure))


def record_unchanged(engine: Engine, page: DuePage, settings: WatchSettings, now: float) -> Told:
    """Record that the server says a page is what it was."""
    page_read(engine, page.id, _read(page, page.state, settings, now))
    return Told("same", page.url)


def settle(
    engine: Engine, came: Came, pending: dict[str, list[Holder]], settings: WatchSettings, now: float
) -> Came | Told:
    """Choose the id of an article, or record that it is known; `pending` are those of this batch, not yet kept.

    A page keeps the id it once had. A new one takes the address it declares, unless another page holds that one: then
    the same text is a double, the same title a later version, and anything else an article of its own, whatever the
    page declares (there are sites where every page declares the same address).
    """
    page, document = came.page, came.arrival.document
    if page.digest == came.digest:
        page_read(engine, page.id, _read(page, page.state, settings, now, came))
        return Told("same", page.url)
    doc = page.doc or document.doc
    others = [one for one in (*holders(engine, doc), *pending.get(doc, ())) if one.id != page.id]
    if any(one.digest == came.digest for one in others):
        page_read(engine, page.id, _read(page, "double", settings, now, came, doc=doc))
        return Told("double", page.url, f"is {doc}")
    if page.doc is None and others and document.title not in {one.title for one in others}:
        doc = page.address if page.address != doc else f"{doc}#{came.digest[:8]}"
    pending.setdefault(doc, []).append(Holder(page.id, came.digest, document.title))
    document = msgspec.structs.replace(document, doc=doc)
    return msgspec.structs.replace(came, arrival=msgspec.structs.replace(came.arrival, document=document))


def keep_page(engine: Engine, came: Came, outcome: Outcome, coder: str, settings: WatchSettings, now: float) -> Told:
    """Keep an article that was coded and mark its page read, in one transaction."""
    coding, failure, page = outcome.coding, outcome.failure, came.page
    document = outcome.arrival.document
    read = _read(page, "done", settings, now, came, doc=document.doc)
    became = keep(
        engine,
        document_row(outcome.arrival, coder, coding, None if failure is None else failure.what),
        () if coding is None else event_rows(coding),
        () if coding is None else refusal_rows(coding.refusals),
        None if failure is None else failure_row(failure),
        also=lambda connection: mark_read(connection, page.id, read),
    )
    if failure is not None:
        return Told("failed", page.url, str(failure))
    kind = {"new": "new", "changed": "changed"}.get(became, "same")
    return Told(kind, page.url, events=outcome.events)  # type: ignore[arg-type]


def _read(
    page: DuePage,
    state: PageState,
    settings: WatchSettings,
    now: float,
    came: Came | None = None,
    *,
    doc: str | None = None,
) -> PageRead:
    """Describe a page that was read, and when it is looked at again."""
    looks = page.checks if page.state == "new" else page.checks + 1
    pause = settings.recheck[looks] if looks < len(settings.recheck) and state == "done" else None
    following = None if pause is None else now + pause
    if came is None:
        return PageRead(state, now, following, looks)
    title = came.arrival.document.title
    return PageRead(state, now, following, looks, came.etag, came.last_modified, came.digest, title, doc)
