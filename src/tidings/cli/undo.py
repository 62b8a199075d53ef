"""`tidings undo`: takes back what a person decided."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import author_option, change, store_option
from tidings.settings import Settings


@click.command("undo", short_help="Take back a decision.")
@click.argument("decision_id", metavar="ID")
@author_option
@store_option
@click.pass_obj
def command(settings: Settings, decision_id: str, author: str, store: Path | None) -> None:
    """Take back a decision, by its id in `tidings decisions`: the rules hold again, or an earlier decision."""
    from tidings.deciding import undo_decision  # noqa: PLC0415

    decision = undo_decision(decision_id, author, change(settings, store=store))
    click.echo(f"took back {decision.id}: {decision.verdict}, by {decision.author}: {decision.reason}")
