"""`tidings correct`: a person says what a claim says."""

from __future__ import annotations

from typing import Any

import click

from tidings.cli.options import author_option, change, reason_option, store_option
from tidings.settings import Settings


@click.command("correct", short_help="Correct fields of a claim.")
@click.argument("claim", metavar="CLAIM")
@click.argument("assignments", nargs=-1, required=True, metavar="FIELD=VALUE...")
@reason_option
@author_option
@store_option
@click.pass_obj
def command(settings: Settings, /, claim: str, assignments: tuple[str, ...], **asked: Any) -> None:
    """Correct fields of CLAIM, by its id in `tidings claims --format jsonl`: each is a decision of its own.

    Fields are act, actor, target, place, destination, period, counts, said_by, stance, certainty, manner, hedged, and
    actor_ids, target_ids, place_ids, destination_ids where names alone do not tell. Such as:

    tidings correct clm-0123456789abcdef place=Harrow "counts=killed 12..14 soldiers" --why "misread"

    Everything made from claims then goes by the claim as corrected. What was read is kept: tidings claims --as-read
    """
    from tidings.deciding import decide_correction  # noqa: PLC0415
    from tidings.hand import parse_assignment  # noqa: PLC0415

    values: dict[str, Any] = {}
    for field, value in map(parse_assignment, assignments):
        if field in values:
            raise click.UsageError(f"{field} is given twice; give it one value, with ; between several")
        values[field] = value
    settings = change(settings, store=asked["store"])
    decisions, corrected = decide_correction(claim, values, asked["author"], asked["reason"], settings)
    for decision in decisions:
        click.echo(f"{decision.id} holds: {decision.field}; to take it back, run: tidings undo {decision.id}")
    for field in ("place", "destination"):
        names, ids = getattr(corrected, field), getattr(corrected, f"{field}_ids")
        if field in values and len(ids) < len(names):
            click.echo(
                f"{field}: {'; '.join(names)} is not settled here; to say what is meant, find its id with "
                f"tidings places NAME and run: tidings correct {claim} {field}_ids=ID",
                err=True,
            )
