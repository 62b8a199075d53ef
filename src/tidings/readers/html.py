"""Web pages: the article is what trafilatura extracts, the metadata what the page states about itself.

The day is read here and not by trafilatura, which falls back to guesses (a copyright year becomes the 1st of January)
and shifts time zones. A page's address is its canonical one; the host alone is nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from lxml import etree, html  # type: ignore[import-untyped]

from tidings.errors import DocumentError
from tidings.lines.rows import load_headers
from tidings.readers.articles import PAGE_LIMIT, Article, Found, check_text, hash_bytes, unreadable
from tidings.readers.files import decode, load_bytes

CHARSET = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=["']([\w.:-]+)""", re.IGNORECASE
)
SHORTEST_ARTICLE = 60  # characters in lines that end like sentences, in whatever script
SENTENCE = re.compile(r"""[.!?…。！？؟۔।။።։]['"”’»)\]]*\s*$""")
CHINESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # scripts that say in one character what takes three letters
# What schema.org calls a piece of reporting; field -> its key there.
ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle OpinionNewsArticle BlogPosting Report LiveBlogPosting WebPage".split()
)
LINKED_KEYS = {"published": "datePublished", "publisher": "publisher", "author": "author", "title": "headline"}


def read_html(path: Path, text_key: str | None = None) -> Iterator[Found]:
    """The article of one saved page."""
    data = load_bytes(path, PAGE_LIMIT)
    source = decode_page(data, path)
    text, _ = extract_article(source, path)
    tree = _make_tree(source)
    stated = _read_meta(tree) | _read_linked_data(tree)
    yield Article(
        where=str(path),
        name=path.stem,
        text=text,
        raw_text=source,
        url=_find_address(tree),
        publisher=stated.get("publisher"),
        author=_person(stated.get("author")),
        title=stated.get("title") or _first_text(tree, "//h1", "//title"),
        published=stated.get("published") or _find_time(tree),
        path=path,
        sha256=hash_bytes(data),
    )


def decode_page(data: bytes, where: str | Path) -> str:
    """The characters of a page: UTF-8 where it is that, else as the page says, else as the bytes suggest."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        stated = CHARSET.search(data[:4096])
    if stated:
        try:
            return data.decode((stated[1] or stated[2]).decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass  # the page is wrong about itself
    return decode(data, where)


def extract_article(source: str, where: str | Path) -> tuple[str, Any]:
    """The text of the article in a page, and trafilatura's document; DocumentError where there is no article."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - heavy: a run without pages never loads it

    reason = "no article found in the page"
    if "<" not in source:
        raise unreadable(f"{reason}: it holds no HTML", where)
    try:
        found = bare_extraction(source, include_comments=False, include_tables=True, deduplicate=False)
    except (ValueError, TypeError, AttributeError, etree.LxmlError, RecursionError) as error:
        # trafilatura lets the errors of the libraries below it through
        raise unreadable(f"{reason}: {error}", where) from error
    text = getattr(found, "text", None) or ""
    if not _has_sentences(text):
        raise unreadable(reason, where)
    return check_text(text, str(where)), found


def _has_sentences(text: str) -> bool:
    """Whether a text holds running sentences, and not only the labels of menus, forms and lists of links."""
    sentences = (line.strip() for line in text.splitlines() if SENTENCE.search(line))
    return sum(len(line) * (3 if CHINESE.search(line) else 1) for line in sentences) >= SHORTEST_ARTICLE


def _make_tree(source: str) -> Any:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        return html.fromstring(source.encode("utf-8", "surrogatepass"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise DocumentError("read", f"no article found in the page: {error}", "") from error


def _read_meta(tree: Any) -> dict[str, str]:
    """What <meta> elements state, by field."""
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            if content and element.get(attribute):
                values.setdefault(element.get(attribute).strip().lower(), content)
    return {
        field: next(values[name] for name in names if name in values)
        for field, names in load_headers().page.items()
        if any(name in values for name in names)
    }


def _read_linked_data(tree: Any) -> dict[str, str]:
    """What schema.org says of the article: its day, publisher, author and headline."""
    stated: dict[str, str] = {}
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = msgspec.json.decode((script.text or "").strip())
        except (msgspec.DecodeError, RecursionError):
            continue  # pages often break their own data; what is there besides is still read
        for item in _items(data):
            kinds = item.get("@type")
            if not ARTICLE_TYPES.isdisjoint(kinds if isinstance(kinds, list) else [kinds]):
                for field, key in LINKED_KEYS.items():
                    if value := _name_of(item.get(key)):
                        stated.setdefault(field, value)
    return stated


def _items(data: object) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _name_of(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return ", ".join(name for item in value if (name := _name_of(item))) or None
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _find_address(tree: Any) -> str | None:
    """The canonical address of a page, or the one it gives to those who link to it."""
    for path in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        for value in tree.xpath(path):
            if re.match(r"https?://[^/]+/?.", value.strip()):
                return str(value).strip()
    return None


def _find_time(tree: Any) -> str | None:
    """The day of a <time> element that says it is the publication's."""
    marked = "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publish')]/@datetime"
    only = "//article//header//time/@datetime"
    return next((str(value) for path in (marked, only) for value in tree.xpath(path) if value.strip()), None)


def _first_text(tree: Any, *paths: str) -> str | None:
    for path in paths:
        for element in tree.xpath(path):
            if text := " ".join(element.text_content().split()):
                return text
    return None


def _person(name: str | None) -> str | None:
    """An author by name; some pages put an address there."""
    return None if name is None or "://" in name else name
