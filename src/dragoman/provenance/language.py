"""Tell the language an article at an address is likely to be written in."""

import re
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from babel import Locale, UnknownLocaleError

from dragoman.packs.envelope_file import known_envelopes, load_envelope
from dragoman.packs.media_file import MediaIndex, host_of

_WORD = re.compile(r"[^\W\d_]+")
_SPELLED = {"english": "en", "chinese": "zh", "japanese": "ja", "korean": "ko", "arabic": "ar", "russian": "ru",
            "french": "fr", "spanish": "es", "persian": "fa", "bahasa": "id", "mundo": "es"}  # fmt: skip
_PLACES_TOO = frozenset({"uk", "tr", "it", "de", "ms", "ar", "he", "sv", "el", "th"})
"""Codes that as the first step of a path are as often a country or something else ("/uk/", "/ar/", "/it/")."""
ENOUGH_WORDS = 3


class AddressLanguage(NamedTuple):
    """A language, how sure it is, and what told it."""

    code: str
    confidence: float
    basis: str


def language_of_address(url: str, text_language: str, media: MediaIndex) -> AddressLanguage | None:
    """Tell the language of the page at an address when it is another than the text's; None where nothing says so.

    A marked edition ("en.yna.co.kr", "/english/") decides; the words of the address and the home of the outlet or
    top-level domain bear each other out.
    """
    edition = _edition(url)
    if edition is not None:
        return None if edition == text_language else AddressLanguage(edition, 0.9, "edition")
    home = media.languages_of(url)
    worded = _language_of_words(url, text_language)
    if worded is not None and worded in home:
        return AddressLanguage(worded, 0.95, "words and home of the address")
    if worded is not None:
        return AddressLanguage(worded, 0.8, "words of the address")
    if home and text_language not in home and not _worded_in(url, text_language):
        return AddressLanguage(home[0], 0.75 if len(home) == 1 else 0.6, "home of the address")
    return None


def named_language(name: str, text_language: str) -> str | None:
    """Find the code of a language by its name in the language of the text or in English, whatever its case ending."""
    whole = name.strip().casefold()
    for wanted in dict.fromkeys((whole, *reversed(whole.split()))):  # id: "bahasa Inggris" = the English language
        for language in dict.fromkeys((text_language, "en")):
            for code, known in _names(language).items():
                stem = max(4, len(known) - 3) if len(known) > 4 else len(known)
                if wanted == known or (len(known) > 4 and wanted.startswith(known[:stem])):
                    return code
    return None


@cache
def _names(language: str) -> dict[str, str]:
    try:
        names = Locale.parse(language).languages
    except (UnknownLocaleError, ValueError):
        return {}
    codes = (*known_envelopes(), "zh", "fil")
    return {code: names[code].casefold() for code in dict.fromkeys(codes) if code in names}


def _edition(url: str) -> str | None:
    codes = frozenset(known_envelopes())
    label = host_of(url).partition(".")[0]
    steps = [step.casefold() for step in urlsplit(url if "://" in url else f"//{url}").path.split("/") if step]
    for sign in (label, steps[0] if steps else ""):
        if sign in _SPELLED:
            return _SPELLED[sign]
        if sign in codes and not (sign in _PLACES_TOO and sign != label):
            return sign
    return None


def _words_of(url: str) -> list[str]:
    """Take the words of the longest step of the path."""
    path = unquote(urlsplit(url if "://" in url else f"//{url}").path)
    return _WORD.findall(max(path.split("/"), key=len, default="").casefold())


def _score(words: list[str], language: str) -> int:
    known = _slug_words(language)
    return sum(word in known for word in words)


@cache
def _slug_words(language: str) -> frozenset[str]:
    return frozenset(load_envelope(language).slug_words)


def _language_of_words(url: str, text_language: str) -> str | None:
    """Name the language whose frequent words the address holds, if it is another than the text's and far ahead."""
    words = _words_of(url)
    scores = sorted(((_score(words, code), code) for code in known_envelopes()), reverse=True)
    if not scores or scores[0][0] < ENOUGH_WORDS:
        return None
    (best, code), second = scores[0], scores[1][0] if len(scores) > 1 else 0
    own = _score(words, text_language)
    return code if code != text_language and best >= 2 * own and best > second else None


def _worded_in(url: str, language: str) -> bool:
    return _score(_words_of(url), language) >= ENOUGH_WORDS - 1
