"""What flows: frozen records with the field's standard names."""

from dragoman.records.actor import Entity, Mention
from dragoman.records.clause import Attribution, Clause, Factuality, Figure
from dragoman.records.document import NOT_CODED, Document, EnvelopePart, Hop, PublicationDate, Sentence
from dragoman.records.event import Coding, Event, EventLink, Evidence, Hearsay, Place, Refusal, Step
from dragoman.records.span import Span
from dragoman.records.timex import GRAINS, Grain, TimeExpression

__all__ = [
    "GRAINS", "NOT_CODED", "Attribution", "Clause", "Coding", "Document", "Entity", "EnvelopePart", "Event",
    "EventLink", "Evidence", "Factuality", "Figure", "Grain", "Hearsay", "Hop", "Mention", "Place", "PublicationDate",
    "Refusal", "Sentence", "Span", "Step", "TimeExpression",
]  # fmt: skip
