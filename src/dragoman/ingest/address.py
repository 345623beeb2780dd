"""Tell by its address whether a page is an article known already: trackers, mobile and AMP variants are folded away."""

import contextlib
import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

_TRACKER_PREFIXES = ("utm_", "mtm_", "pk_", "piwik_", "hsa_", "itm_", "at_", "vero_", "oly_", "_hs", "ns_", "wt_")
_TRACKER_NAMES = """
fbclid gclid gclsrc dclid gbraid wbraid yclid ysclid msclkid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid _ga _gl
cmpid cmp icid ocid ncid smid smtyp sr_share ref ref_src ref_url referrer referer spm mkt_tok mbid xtor wtmc traffic_source
"""
_TRACKERS = frozenset(_TRACKER_NAMES.split())
"""Names that say how a reader came. Names that some sites use for the article itself (cid, id, uid, p) are not among
them: two articles taken for one is a loss, one taken for two is found later by its text."""
_AMP_FLAGS = frozenset({("amp", "1"), ("amp", ""), ("amp", "true"), ("outputtype", "amp"), ("output", "amp")})
_WHOLE = ("page", "all")  # id: news sites show a divided article whole under "?page=all"
_VARIANT_LABELS = frozenset({"www", "m", "mobile", "amp", "wap", "touch"})
_AMP_CACHE = re.compile(r"(?:www\.google\.[a-z.]+/amp|[a-z0-9-]+\.cdn\.ampproject\.org/[a-z])/(?:s/)?(.+)")
_INDEX = re.compile(r"/index\.(?:html?|php|aspx?|jsp)$")
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]")
_DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_ADDRESS = 2000
"""Letters of an address; longer ones are traps or rubbish."""


class BadAddress(ValueError):
    """An address cannot be one of a page: what is wrong with it."""


def split_address(url: str) -> SplitResult:
    """Split an http or https address; raise BadAddress for anything else."""
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise BadAddress(f"{_short(url)} is no address: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise BadAddress(f"{_short(url)} does not begin with http:// or https://")
    if not host:
        raise BadAddress(f"{_short(url)} names no host")
    if parts.username is not None or parts.password is not None:
        raise BadAddress(f"{_short(parts.hostname or '')} is given with a user name or password")
    if len(url) > MAX_ADDRESS:
        raise BadAddress(f"{_short(url)} has {len(url):,} characters; {MAX_ADDRESS:,} are allowed")
    return parts


def is_address(text: str) -> bool:
    """Tell whether an input is an address rather than a file."""
    return text.lower().startswith(("http://", "https://"))


def tidy(url: str) -> str:
    """Return an address that leads to the same page, without trackers and fragment; raise BadAddress."""
    parts = split_address(url)
    query = "&".join(part for part in parts.query.split("&") if part and not _tracks(part.partition("=")[0]))
    query = _BLANK.sub(lambda blank: quote(blank[0]), query)  # one at the end would be stripped
    return parts._replace(netloc=_netloc(parts), path=_quoted(parts.path) or "/", query=query, fragment="").geturl()


def identity(url: str) -> str:
    """Return what all addresses of one article share: `courier.example/world/clash`. No link; raise BadAddress."""
    parts = split_address(url)
    cached = _AMP_CACHE.fullmatch(f"{parts.netloc.lower()}{parts.path}")
    if cached is not None:
        with contextlib.suppress(BadAddress):
            parts = split_address(f"https://{cached[1]}" + (f"?{parts.query}" if parts.query else ""))
    pairs = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(name)]
    kept = sorted(p for p in pairs if (p[0].lower(), p[1].lower()) not in _AMP_FLAGS and p != _WHOLE)
    return _folded_host(parts) + _folded_path(parts.path) + (f"?{urlencode(kept)}" if kept else "")


def host_of(url: str) -> str:
    """Return host and port, which are asked as one; raise BadAddress."""
    return _netloc(split_address(url))


def same_site(one: str, other: str) -> bool:
    """Tell whether two addresses belong to one site: the same host, or one below the other."""
    first, second = (_folded_host(split_address(url)) for url in (one, other))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def own_address(declared: str | None, fetched: str) -> str:
    """Choose between the address a page declares as its own and the one it was fetched by; raise BadAddress.

    A page may speak only for its own site, and an article that declares the front page is not believed.
    """
    try:
        if declared is not None:
            absolute = urljoin(fetched, declared.strip())
            front = _folded_path(split_address(absolute).path) == "" and not split_address(absolute).query
            if same_site(absolute, fetched) and (not front or _folded_path(split_address(fetched).path) == ""):
                return tidy(absolute)
    except ValueError:
        pass
    return tidy(fetched)


def _tracks(name: str) -> bool:
    lowered = name.lower()
    return lowered in _TRACKERS or lowered.startswith(_TRACKER_PREFIXES)


def _netloc(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise BadAddress(f"{_short(host)} is no name of a host") from None
    host = f"[{host}]" if ":" in host else host
    port = parts.port
    return host if port is None or port == _DEFAULT_PORTS[parts.scheme] else f"{host}:{port}"


def _folded_host(parts: SplitResult) -> str:
    host, colon, port = _netloc(parts).partition(":") if "[" not in parts.netloc else (_netloc(parts), "", "")
    labels = host.split(".")
    kept = [label for label in labels[:-2] if label not in _VARIANT_LABELS] + labels[-2:]
    return ".".join(kept) + colon + port


def _folded_path(path: str) -> str:
    segments = [segment for segment in _quoted(path).split("/") if segment]
    if len(segments) > 1 and segments[0].lower() == "amp":
        segments = segments[1:]
    if segments and segments[-1].lower() == "amp":
        segments = segments[:-1]
    folded = "".join(f"/{segment}" for segment in segments)
    return _INDEX.sub("", re.sub(r"\.amp(?=\.html?$|$)", "", folded))


def _quoted(path: str) -> str:
    """Write a path in one way, whatever of it came percent-encoded."""
    return quote(unquote(path, errors="surrogateescape"), safe="/:@!$&'()*+,;=~-._", errors="surrogateescape")


def _short(url: str) -> str:
    return repr(url if len(url) <= 80 else url[:79] + "…")
