"""`tidings figures`: how many, with a low, a best and a high; and where the arithmetic does not come out."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings

DEFAULT_RULE, ALL = "tidings", "all"
HOUSE_RULES = ("ucdp", "acled", "airwars", "unama", "ibc")
SQL = """
SELECT what, "of", place, pcode, first, last, basis, "by", out_of, low, best, high, rule, grade, origins, claim_ids, id
FROM figures
WHERE list_contains(?, rule)
ORDER BY place NULLS LAST, what, "of" NULLS LAST, first NULLS LAST, last NULLS LAST, claim_ids,
    list_position(?, rule), id
"""
CHECKS_SQL = """
SELECT kind, what, "of", place, first, last, found, cause, claim_ids, id
FROM figure_checks
ORDER BY kind, place NULLS LAST, what, first NULLS LAST, last NULLS LAST, id
"""
COLUMNS = ("what", "of", "place", "first", "last", "low", "best", "high", "rule", "grade", "origins")
CHECK_COLUMNS = ("kind", "what", "of", "place", "first", "last", "found", "cause")


@click.command("figures", short_help="List figures with low, best and high, and arithmetic that does not come out.")
@store_option
@listing_options
@click.option(
    "--rule",
    "rules",
    type=click.Choice((DEFAULT_RULE, *HOUSE_RULES, ALL)),
    multiple=True,
    help=f"By whose rule; give it again for more, side by side. {DEFAULT_RULE} unless you say so here.",
)
@click.option("--checks", is_flag=True, help="List sums, frames, series and shares that do not come out, instead.")
@click.pass_obj
def command(
    settings: Settings,
    /,
    store: Path | None,
    format_: str | None,
    out: Path | None,
    rules: tuple[str, ...],
    checks: bool,
) -> None:
    """List how many are said to be killed, displaced, held: only like is put together with like.

    `best` is empty where a careful reader would not choose. A number is never repaired: see --checks.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415
    from tidings.store.listing import Listing, plain_numbers  # noqa: PLC0415

    settings = change(settings, store=store)
    asked = list(dict.fromkeys(rules or (DEFAULT_RULE,)))
    wanted = [DEFAULT_RULE, *HOUSE_RULES] if ALL in asked else asked
    listing = (
        Listing(CHECKS_SQL, plain_numbers, CHECK_COLUMNS)
        if checks
        else Listing(SQL, plain_numbers, COLUMNS, (wanted, wanted))
    )
    with open_store(settings.store, settings, read_only=True) as opened:
        show(listing, opened, format_, out)
