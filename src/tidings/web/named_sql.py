"""The questions to a published copy that are SQL: one file each, by name."""

from __future__ import annotations

from functools import cache
from importlib import resources

ROOM = resources.files("tidings.web").joinpath("sql")


@cache
def read_sql(name: str) -> str:
    """The SQL of a question, by the name of its file."""
    return ROOM.joinpath(f"{name}.sql").read_text(encoding="utf-8")
