"""Link articles into stories, all at once or one after the other."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.records import Decision, Edge, Signature, Story
from dragoman.stories.candidates import CandidateIndex
from dragoman.stories.cluster import components, partition
from dragoman.stories.compare import compare
from dragoman.stories.tell import tell_story


def edges_to(signature: Signature, index: CandidateIndex) -> list[Edge]:
    """Compare an article with the candidates of the index, and list the edges to those that hold the same text."""
    found = (compare(signature, other) for other in index.candidates(signature))
    return [edge for edge in found if edge is not None]


def stories_of(
    signatures: Mapping[str, Signature], edges: Sequence[Edge], decisions: Sequence[Decision] = ()
) -> list[Story]:
    """Make the stories of some articles from their edges and decisions; an article linked to none is one by itself.

    Edges and decisions that name an article not among `signatures` are passed over.
    """
    edges = [edge for edge in edges if edge.one in signatures and edge.other in signatures]
    decisions = [d for d in decisions if d.one in signatures and d.other in signatures]
    groups = components(edges, decisions)
    place = {id_: number for number, group in enumerate(groups) for id_ in group}
    edges_in: list[list[Edge]] = [[] for _ in groups]
    for edge in edges:
        edges_in[place[edge.one]].append(edge)
    decided: list[list[Decision]] = [[] for _ in groups]
    for decision in decisions:
        number = place.get(decision.one)
        if number is not None and number == place.get(decision.other):
            decided[number].append(decision)
    stories = [tell_story((id_,), signatures, ()) for id_ in signatures if id_ not in place]
    for group, own, rules in zip(groups, edges_in, decided, strict=True):
        members = {id_: signatures[id_] for id_ in group}
        stories += [tell_story(part, signatures, own) for part in partition(members, own, rules)]
    return sorted(stories, key=lambda story: story.id)


def link(signatures: Iterable[Signature], decisions: Sequence[Decision] = ()) -> list[Story]:
    """Link articles given in any order into stories."""
    index = CandidateIndex()
    edges: list[Edge] = []
    for signature in signatures:
        if signature.id not in index:
            edges += edges_to(signature, index)
            index.add(signature)
    return stories_of(index.signatures, edges, decisions)
