"""What every answer is made of: the copy that it comes from, pages of rows, and troubles."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer; `copy` names the published copy of the store that it was made from."""

    copy: str


class Page(Answer, Generic[T], frozen=True, kw_only=True):
    """Some rows of a list; `total` is how many there are, `next` where the rows go on, if they do."""

    total: int
    start: int
    next: str | None = None
    rows: list[T]


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no answer, and what to do."""

    error: str
