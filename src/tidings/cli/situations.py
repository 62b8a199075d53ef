"""`tidings situations`: displacement, harm, talks, services, and what was foretold, on any day."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings
from tidings.situations.aspects import ASPECTS, COLUMNS, ask_aspect, count_left_out

if TYPE_CHECKING:
    from tidings.store import Store

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("situations", short_help="List displacement, harm, talks, services, or what was foretold and came.")
@store_option
@listing_options
@click.option("--aspect", type=click.Choice(ASPECTS), required=True, help="Which of them.")
@click.option("--as-of", type=DAY, metavar="DAY", help="How it stood on this day; without it, by the last word.")
@click.option("--known-on", type=DAY, metavar="DAY", help="By what was published up to this day; without it, by all.")
@click.option("--place", metavar="NAME", help="At this place or in it: a name, a P-code or a country's code.")
@click.pass_obj
def command(
    settings: Settings,
    /,
    store: Path | None,
    format_: str | None,
    out: Path | None,
    aspect: str,
    **asked: datetime | str | None,
) -> None:
    """List one aspect of what holds at a place and time, with the claims behind each row.

    displacement: flows over a time apart from stocks at a moment. harm: by place and period, low to high, never added
    up. talks: open, agreed, stalled, broken or contested, by parties. service: open, closed, destroyed or contested,
    by place. foretold: what was planned or feared, and whether it came, came otherwise, did not by then, or is unknown.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.knowing import know_on  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415
    from tidings.store.listing import Listing, plain_numbers  # noqa: PLC0415

    settings = change(settings, store=store)
    as_of, known_on = (day.date() if isinstance(day := asked[key], datetime) else None for key in ("as_of", "known_on"))
    listing = Listing("SELECT * FROM answer ORDER BY rowid", plain_numbers, COLUMNS[aspect])
    with open_store(settings.store, settings, read_only=True) as opened:
        if known_on is not None:
            know_on(opened, known_on, settings.actors)
        ask_aspect(opened.connection, aspect, as_of, str(asked["place"]) if asked["place"] else None)
        show(listing, opened, format_, out)
        tell_left_out(opened, aspect, is_by_day=known_on is not None)


def tell_left_out(store: Store, aspect: str, *, is_by_day: bool) -> None:
    """Says what no row can show: reports without a day, and what does not stand or cannot be told."""
    from tidings.knowing import name_undated  # noqa: PLC0415

    if is_by_day and (undated := name_undated(store)):
        click.echo(f"left out, without a day of publication: {len(undated)}: {', '.join(undated)}", err=True)
    for why, many in count_left_out(store.connection, aspect).items():
        click.echo(f"left out: {many} {why}", err=True)
