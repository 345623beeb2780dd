"""Turn what came of a document into rows for a store."""

import msgspec

from dragoman.export import PloverRecord, to_records
from dragoman.ingest import Arrival, Failure
from dragoman.records import Coding, Refusal
from dragoman.store import DocumentRow, EventRow, FailureRow, PartyRow, RefusalRow, document_id


def document_row(arrival: Arrival, coder: str, coding: Coding | None, error: str | None) -> DocumentRow:
    """Describe a document; `coding` is None when the engine was lost with it."""
    document = arrival.document
    return DocumentRow(
        id=document_id(document),
        doc=document.doc,
        coder=coder,
        path=arrival.path,
        line=arrival.line,
        language=document.language if coding is None else coding.document.language,
        language_basis="" if coding is None else coding.language_basis,
        published=document.published if coding is None else coding.published.day,
        published_basis="unknown" if coding is None else coding.published.basis,
        title=document.title,
        url=document.url,
        source=document.source,
        text=document.text,
        arrived=msgspec.json.encode(document).decode(),
        provenance=msgspec.json.encode(() if coding is None else coding.provenance).decode(),
        error=error,
    )


def event_rows(coding: Coding) -> list[EventRow]:
    """Write the events of a coding down with what one asks for."""
    return [_event_row(place, record) for place, record in enumerate(to_records(coding))]


def _event_row(place: int, record: PloverRecord) -> EventRow:
    sides = (("actor", record.actor), ("recipient", record.recipient))
    return EventRow(
        id=record.id,
        position=place,
        type=record.event[0],
        mode="; ".join(record.mode) or None,
        status=record.status,
        historical=record.historical,
        date=record.date,
        enddate=record.enddate,
        quad=record.quad_code,
        scale=record.event_scale,
        country=None if record.event_loc is None else record.event_loc.country,
        sided=bool(record.recipient),
        payload=msgspec.json.encode(record).decode(),
        parties=tuple(
            PartyRow(side, n, party.code, party.sector, party.name)  # type: ignore[arg-type]
            for side, group in sides
            for n, party in enumerate(group)
        ),
    )


def refusal_rows(refused: tuple[Refusal, ...]) -> list[RefusalRow]:
    """Describe what was seen and not coded."""
    return [
        RefusalRow(
            place,
            one.reason,
            one.concept,
            one.sentence,
            one.span.start,
            one.span.end,
            one.detail,
            None if one.told is None else msgspec.json.encode(one.told).decode(),
        )
        for place, one in enumerate(refused)
    ]


def failure_row(failure: Failure) -> FailureRow:
    """Describe a failure."""
    return FailureRow(
        failure.kind, failure.path, failure.line, failure.field, failure.doc, failure.what, failure.advice
    )
