"""Take the main text of a page quickly, for archives of millions."""

from typing import Any

from dragoman.ingest.outcome import Unreadable


def extract_fast(tree: Any) -> str:
    """Return the main text of a parsed page (lxml), a paragraph a line; raise Unreadable without resiliparse."""
    from lxml import etree

    try:
        from resiliparse.extract.html2text import extract_plain_text
    except ImportError:
        advice = "install it with `pip install 'dragoman[archive]'`, or leave out --fast"
        raise Unreadable("not-installed", "the fast way of reading pages needs resiliparse", advice) from None
    text = etree.tostring(tree, encoding="unicode", method="html")
    found: str = extract_plain_text(
        text, main_content=True, list_bullets=False, alt_texts=False, links=False, form_fields=False, noscript=False
    )
    return found
