"""RSS and Atom feeds: every entry is a report; its text is that of its full content, or of its summary.

The day is read from what the feed prints, in the time zone it prints; feedparser's own answer is shifted to UTC.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from lxml import etree, html  # type: ignore[import-untyped]

from tidings.errors import DocumentError
from tidings.readers.articles import FEED_LIMIT, Article, Found, check_text, hash_bytes, unreadable
from tidings.readers.files import load_bytes
from tidings.readers.html import extract_article

BLOCKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "figcaption", "section")
TAG = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")


def read_feed(path: Path, text_key: str | None = None) -> Iterator[Found]:
    """The report of each entry of a feed; an entry without text is handed over as the error that says so."""
    data = load_bytes(path, FEED_LIMIT)
    import feedparser  # noqa: PLC0415 - heavy: a run without feeds never loads it

    # Bytes in a file object: a string would be taken for an address or a path, and fetched.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise unreadable("no feed (RSS or Atom)" if not feed.version else "the feed has no entries", path)
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _read_entry(entry, feed.feed, path, number)
        except DocumentError as error:
            yield error
    broken = feed.get("bozo_exception")
    if feed.bozo and getattr(broken, "getLineNumber", None):
        yield unreadable(f"the feed breaks off after entry {len(feed.entries)} ({broken}): mend it", path)


def _read_entry(entry: Any, feed: Any, path: Path, number: int) -> Article:
    where = f"{path} entry {number}"
    source, is_html = _find_content(entry)
    if not source.strip():
        raise unreadable(f"entry {number} of {path.name} has no text", where)
    origin = entry.get("source") or {}
    publisher = origin.get("title") or entry.get("publisher") or feed.get("publisher") or feed.get("title")
    return Article(
        where=where,
        name=f"{path.stem}-{number}",
        stated_id=_line(entry.get("id")),
        url=_line(entry.get("link")),
        publisher=_line(publisher),
        author=_line(entry.get("author")),
        title=_line(_plain(entry.get("title") or "")),
        published=_line(entry.get("published") or entry.get("updated") or feed.get("published")),
        text=check_text(_extract(source, where) if is_html else source, where),
        raw_text=source,
        path=path,
        sha256=hash_bytes(msgspec.json.encode([entry.get("id"), entry.get("link"), source])),
    )


def _find_content(entry: Any) -> tuple[str, bool]:
    """The longest text of an entry, and whether it is HTML."""
    choices = [*entry.get("content", []), entry.get("summary_detail") or {"value": entry.get("summary", "")}]
    best = max(choices, key=lambda choice: len(choice.get("value") or ""))
    value = str(best.get("value") or "")
    return value, best.get("type") != "text/plain" and bool(TAG.search(value))


def _extract(source: str, where: str) -> str:
    """The article in an entry's HTML; a short one, in which no article is to be found, as it reads."""
    try:
        text, _ = extract_article(f"<html><body><article>{source}</article></body></html>", where)
    except DocumentError:
        return _plain(source)
    return text


def _plain(source: str) -> str:
    """The words of a piece of HTML, a line for each of its blocks."""
    if not TAG.search(source):
        return source
    tree = html.fromstring(f"<div>{source}</div>")
    etree.strip_elements(tree, "script", "style", with_tail=False)
    for element in tree.iter(*BLOCKS):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)


def _line(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
