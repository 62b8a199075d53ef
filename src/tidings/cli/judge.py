"""`tidings judge`: a person says whether two claims speak of one event."""

from __future__ import annotations

from typing import Any, Literal

import click

from tidings.cli.options import author_option, change, reason_option, store_option
from tidings.settings import Settings


@click.command("judge", short_help="Decide whether two claims speak of one event.")
@click.argument("verdict", type=click.Choice(["same", "different"]))
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@reason_option
@author_option
@store_option
@click.pass_obj
def command(settings: Settings, /, verdict: Literal["same", "different"], one: str, other: str, **asked: Any) -> None:
    """Decide whether A and B, claims or events, speak of the same event; an event stands for its earliest claim.

    Same puts their events together; different takes the later claim out of the event. The decision outranks the rules
    and is kept when the store is built again.
    """
    from tidings.deciding import decide_event  # noqa: PLC0415

    settings = change(settings, store=asked["store"])
    decision = decide_event(verdict, (one, other), asked["author"], asked["reason"], settings)
    click.echo(f"{decision.id} holds; to take it back, run: tidings undo {decision.id}")
