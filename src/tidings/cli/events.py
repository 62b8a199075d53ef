"""`tidings events`: what the claims speak of, each with its standing."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings

# the newest first; events without a day last
SQL = """
SELECT id, act, actor, target, place, first, last, standing, manner_standing, len(claim_ids) AS claims, claim_ids
FROM events
ORDER BY coalesce(last, first) DESC NULLS LAST, first DESC NULLS LAST, act, place, id
"""
COLUMNS = ("act", "actor", "target", "place", "first", "last", "standing", "claims", "id")


@click.command("events", short_help="List the events: claims that speak of the same thing, and how it stands.")
@store_option
@listing_options
@click.pass_obj
def command(settings: Settings, /, store: Path | None, format_: str | None, out: Path | None) -> None:
    """List the events, the newest first: act, sides, place, days, standing, and the claims that tell them.

    The standing says how an event is told, never that it is true: reported, planned, feared, denied or doubtful.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.store import Listing, open_store  # noqa: PLC0415
    from tidings.store.listing import plain  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        show(Listing(SQL, plain, COLUMNS), opened, format_, out)
