"""`tidings copies`: which report reprints which."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings


@click.command("copies", short_help="List the reports that reprint others, and how one knows.")
@store_option
@listing_options
@click.pass_obj
def command(settings: Settings, store: Path | None, format_: str | None, out: Path | None) -> None:
    """List every report that reprints another in full or in part: a claim in a copy adds no voice.

    `share` is how much of the report stands in the original, by runs of five words. Where this is wrong, decide with
    tidings link and tidings unlink.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.store import list_copies, open_store  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        show(list_copies(), opened, format_, out)
