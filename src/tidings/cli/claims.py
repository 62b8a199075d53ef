"""`tidings claims`: what the reports say, and who says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings


@click.command("claims", short_help="List the claims: who is said to have done what, and who says so.")
@store_option
@listing_options
@click.option("--where", metavar="SQL", help="Only claims for which this holds, such as: act = 'harm.kill'.")
@click.option("--explain", is_flag=True, help="Also name the words and rules that made each claim.")
@click.option("--every-version", is_flag=True, help="Also claims of versions of a report that a later one replaced.")
@click.option("--as-read", is_flag=True, help="As the machine read them, before any person's correction.")
@click.pass_obj
def command(settings: Settings, /, store: Path | None, format_: str | None, out: Path | None, **asked: Any) -> None:
    """List the claims that the reports make, each with its evidence word for word.

    Where a person corrected a claim it is listed as corrected, and `corrected` says by whom and why; one that a person
    rejected is listed with the reason in `rejected`, and counts for nothing.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.store import check_where, list_claims, open_store  # noqa: PLC0415

    listing = list_claims(**asked)
    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        if asked["where"] is not None:
            check_where(opened, listing)
        show(listing, opened, format_, out)
