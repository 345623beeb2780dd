"""The way each article came by, and the events read in it, as W3C PROV-JSON."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from dragoman.export.layout import Layout, ToldEvent, Write, Written
from dragoman.store import StoredArticle

PREFIXES = {
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
    "dragoman": "urn:dragoman:term:",
    "doc": "urn:dragoman:document:",
    "event": "urn:dragoman:event:",
    "agent": "urn:dragoman:agent:",
}
_SOURCES = {
    "agency": ("AgencyReport", None),
    "original": ("Article", "prov:PrimarySource"),
    "republication": ("Article", "prov:Quotation"),
}
"""Hops that name the owner of a text this one was made from: what that text is, and what kind of derivation it was."""


class _Bundle:
    """Gathers what is said of one article, by PROV's kinds of statement."""

    def __init__(self, article: StoredArticle) -> None:
        self.name = f"doc:{article.id}"
        self.said: dict[str, dict[str, dict[str, Any]]] = {}
        self._relations = 0

    def thing(self, kind: str, id_: str, type_: str, **about: Any) -> str:
        """State an entity, agent or activity, and return its id."""
        held = self.said.setdefault(kind, {}).setdefault(id_, {"prov:type": _name(type_)})
        held |= {key: value for key, value in _keys(about).items() if value is not None}
        return id_

    def relate(self, kind: str, **about: Any) -> None:
        """State a relation between two things."""
        self._relations += 1
        told = {key: value for key, value in _keys(about).items() if value is not None}
        self.said.setdefault(kind, {})[f"_:r{self._relations}"] = told


def _keys(about: dict[str, Any]) -> dict[str, Any]:
    """Write `prov_label` as prov:label."""
    return {key.replace("_", ":", 1): value for key, value in about.items()}


def _name(qualified: str) -> dict[str, str]:
    full = qualified if ":" in qualified else f"dragoman:{qualified}"
    return {"$": full, "type": "prov:QUALIFIED_NAME"}


def _number(value: float) -> dict[str, str]:
    return {"$": str(value), "type": "xsd:double"}


@contextmanager
def _prov_file(path: Path) -> Iterator[Write]:
    encode = msgspec.json.Encoder().encode
    with path.open("wb") as file:
        file.write(b'{"prefix":' + encode(PREFIXES) + b',"bundle":{')
        count = 0

        def write(article: StoredArticle, events: Sequence[ToldEvent]) -> Written:
            nonlocal count
            file.write((b",\n" if count else b"\n") + encode(f"doc:{article.id}.bundle") + b":")
            file.write(encode(describe(article, events)))
            count += 1
            return [(event.record.id, event) for event in events]

        yield write
        file.write(b"\n}}\n")


def describe(article: StoredArticle, events: Sequence[ToldEvent]) -> dict[str, dict[str, dict[str, Any]]]:
    """State the provenance of one article and of the events read in it, as the content of a PROV-JSON bundle."""
    bundle = _Bundle(article)
    bundle.thing(
        "entity", bundle.name, "Article", prov_label=article.title, prov_location=article.url,
        dcterms_identifier=article.doc, dcterms_language=article.language, dcterms_issued=article.published,
    )  # fmt: skip
    if article.replaces is not None:
        before = bundle.thing("entity", f"doc:{article.replaces}", "Article")
        _derive(bundle, before, "prov:Revision", {})
    sources: dict[str, str] = {}
    hops: list[dict[str, Any]] = msgspec.json.decode(article.provenance)
    for number, hop in enumerate(hops):
        _add_hop(bundle, hop, number, sources, article.language)
    _add_events(bundle, article, events)
    return bundle.said


def _add_hop(bundle: _Bundle, hop: dict[str, Any], number: int, sources: dict[str, str], language: str | None) -> None:
    kind, basis = hop["kind"], _basis(hop)
    if kind == "translation":
        _add_translation(bundle, hop, sources, language)
        return
    sort = "prov:Agent" if kind == "speaker" else "prov:Organization"  # who speaks may be a person
    agent = bundle.thing("agent", f"agent:{quote(hop['name'], safe='')}", sort, prov_label=hop["name"])
    if kind == "outlet":
        bundle.relate("wasAttributedTo", prov_entity=bundle.name, prov_agent=agent, **basis)
    elif kind in _SOURCES:
        type_, how = _SOURCES[kind]
        source = sources.get(hop["name"])
        if source is None:
            source = sources[hop["name"]] = bundle.thing(
                "entity", f"{bundle.name}.source{number}", type_, prov_location=hop.get("url")
            )
            bundle.relate("wasAttributedTo", prov_entity=source, prov_agent=agent)
        _derive(bundle, source, how, basis)
    elif kind == "photo":
        photo = bundle.thing("entity", f"{bundle.name}.photo{number}", "Photograph")
        bundle.relate("wasAttributedTo", prov_entity=photo, prov_agent=agent, **basis)
        bundle.relate("wasInfluencedBy", prov_influencee=bundle.name, prov_influencer=photo)
    else:
        bundle.relate("wasInfluencedBy", prov_influencee=bundle.name, prov_influencer=agent, **basis)


