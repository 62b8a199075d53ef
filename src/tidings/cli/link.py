"""`tidings link`: a person says that one report copies another."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import author_option, change, reason_option, store_option
from tidings.settings import Settings


@click.command("link", short_help="Decide that a report copies another.")
@click.argument("one", metavar="REPORT")
@click.argument("other", metavar="ORIGINAL")
@reason_option
@author_option
@store_option
@click.pass_obj
def command(settings: Settings, one: str, other: str, reason: str, author: str, store: Path | None) -> None:
    """Decide that REPORT copies ORIGINAL; both by name in `tidings documents`, or by id.

    All claims of REPORT then count as copied. The decision outranks the rules, and is kept when the store is
    built again.
    """
    from tidings.deciding import decide_copy  # noqa: PLC0415

    decision = decide_copy("same", (one, other), author, reason, change(settings, store=store))
    click.echo(f"{decision.id} holds; to take it back, run: tidings undo {decision.id}")
