"""From an article to a `Document`: whose it is, of which day, of what kind, and under which ids.

Metadata win over header lines. A day before 1800 or after tomorrow is not believed, and no day is ever taken from the
file itself; a day that is not believed, or cannot be read, leaves a note.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import urlsplit, urlunsplit

from tidings.lines import find_day
from tidings.readers.articles import Article
from tidings.readers.headers import HEADER_LINE, Stated, read_headers
from tidings.readers.kinds import find_kind
from tidings.records import Document, Drop, Kind, make_id

METADATA = "metadata"
EARLIEST = date(1800, 1, 1)


def make_document(article: Article, today: date, publisher_kinds: Mapping[str, str]) -> tuple[Document, list[Drop]]:
    """The document of an article, and a note for each thing that it states and that is not believed."""
    stated = read_headers(article.text, article.title, today)
    publisher, basis = stated.publisher, stated.publisher_basis
    if article.publisher:
        publisher, basis = article.publisher, METADATA
    published, published_basis, notes = _find_published(article, stated, today)
    own_id, work, document_id = identify(article, publisher)
    document = Document(
        id=document_id,
        work=work,
        own_id=own_id,
        publisher=publisher,
        publisher_basis=basis,
        author=article.author or stated.author,
        url=article.url,
        title=article.title or stated.title,
        dateline=stated.dateline,
        text=article.text,
        raw_text=article.raw_text,
        language=article.language,
        kind=_kind(article, stated, publisher_kinds.get(publisher or "")),
        published=published,
        published_basis=published_basis,
        raw_path=str(article.path),
        raw_sha256=article.sha256,
        extra=article.extra,
    )
    return document, notes


def identify(article: Article, publisher: str | None) -> tuple[str, str, str]:
    """A report's own id, the id of its work, and its id.

    Its address, or else the id that its file states, tells it from others of its publisher; with another text under the
    same address or id it is another version of one work. A report that has only a file name is a work of its own: two
    files of one name in two folders have nothing to do with each other. Where a file lies never matters.
    """
    own_id = article.stated_id or article.name
    address = plain_address(article.url) if article.url else None
    known_by = address or article.stated_id
    document_id = make_id("doc", publisher, known_by or own_id, article.text)
    work = make_id("wrk", publisher, known_by) if known_by else document_id
    return own_id, work, document_id


def plain_address(url: str) -> str:
    """An address as it is compared: host in small letters, without the part after `#` and the marks of campaigns."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = "&".join(p for p in parts.query.split("&") if p and not re.match(r"(?:utm_\w+|fbclid|gclid)=", p))
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


def _find_published(article: Article, stated: Stated, today: date) -> tuple[date | None, str | None, list[Drop]]:
    """The day of publication with its basis, and notes on days that were not believed."""
    notes: list[Drop] = []
    for printed, basis in ((article.published, METADATA), (stated.published, HEADER_LINE)):
        if not printed:
            continue
        day = find_day(printed, today)
        if day is not None and EARLIEST <= day <= today + timedelta(days=1):
            return day, basis, notes
        notes.append(Drop(stage="note", what="published", reason=_disbelief(printed, day, today), where=article.where))
    return None, None, notes


def _disbelief(printed: str, day: date | None, today: date) -> str:
    shown = printed if len(printed) <= 60 else printed[:57] + "..."
    if day is None:
        return f'date "{shown}" is no full day, or can be read in two ways: write it as YYYY-MM-DD'
    if day > today:
        return f"date {day} lies in the future: not believed"
    return f"date {day} lies before {EARLIEST.year}: not believed"


def _kind(article: Article, stated: Stated, publisher_kind: str | None) -> Kind | None:
    if article.kind in ("news", "opinion", "release", "digest", "transcript"):
        return article.kind  # type: ignore[return-value]
    return find_kind(article.text, article.title, article.url, publisher_kind, stated)
