"""`tidings control`: who holds what, on any day, by what was known on any day."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings

LEVELS = ("district", "city", "province", "crossing")
DAY = click.DateTime(["%Y-%m-%d"])
COLUMNS = ("place", "unit", "pcode", "province", "holder", "state", "since", "standing", "last_heard")
CHANGE_COLUMNS = ("day", "place", "unit", "pcode", "province", "side", "state", "standing", "manner", "manner_standing")
COUNT_COLUMNS = ("day", "act", "unit", "side", "place", "low", "high", "out_of", "ours", "difference", "said_by")


@click.command("control", short_help="List who holds which district, city, province and crossing, and since when.")
@store_option
@listing_options
@click.option("--as-of", type=DAY, metavar="DAY", help="How it stood on this day; without it, by the last word.")
@click.option("--known-on", type=DAY, metavar="DAY", help="By what was published up to this day; without it, by all.")
@click.option("--level", type=click.Choice(LEVELS), help="One kind of unit, with those of which nobody speaks.")
@click.option("--changes", "listed", flag_value="changes", help="List each change of hands that stands, instead.")
@click.option("--refuted", "listed", flag_value="refuted", help="List the changes that were told and refuted, instead.")
@click.option("--counts", "listed", flag_value="counts", help="List counts of units beside our own count, instead.")
@click.option("--unresolved", "listed", flag_value="unresolved", help="List places that could not be told, instead.")
@click.pass_obj
def command(
    settings: Settings,
    /,
    store: Path | None,
    format_: str | None,
    out: Path | None,
    as_of: datetime | None,
    known_on: datetime | None,
    level: str | None,
    listed: str | None,
) -> None:
    """List who holds each unit: held, claimed by its holder alone, contested, or unknown.

    While a unit is contested, the last holder who was not stays on the map. Silence is not control: how many units nobody
    speaks of is said on stderr, and --level lists them.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.situations import control  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415
    from tidings.store.listing import Listing, plain, plain_numbers  # noqa: PLC0415

    settings = change(settings, store=store)
    as_of_day, known_on_day = as_of.date() if as_of else None, known_on.date() if known_on else None
    days = {"as_of": as_of_day, "level": level}
    known = {"known_on": known_on_day}
    listings = {
        None: Listing(control.MAP_SQL, plain, COLUMNS, days),
        "changes": Listing(control.CHANGES_SQL, plain, CHANGE_COLUMNS, days),
        "refuted": Listing(control.SETTLED_SQL, plain, ("day", "place", "unit", "pcode", "province", "side", "standing")),
        "counts": Listing(control.COUNTS_SQL, plain_numbers, COUNT_COLUMNS, known),
        "unresolved": Listing(
            control.UNRESOLVED_SQL, plain, ("place", "first_told", "last_told", "claims"), known
        ),
    }
    with open_store(settings.store, settings, read_only=True) as opened:
        control.know_by(opened.connection, known_on_day)
        show(listings[listed], opened, format_, out)
        if known_on_day and (undated := control.name_undated(opened.connection)):
            click.echo(f"left out, without a day of publication: {len(undated)}: {', '.join(undated)}", err=True)
        if listed is None and level is None:
            for unit, (silent, every) in control.count_silent(opened.connection).items():
                told = f"nobody speaks of {silent} of {every} units of the kind {unit}; to list them: --level {unit}"
                click.echo(told, err=True)
