"""tidings.toml -> frozen Settings. Every problem is told at once, each with its key.

store = "war.duckdb"      # beside the settings file, unless absolute
engine = "processes"
jobs = 2
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import msgspec

from tidings.errors import SettingsError

FILE_NAME = "tidings.toml"
PATHS = ("store", "publishers", "actors")
Positive = Annotated[int, msgspec.Meta(ge=1)]
Name = Annotated[str, msgspec.Meta(min_length=1)]
Amount = Annotated[str, msgspec.Meta(pattern=r"^\d+(\.\d+)? ?([KMGT]i?B)$")]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a run is set to. `memory_limit` and `threads` bound the store, `shard_characters` the text in one shard."""

    store: Path = Path("tidings.duckdb")
    engine: Name = "inline"
    jobs: Positive = 1
    reading: Name = "english"
    text_key: Name | None = None
    publishers: Path | None = None
    actors: Path | None = None
    memory_limit: Amount = "2GB"
    threads: Positive = 2
    shard_characters: Positive = 200_000


def load_settings(path: Path | None = None) -> Settings:
    """The settings of this file; else of a tidings.toml in the current folder, if there is one; else the defaults."""
    if path is None:
        path = Path(FILE_NAME)
        if not path.is_file():
            return Settings()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError([f"{path} cannot be read: {error.strerror}"]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError([f"{path} is not TOML: {error}"]) from error
    return make_settings(table, path.parent)


def make_settings(table: Mapping[str, Any], folder: Path = Path()) -> Settings:
    """Settings from a table of keys, paths in it taken from `folder`; SettingsError with all that is wrong."""
    types = get_type_hints(Settings, include_extras=True)
    values: dict[str, Any] = {}
    problems: list[str] = []
    for key, value in table.items():
        if key not in types:
            problems.append(f"{key}: no such setting{_like(key, list(types))}")
            continue
        try:
            values[key] = msgspec.convert(value, types[key], dec_hook=_make_path)
        except msgspec.ValidationError as error:
            expected = "Expected a size such as 2GB" if types[key] is Amount else str(error)
            problems.append(f"{key}: {expected} (got {value!r})")
    if problems:
        raise SettingsError(problems)
    values |= {key: folder / values[key] for key in PATHS if values.get(key) is not None}
    return Settings(**values)


def _make_path(kind: type, value: object) -> Path:
    if kind is not Path or not isinstance(value, str) or not value:
        raise ValueError("Expected the path of a file")
    return Path(value)


def _like(key: str, keys: list[str]) -> str:
    near = difflib.get_close_matches(key, keys, n=1)
    return f"; did you mean {near[0]}?" if near else f"; known are {', '.join(keys)}"
