"""`tidings reject`: a person says that a claim is none."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import author_option, change, reason_option, store_option
from tidings.settings import Settings


@click.command("reject", short_help="Decide that a claim is none.")
@click.argument("claim", metavar="CLAIM")
@reason_option
@author_option
@store_option
@click.pass_obj
def command(settings: Settings, claim: str, reason: str, author: str, store: Path | None) -> None:
    """Decide that CLAIM, by its id in `tidings claims --format jsonl`, is none: its report does not say that.

    It is kept and listed as rejected, and counts for nothing: no event, figure, change of hands or brief rests on it.
    """
    from tidings.deciding import decide_rejection  # noqa: PLC0415

    decision = decide_rejection(claim, author, reason, change(settings, store=store))
    click.echo(f"{decision.id} holds; to take it back, run: tidings undo {decision.id}")
