"""The fields of a row of jsonl or csv, by the many names they go under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from tidings.errors import DocumentError
from tidings.lines.rows import load_headers
from tidings.readers.articles import Article, check_text, hash_bytes, unreadable

# Field of an article -> the keys it is found under, the best first; compared without case, `_`, `-`, blanks and
# prefixes such as `dc:` or `og:`.
KEYS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "articletext", "articlebody", "fulltext", "maintext", "story"),
    "stated_id": ("id", "doc", "guid", "docid", "documentid", "articleid", "uid"),
    "publisher": ("publisher", "source", "outlet", "site", "sitename", "newspaper", "domain"),
    "published": (
        "published", "date", "publishedat", "pubdate", "datepublished", "publicationdate", "publisheddate",
        "publishdate", "timestamp", "datetime", "created", "createdat",
    ),
    "title": ("title", "headline", "name"),
    "url": ("url", "link", "address", "permalink", "uri"),
    "language": ("language", "lang"),
    "author": ("author", "byline", "authors", "creator"),
    "kind": ("kind", "genre"),
}  # fmt: skip
KINDS = ("news", "opinion", "release", "digest", "transcript")


def plain_key(key: str) -> str:
    """A key as it is compared."""
    return "".join(c for c in key.rsplit(":", 1)[-1].casefold() if c.isalnum())


def find_keys(names: Iterable[str], text_key: str | None = None) -> dict[str, str]:
    """Which field each of these keys or columns holds: field -> key. Where several would do, the first of KEYS wins."""
    names = list(names)
    by_plain: dict[str, str] = {}
    for name in names:
        by_plain.setdefault(plain_key(name), name)
    found = {field: by_plain[known] for field, keys in KEYS.items() for known in reversed(keys) if known in by_plain}
    if text_key is not None:
        found.pop("text", None)
        found = {field: key for field, key in found.items() if key != text_key}
        if text_key in names:
            found["text"] = text_key
    return found


def make_article(row: Mapping[str, object], keys: Mapping[str, str], place: Place, data: bytes) -> Article:
    """A row as an article. DocumentError where its text is missing, empty or no text."""
    values = {field: _as_text(row.get(key)) for field, key in keys.items() if field != "text"}
    known = set(keys.values())
    extra = {key: text for key, value in row.items() if key not in known and (text := _as_text(value))}
    kind = (values.pop("kind", None) or "").casefold()
    if kind and kind not in KINDS:
        extra["kind"] = kind
    language = values.pop("language", None)
    return Article(
        where=place.where,
        name=place.name,
        text=_read_text(row, keys, place),
        path=place.path,
        sha256=hash_bytes(data),
        extra=extra,
        kind=kind if kind in KINDS else None,
        language=read_language(language) if language else None,
        **values,
    )


class Place(msgspec.Struct, frozen=True):
    """Where a row stands: the file, its number there, and `text_key` if the user named one."""

    path: Path
    number: int
    text_key: str | None = None

    @property
    def where(self) -> str:
        return f"{self.path} report {self.number}"

    @property
    def name(self) -> str:
        return f"{self.path.stem}-{self.number}"

    def unreadable(self, what: str) -> DocumentError:
        """The error that says what is wrong with this row."""
        return unreadable(f"report {self.number} of {self.path.name} {what}", self.where)


def _read_text(row: Mapping[str, object], keys: Mapping[str, str], place: Place) -> str:
    key = keys.get("text")
    if key is None or key not in row:
        wanted = place.text_key or key or "text"
        found = ", ".join(sorted(row)) or "none"
        hint = f": name it with --text-key {_guess_text_key(row)}" if place.text_key is None else ""
        raise place.unreadable(f"has no {wanted} field (keys: {found}){hint}")
    value = row[key]
    if not isinstance(value, str):
        what = "null" if value is None else f"no text but {type(value).__name__}"
        raise place.unreadable(f"has no text: {key} is {what}")
    return check_text(value, place.where)


def _guess_text_key(row: Mapping[str, object]) -> str:
    """The key whose value is the longest: what the user most likely wants."""
    texts = {key: value for key, value in row.items() if isinstance(value, str)}
    return max(sorted(texts), key=lambda key: len(texts[key]), default="KEY")


def _as_text(value: object) -> str | None:
    """A value of metadata as one line of text; None for what is empty."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):
        return _as_text(value["name"])
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(" ".join(item.split()) for item in value) or None
    if isinstance(value, bool | int | float):
        return str(value)
    return msgspec.json.encode(value).decode()


def read_language(name: str) -> str | None:
    """A language as its two-letter code: `en-GB`, `eng`, `English` are `en`; what is unknown stays as it was."""
    plain = name.strip().casefold()
    main = plain.replace("_", "-").split("-")[0]
    return load_headers().languages.get(main, main) or None
