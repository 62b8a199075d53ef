"""Reads reporting on armed conflict and tells what happened, where and when, and who says so.

import tidings

with tidings.open("war.duckdb") as store:
    claims = store.claims("act = 'harm.kill'")  # an Arrow table: polars, pandas and GeoPandas take it as it is
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tidings.library import OpenStore
    from tidings.settings import Settings

__all__ = ["open"]


def open(path: str | Path, settings: Settings | None = None) -> OpenStore:
    """The picture in a store as tables, published first where it has changed. docs/cookbook.md shows how to use it."""
    from tidings.library import open_library  # noqa: PLC0415  # `import tidings` alone loads nothing heavy

    return open_library(path, settings)
