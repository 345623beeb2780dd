"""Make any number of articles out of those of the bench: new ones by drawing sentences, and copies that papers make."""

import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dragoman.runner.story_corpus import Article

PER_DAY = 20
"""Articles a day: a store of more articles reaches over more days."""
COPIES = 0.25
"""Share of the articles that repeat one of the last days, whole or shortened."""
LATELY = 40
"""Articles back that a copy may be of."""
LENGTH = (6, 20)
"""Sentences of a new article, fewest and most."""
FIRST_DAY = date(2018, 1, 1)
_DIGITS = re.compile(r"\d+")


def varied_articles(news: Sequence[Article], count: int, seed: int = 0) -> Iterator[dict[str, Any]]:
    """Yield `count` articles as rows of JSONL, day by day.

    A new article has sentences of one language drawn from all its articles, with other numbers: its text, events and
    days are its own, and it shares single sentences with others, as news do.
    """
    chance = random.Random(seed)
    pools: dict[str, list[str]] = {}
    for article in news:
        pools.setdefault(article.language, []).extend(article.sentences)
    languages, lately = sorted(pools), list[dict[str, Any]]()
    for number in range(count):
        day = FIRST_DAY + timedelta(number // PER_DAY)
        if lately and chance.random() < COPIES:
            row = dict(chance.choice(lately))
            row["sentences"] = row["sentences"][: chance.randint(LENGTH[0], LENGTH[1])]
        else:
            language = chance.choice(languages)
            drawn = chance.sample(pools[language], chance.randint(*LENGTH))
            row = {"language": language, "sentences": [_renumbered(sentence, chance) for sentence in drawn]}
            lately = [*lately[1 - LATELY :], row]
        yield {**row, "doc": f"varied-{seed}-{number}", "published": day.isoformat()}


def write_varied(news: Sequence[Article], target: Path, count: int, seed: int = 0) -> None:
    """Write `count` varied articles as JSONL."""
    with target.open("w", encoding="utf-8") as file:
        for row in varied_articles(news, count, seed):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _renumbered(sentence: str, chance: random.Random) -> str:
    """Put another number of as many digits in the place of each but years."""
    return _DIGITS.sub(lambda found: found[0] if len(found[0]) == 4 else _another(found[0], chance), sentence)


def _another(digits: str, chance: random.Random) -> str:
    if len(digits) > 9 or not digits.isascii():
        return digits
    return str(chance.randint(10 ** (len(digits) - 1), 10 ** len(digits) - 1))
