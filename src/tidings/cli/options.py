"""Options that several verbs share, and how they change the settings."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from tidings.settings import Settings

Verb = TypeVar("Verb", bound=Callable[..., Any])
FORMATS = ("table", "jsonl", "csv", "parquet")


def store_option(verb: Verb) -> Verb:
    """`--store FILE`."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="The store; tidings.duckdb in the current folder unless the settings say otherwise.",
    )(verb)


def listing_options(verb: Verb) -> Verb:
    """`--format` and `--out`."""
    verb = click.option(
        "--out",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Write here instead of to the screen.",
    )(verb)
    return click.option(
        "--format",
        "format_",
        type=click.Choice(FORMATS),
        help="How to write it: a table on a terminal, else jsonl, unless you say so here.",
    )(verb)


def author_option(verb: Verb) -> Verb:
    """`--by NAME`, for what a person decides."""
    return click.option("--by", "author", metavar="NAME", default=name_user, help="Who decides; you, unless named.")(
        verb
    )


def reason_option(verb: Verb) -> Verb:
    """`--why TEXT`, for what a person decides."""
    return click.option("--why", "reason", metavar="TEXT", required=True, help="The reason, kept with the decision.")(
        verb
    )


def name_user() -> str:
    """The name under which the person is known to the system."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a number without a name, as in some containers
        return "unknown"


def change(settings: Settings, **given: object) -> Settings:
    """The settings with whatever was given on the command line in their place."""
    return msgspec.structs.replace(settings, **{key: value for key, value in given.items() if value is not None})
