"""Pages of rows: one question with its words put in, how many rows there are, and where they go on."""

from __future__ import annotations

from typing import TypeVar
from urllib.parse import urlencode

import msgspec

from tidings.web import answers as give
from tidings.web import asked
from tidings.web.named_sql import read_sql
from tidings.web.view import Row, View

T = TypeVar("T")
# how a word that is looked for is put into the question, by what is asked for
WORDS = {
    "claims": "AND contains(claims.words, {})",
    "events": "AND id IN (SELECT event_id FROM quick.claims AS claims WHERE contains(claims.words, {}))",
    "documents": "AND (contains(title, {0}) OR id IN (SELECT id FROM documents WHERE contains(lower(text), {0})))",
    "figures": "",
}
MOST_WORDS = 12


def list_page(view: View, name: str, want: asked.Paged, kind: type[T], path: str) -> give.Page[T]:
    """The page that is asked for of the rows of this question."""
    return fill_page(view, name, msgspec.structs.asdict(want), kind, path)


def fill_page(view: View, name: str, values: Row, kind: type[T], path: str) -> give.Page[T]:
    """The same, of values by name: how many rows there are, those of the page, and where they go on."""
    sql, given = _with_words(name, values)
    rows = list(view.rows(sql, given))
    start, limit = values["start"], values["limit"]
    if not rows and start:  # how many there are, asked from a place past the last
        total = next((row["total"] for row in view.rows(sql, given | {"start": 0, "limit": 1})), 0)
    else:
        total = rows[0]["total"] if rows else 0
    on = {key: value for key, value in values.items() if value is not None and key != "start"}
    more = f"{path}?{urlencode(on | {'start': start + limit})}" if start + limit < total else None
    return give.Page[kind](  # type: ignore[valid-type]  # the class that the rows are of
        copy=view.copy,
        total=total,
        start=start,
        next=more,
        rows=msgspec.convert(rows, list[kind]),  # type: ignore[valid-type]
    )


def _with_words(name: str, values: Row) -> tuple[str, Row]:
    """The question with one condition for each word that is looked for, and what is put into it."""
    words = (values.get("text") or "").lower().split()
    if len(words) > MOST_WORDS:
        raise ValueError(f"text: at most {MOST_WORDS} words are looked for at once")
    conditions = "\n        ".join(WORDS[name].format(f"$word_{i}") for i in range(len(words)))
    sql = read_sql(name).replace("/* words */", conditions)
    given = values | {f"word_{i}": word for i, word in enumerate(words)}
    return sql, {key: value for key, value in given.items() if f"${key}" in sql}
