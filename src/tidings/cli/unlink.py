"""`tidings unlink`: a person says that two reports are no copies of each other."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import author_option, change, reason_option, store_option
from tidings.settings import Settings


@click.command("unlink", short_help="Decide that two reports are no copies.")
@click.argument("one", metavar="REPORT")
@click.argument("other", metavar="OTHER")
@reason_option
@author_option
@store_option
@click.pass_obj
def command(settings: Settings, one: str, other: str, reason: str, author: str, store: Path | None) -> None:
    """Decide that neither of two reports copies the other, by the names in `tidings documents` or by id.

    The decision outranks the rules and is kept when the store is built again.
    """
    from tidings.deciding import decide_copy  # noqa: PLC0415

    decision = decide_copy("different", (one, other), author, reason, change(settings, store=store))
    click.echo(f"{decision.id} holds; to take it back, run: tidings undo {decision.id}")
