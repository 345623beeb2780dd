"""Clear a parsed page of what is not its article, and keep its captions where they stand."""

import re
from typing import Any

_DROPPED_TAGS = ("nav", "aside", "footer", "form", "iframe", "noscript", "button", "dialog", "script", "style")
_NOISE_NAMES = """
ad ads adv advert adverts advertisement advertising adsbygoogle iklan sponsor sponsored promo promoted
related recommended recommendation recommendations readmore trending terkait populer
comment comments komentar disqus newsletter subscribe paywall share sharing social sidebar breadcrumb breadcrumbs cookie
"""
_NOISE = frozenset(_NOISE_NAMES.split())
"""Words of class names and ids, as page builders write them, that mark what is no part of an article."""
_WORD = re.compile(r"[A-Za-z]+")
_REFUSED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OWN_WORDS = 25  # letters a line of links may have of its own: "Baca juga:", "Read more about this here:"


def clean(tree: Any) -> list[str]:
    """Take navigation, advertisements, related links and comments out of the tree, make figures paragraphs of their
    captions, both in place; return the captions."""
    from lxml import etree

    etree.strip_elements(tree, *_DROPPED_TAGS, with_tail=False)
    for element in list(tree.iter("div", "section", "ul", "ol", "p", "span", "ins", "figure", "table", "a")):
        if element.getparent() is not None and _is_noise(element):
            _drop(element)
    for element in list(tree.iter("p", "li", "h2", "h3", "h4")):
        if element.getparent() is not None and _only_links(element):
            _drop(element)
    return [caption for figure in list(tree.iter("figure")) for caption in _keep_captions(figure)]


def _is_noise(element: Any) -> bool:
    """Tell whether the class or id marks noise; an element that holds most of the page is never noise."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = {word.lower() for word in _WORD.findall(names)}
    return bool(words & _NOISE) and next(element.iter("article", "h1", "main"), None) is None


def _only_links(element: Any) -> bool:
    """Tell whether a line is nothing but links to other pages, with a few words to open them."""
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    words = "".join(element.itertext()).strip()
    return linked > 0 and len(words) - linked <= _OWN_WORDS and linked * 2 > len(words)


def _keep_captions(figure: Any) -> list[str]:
    """Replace a figure by a paragraph with its caption, which is returned; without one, by nothing."""
    from lxml import etree

    captions = [_plain("".join(found.itertext())) for found in figure.iter("figcaption")]
    if figure.getparent() is None:
        return []
    for caption in filter(None, captions):
        kept = etree.Element("p")
        kept.text = caption
        figure.addprevious(kept)
    _drop(figure)
    return [caption for caption in captions if caption]


def _plain(text: str) -> str:
    """Write a caption in one line, without the characters that a tree refuses and a page can name all the same."""
    return " ".join(_REFUSED.sub("", text).split())


def _drop(element: Any) -> None:
    """Remove an element and leave the text after it where it is."""
    parent, tail = element.getparent(), element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
