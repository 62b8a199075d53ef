"""`tidings diff`: what changed in the picture between two days of knowledge."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings
from tidings.situations.revisions import ASPECTS, COLUMNS, DIFF_SQL

DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    "diff", short_help="List what changed in the picture between two days of knowledge, and by which claims."
)
@click.argument("earlier", type=DAY, metavar="DAY1")
@click.argument("later", type=DAY, metavar="DAY2")
@store_option
@listing_options
@click.option(
    "--aspect", "aspects", type=click.Choice(ASPECTS), multiple=True, help="Of this alone; give it again for more."
)
@click.pass_obj
def command(
    settings: Settings,
    /,
    store: Path | None,
    format_: str | None,
    out: Path | None,
    aspects: tuple[str, ...],
    **days: datetime,
) -> None:
    """List what was told otherwise on DAY2 than on DAY1: control, events, figures and the other situations.

    Each row is new, changed, joined to another, or gone, and names the claims that made the difference. Both pictures
    are made from what had been published by then; reports without a day of publication are left out.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.knowing import lay_two_days, name_undated  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415
    from tidings.store.listing import Listing, plain  # noqa: PLC0415

    earlier, later = days["earlier"].date(), days["later"].date()
    if later < earlier:
        raise click.UsageError(f"DAY1 {earlier} is later than DAY2 {later}; give the earlier day first")
    settings = change(settings, store=store)
    listing = Listing(DIFF_SQL, plain, COLUMNS, {"aspects": list(dict.fromkeys(aspects or ASPECTS))})
    with open_store(settings.store, settings, read_only=True) as opened:
        lay_two_days(opened, earlier, later, settings.actors)
        show(listing, opened, format_, out)
        if undated := name_undated(opened):
            click.echo(f"left out, without a day of publication: {len(undated)}: {', '.join(undated)}", err=True)
