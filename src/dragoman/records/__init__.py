"""What flows: frozen records with the field's standard names."""

from dragoman.records.actor import Entity, Mention
from dragoman.records.clause import Attribution, Clause, Factuality, Figure
from dragoman.records.document import NOT_CODED, Document, EnvelopePart, Hop, PublicationDate, Sentence
from dragoman.records.event import Coding, Event, EventLink, Evidence, Hearsay, Place, Refusal, Step
from dragoman.records.span import Span
from dragoman.records.story import Decision, Edge, Reason, Signature, Story, Term
from dragoman.records.timex import GRAINS, Grain, TimeExpression

__all__ = [
    "GRAINS", "NOT_CODED", "Attribution", "Clause", "Coding", "Decision", "Document", "Edge", "Entity", "EnvelopePart",
    "Event", "EventLink", "Evidence", "Factuality", "Figure", "Grain", "Hearsay", "Hop", "Mention", "Place",
    "PublicationDate", "Reason", "Refusal", "Sentence", "Signature", "Span", "Step", "Story", "Term", "TimeExpression",
]  # fmt: skip
