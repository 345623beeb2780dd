"""Score stories by pairs of articles: copies made of the bench's news in one language, and its news in many languages."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

from dragoman.pipeline import Knowledge, analyse
from dragoman.records import Signature, Story
from dragoman.runner.scoring import Counts
from dragoman.runner.story_corpus import Article, copies_of, look_alike_of
from dragoman.stories.link import link
from dragoman.stories.signature import signature_of

MIXED = ("en", "id", "vi", "ko", "ru", "zh", "ja", "es", "fr", "de", "pt", "ar", "tr")
"""Languages whose versions of an article must find each other."""
COPIED = ("en", "id", "vi", "ko", "ru", "zh", "ja", "es", "ar")
"""Languages in which copies are made."""
LEAD = 2  # sentences of a translated lead
SEED = 20181001


class StoryScore(msgspec.Struct, frozen=True):
    """Pairs of articles that stories put together, against the pairs that belong together; and what was missed."""

    pairs: Counts
    articles: int
    stories: int
    missed: dict[str, int] = {}
    wrong: dict[str, int] = {}

    def figures(self) -> dict[str, float]:
        """Return the pairwise precision, recall and F1."""
        pairs = self.pairs
        return {"precision": pairs.precision, "recall": pairs.recall, "f1": pairs.f1}


def score_stories(stories: Iterable[Story], truth: Mapping[str, str]) -> Counts:
    """Count pairs of articles rightly and wrongly put together, and those that belong together by `truth`."""
    counts = Counts()
    for story in stories:
        for one, other in combinations(story.members, 2):
            if truth[one] == truth[other]:
                counts.right += 1
            else:
                counts.wrong += 1
    counts.owed = sum(size * (size - 1) // 2 for size in Counter(truth.values()).values())
    return counts


def measure_languages(bench: Path, knowledge: Knowledge, languages: Sequence[str] = MIXED) -> StoryScore:
    """Link the bench's news in many languages; the versions of one article are one story."""
    articles = [article for code in languages for article in read_articles(bench, code)]
    named = {f"{article.story}|{article.language}": article for article in articles}
    return _score(named, knowledge)


def measure_copies(bench: Path, knowledge: Knowledge, languages: Sequence[str] = COPIED) -> StoryScore:
    """Link copies of the bench's news with their look-alikes, each language by itself; the counts are added."""
    total = StoryScore(Counts(), 0, 0, {}, {})
    for place, code in enumerate(languages):
        articles = read_articles(bench, code)
        leads = read_articles(bench, languages[place - 1])
        one = _score(copied(articles, leads, knowledge, random.Random(f"{SEED} {code}")), knowledge)
        total = _added(total, one)
    return total


def copied(
    articles: Sequence[Article], leads: Sequence[Article], knowledge: Knowledge, chance: random.Random
) -> dict[str, Article]:
    """Make the corpus of one language by name: articles, their copies and look-alikes; `leads` are translations."""
    corpus: dict[str, Article] = {}
    for place, article in enumerate(articles):
        corpus[f"{article.story}|original"] = article
        headline = articles[place - 1].sentences[0]
        for name, copy in copies_of(article, leads[place].sentences[:LEAD], headline, chance).items():
            corpus[f"{article.story}|{name}"] = copy
        again = look_alike_of(article, knowledge, chance)
        if again is not None:
            corpus[f"{article.story}|look-alike"] = again
    return corpus


def read_articles(bench: Path, language: str) -> list[Article]:
    """Read the bench's news in one language."""
    rows = map(json.loads, (bench / "news" / f"{language}.jsonl").open(encoding="utf-8"))
    return [Article(row["doc"], row["language"], row["published"], tuple(row["sentences"])) for row in rows]


def signatures_of(corpus: Mapping[str, Article], knowledge: Knowledge) -> list[Signature]:
    """Read every article of a corpus and make its signature."""
    return [signature_of(name, analyse(article.document(name), knowledge)) for name, article in corpus.items()]


def _score(corpus: Mapping[str, Article], knowledge: Knowledge) -> StoryScore:
    stories = link(signatures_of(corpus, knowledge))
    truth = {name: article.story for name, article in corpus.items()}
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    place = {name: number for number, story in enumerate(stories) for name in story.members}
    for one, other in combinations(sorted(corpus), 2):
        together, belong = place[one] == place[other], truth[one] == truth[other]
        kinds = " + ".join(sorted((one.rpartition("|")[2], other.rpartition("|")[2])))
        if belong and not together:
            missed[kinds] += 1
        elif together and not belong:
            wrong[kinds] += 1
    return StoryScore(score_stories(stories, truth), len(corpus), len(stories), dict(missed), dict(wrong))


def _added(one: StoryScore, other: StoryScore) -> StoryScore:
    pairs = Counts(*(getattr(one.pairs, n) + getattr(other.pairs, n) for n in ("right", "wrong", "owed")))
    missed = dict(Counter(one.missed) + Counter(other.missed))
    wrong = dict(Counter(one.wrong) + Counter(other.wrong))
    return StoryScore(pairs, one.articles + other.articles, one.stories + other.stories, missed, wrong)