def _basis(hop: dict[str, Any]) -> dict[str, Any]:
    """Say what a hop was read from and how sure it is."""
    span = hop.get("span")
    return {
        "dragoman_hop": hop["kind"],
        "dragoman_confidence": _number(hop["confidence"]),
        "dragoman_field": hop.get("field"),
        "dragoman_span": None if span is None else f"{span['start']}-{span['end']}",
    }


def _derive(bundle: _Bundle, source: str, how: str | None, basis: dict[str, Any]) -> None:
    type_ = None if how is None else _name(how)
    bundle.relate("wasDerivedFrom", prov_generatedEntity=bundle.name, prov_usedEntity=source, prov_type=type_, **basis)


def _add_translation(bundle: _Bundle, hop: dict[str, Any], sources: dict[str, str], language: str | None) -> None:
    act = bundle.thing("activity", f"{bundle.name}.translation", "Translation", prov_label=hop["name"])
    original = next(iter(sources.values()), None) or bundle.thing("entity", f"{bundle.name}.original", "Article")
    bundle.thing(
        "entity", original, bundle.said["entity"][original]["prov:type"]["$"], dcterms_language=hop.get("code")
    )
    bundle.relate("used", prov_activity=act, prov_entity=original)
    bundle.relate("wasGeneratedBy", prov_entity=bundle.name, prov_activity=act, **_basis(hop))


def _add_events(bundle: _Bundle, article: StoredArticle, events: Sequence[ToldEvent]) -> None:
    coder = bundle.thing(
        "agent", "agent:dragoman", "prov:SoftwareAgent", prov_label="Dragoman", dragoman_version=article.coder
    )
    coding = bundle.thing("activity", f"{bundle.name}.coding", "Coding")
    bundle.relate("used", prov_activity=coding, prov_entity=bundle.name)
    bundle.relate("wasAssociatedWith", prov_activity=coding, prov_agent=coder)
    for event in events:
        record = event.record
        told = bundle.thing("entity", f"event:{record.id}", "Event", prov_label="/".join((*record.event, *record.mode)))
        sentences = ", ".join(map(str, record.text_info.sequences))
        bundle.relate(
            "wasDerivedFrom", prov_generatedEntity=told, prov_usedEntity=bundle.name, prov_activity=coding,
            dragoman_sentence=sentences, dragoman_rule=record.explain.rule,
        )  # fmt: skip
        bundle.relate("wasGeneratedBy", prov_entity=told, prov_activity=coding)


PROV = Layout(
    "provenance.json",
    {
        "prefix": "the namespaces",
        "bundle": "one bundle for each article, named by its id: the statements below",
        "entity": "the article, the texts it was made from, its pictures, and the events read in it",
        "agent": "outlets, agencies and others named on its way, and the program that coded it",
        "activity": "its translation, where it is one, and its coding",
        "wasAttributedTo": "whose an article, a source or a picture is",
        "wasDerivedFrom": "what the article was made from: an agency's report, an original (prov:PrimarySource), a text "
        "republished (prov:Quotation), the version before (prov:Revision); and what an event was read from, with "
        "sentence numbers and the rule of the codebook",
        "wasGeneratedBy": "by which activity an article or event came to be",
        "used": "what an activity worked on",
        "wasAssociatedWith": "the program that coded, with its version",
        "wasInfluencedBy": "media that the article cites, and pictures it carries",
        "dragoman:hop": "kind of step on the article's way: speaker, agency, outlet, photo, translation, original, "
        "republication",
        "dragoman:confidence": "how sure that step is, from 0 to 1",
        "dragoman:field, dragoman:span": "the metadata field, or the place in the text, that it was read from",
    },
    (
        "W3C PROV-JSON (https://www.w3.org/submissions/prov-json/); one JSON object, one bundle a line.",
        "All current articles are here, those without events too; --from and --to bound the day of publication.",
        "No times are stated: neither of writing nor of coding; `dcterms:issued` is the day of publication.",
    ),
    _prov_file,
)
