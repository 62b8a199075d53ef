"""`tidings control`: who holds what, on any day, by what was known on any day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings
from tidings.situations.control import (
    CHANGES_SQL,
    COUNTS_SQL,
    LEVELS,
    MAP_SQL,
    REFUTED_SQL,
    UNRESOLVED_SQL,
    count_silent,
    know_by,
    name_undated,
)

if TYPE_CHECKING:
    from tidings.store import Listing, Store

DAY = click.DateTime(["%Y-%m-%d"])
COLUMNS = (
    *("place", "unit", "pcode", "province", "holder", "state", "since", "standing", "leans_to", "why", "last_heard"),
)
CHANGE_COLUMNS = (
    *("day", "place", "unit", "pcode", "province", "side", "state", "standing", "leans", "why"),
    *("manner", "manner_standing"),
)
REFUTED_COLUMNS = ("day", "place", "unit", "pcode", "province", "side", "standing")
UNRESOLVED_COLUMNS = ("place", "first_told", "last_told", "claims")
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
    listed: str | None,
    **asked: Any,
) -> None:
    """List who holds each unit: held, claimed by its holder alone, contested, or unknown.

    While a unit is contested, the last holder who was not stays on the map, and leans_to says to whom the evidence
    leans, and why. Silence is not control: how many units
    nobody speaks of is said on stderr, and --level lists them.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415

    settings = change(settings, store=store)
    as_of, known_on = (asked[name].date() if asked[name] else None for name in ("as_of", "known_on"))
    listing = find_listing(listed, as_of, known_on, asked["level"])
    with open_store(settings.store, settings, read_only=True) as opened:
        know_by(opened.connection, known_on)
        show(listing, opened, format_, out)
        tell_left_out(opened, known_on, names_silent=listed is None and asked["level"] is None)


def find_listing(listed: str | None, as_of: date | None, known_on: date | None, level: str | None) -> Listing:
    """What is to be shown; days and levels that a listing does not know are wrong use."""
    from tidings.store.listing import Listing, plain, plain_numbers  # noqa: PLC0415

    if listed in ("counts", "unresolved"):
        if as_of or level:
            raise click.UsageError(f"--{listed} takes --known-on, but no --as-of and no --level")
        known = {"known_on": known_on}
        if listed == "counts":
            return Listing(COUNTS_SQL, plain_numbers, COUNT_COLUMNS, known)
        return Listing(UNRESOLVED_SQL, plain, UNRESOLVED_COLUMNS, known)
    sql, columns = {
        None: (MAP_SQL, COLUMNS),
        "changes": (CHANGES_SQL, CHANGE_COLUMNS),
        "refuted": (REFUTED_SQL, REFUTED_COLUMNS),
    }[listed]
    return Listing(sql, plain, columns, {"as_of": as_of, "level": level})


def tell_left_out(store: Store, known_on: date | None, *, names_silent: bool) -> None:
    """Says what no row can show: reports without a day, and the units that nobody speaks of."""
    if known_on and (undated := name_undated(store.connection)):
        click.echo(f"left out, without a day of publication: {len(undated)}: {', '.join(undated)}", err=True)
    for unit, (silent, every) in count_silent(store.connection).items() if names_silent else ():
        click.echo(f"nobody speaks of {silent} of {every} units of the kind {unit}; see --level {unit}", err=True)
