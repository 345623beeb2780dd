"""Pages, feeds and archives as they should be, to be broken."""

import gzip

from dragoman.runner.trials.site import article, rss

_TEXTS = {
    "en": (
        "Talks on the border",
        "China accused India of breaking the agreement on the border.",
        "Officials said on Friday",
    ),
    "ru": (
        "Переговоры о границе",
        "Китай обвинил Индию в нарушении соглашения о границе.",
        "Об этом сообщили в пятницу",
    ),
    "zh": ("边境会谈", "中国指责印度违反边境协议。两国外长周五在北京举行会谈，讨论撤军问题。", "外交部发言人说"),
    "ar": ("محادثات الحدود", "اتهمت الصين الهند بانتهاك اتفاق الحدود يوم الجمعة.", "وقال مسؤولون"),
    "id": (
        "Perundingan perbatasan",
        "Tiongkok menuduh India melanggar perjanjian perbatasan.",
        "kata pejabat pada hari Jumat",
    ),
}


def pages() -> list[bytes]:
    """Return pages in several languages, with JSON-LD, figures and what stands around articles."""
    found = []
    for title, first, second in _TEXTS.values():
        text = "\n".join(f"{first} {second} ({number})." for number in range(4))
        page = article(title, text, canonical="/talks")
        extra = (
            f'<script type="application/ld+json">{{"@graph":[{{"@type":"NewsArticle","headline":"{title}",'
            '"datePublished":"2024-06-14T08:00:00+07:00","author":{"name":"Anita Rao"}}]}</script>'
        )
        figure = "<figure><img src='x.jpg'><figcaption>A convoy on Friday</figcaption></figure>"
        found.append(page.replace("</head>", f"{extra}</head>").replace("<article>", f"<article>{figure}").encode())
    return found


def feeds() -> list[bytes]:
    """Return RSS with and without whole articles, Atom, a news sitemap and an index."""
    items = [
        (f"https://courier.example/{number}?utm_source=rss", title)
        for number, (title, *_) in enumerate(_TEXTS.values())
    ]
    whole = "".join(
        f"<p>{first} {second} ({number}).</p>" for number in range(9) for _, first, second in _TEXTS.values()
    )
    entry = (
        "<entry><id>urn:1</id><title>Talks</title><link href='https://courier.example/1'/><published>2024-06-14T08:00:00Z"
        f"</published><content type='xhtml'><div>{whole}</div></content></entry>"
    )
    news = (
        "<url><loc>https://courier.example/1</loc><news:news><news:publication_date>2024-06-14</news:publication_date>"
        "<news:title>Talks</news:title></news:news></url>"
    )
    return [
        rss(items).encode(),
        rss(items)
        .replace("<rss", "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'")
        .replace("</item>", f"<content:encoded><![CDATA[{whole}]]></content:encoded></item>")
        .encode(),
        f"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>{entry * 2}</feed>".encode(),
        f"<urlset xmlns='s' xmlns:news='n'>{news * 3}</urlset>".encode(),
        b"<sitemapindex><sitemap><loc>https://courier.example/news.xml</loc></sitemap></sitemapindex>",
    ]


def archives() -> list[bytes]:
    """Return WARC archives, plain and packed record by record."""
    records = [_record("warcinfo", b"software: crawler\r\n", "application/warc-fields")]
    for number, page in enumerate(pages()):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        records.append(
            _record("response", http, "application/http; msgtype=response", f"https://courier.example/{number}")
        )
    return [b"".join(records), b"".join(gzip.compress(record, mtime=0) for record in records)]


def _record(kind: str, block: bytes, content_type: str, uri: str | None = None) -> bytes:
    target = "" if uri is None else f"WARC-Target-URI: {uri}\r\n"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
