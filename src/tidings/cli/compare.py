"""`tidings compare`: what another data set has and we lack, the reverse, and where figures differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from tidings.cli.options import change, listing_options, store_option
from tidings.settings import Settings
from tidings.situations.compared import COLUMNS, FORMATS, compare, load_theirs, make_codes


@click.command("compare", short_help="Lay a file of ACLED or UCDP beside our events, with the claims.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--from", "format_from", type=click.Choice(FORMATS), required=True, help="Whose columns the file has.")
@store_option
@listing_options
@click.option("--all", "every", is_flag=True, help="List what agrees, too.")
@click.pass_obj
def command(
    settings: Settings,
    /,
    file: Path,
    store: Path | None,
    format_: str | None,
    out: Path | None,
    **asked: Any,
) -> None:
    """List what FILE has and we lack, what we have and FILE lacks, and where the figures of the dead differ.

    FILE is CSV or .xlsx with a header line: the 31 columns of ACLED, or the 49 of UCDP GED. What we alone have is told
    of its countries and within its days; our figures are those of tidings figures --rule acled, or ucdp. Which of the
    two is right is not said.
    """
    from tidings.cli.formats import show  # noqa: PLC0415
    from tidings.gazetteers import load_gazetteer  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415
    from tidings.store.listing import Listing, plain_numbers  # noqa: PLC0415

    settings = change(settings, store=store)
    gazetteer = load_gazetteer()

    def find_code(name: str) -> str | None:
        country = gazetteer.country(name)
        return country.country if country else None

    wanted = "" if asked["every"] else "WHERE found <> 'agree'"
    listing = Listing(f"SELECT * FROM answer {wanted} ORDER BY rowid", plain_numbers, COLUMNS)
    with open_store(settings.store, settings, read_only=True) as opened:
        undated = load_theirs(opened.connection, asked["format_from"], file)
        unknown = make_codes(opened.connection, find_code)
        compare(opened.connection)
        show(listing, opened, format_, out)
        counts = opened.rows("SELECT found, count(*) AS many FROM answer GROUP BY found ORDER BY found")
        tell_counts({row["found"]: row["many"] for row in counts}, undated, unknown)


def tell_counts(counts: dict[str, int], undated: Sequence[int], unknown: Sequence[str]) -> None:
    """Says how much was found of each, and what could not be compared."""
    told = ", ".join(f"{many} {found}" for found, many in counts.items()) or "nothing to compare"
    click.echo(told, err=True)
    if undated:
        click.echo(f"left out, without a day that can be read: lines {', '.join(map(str, undated))}", err=True)
    if unknown:
        click.echo(
            f"countries that are not known, so nothing of ours is set against them: {', '.join(unknown)}", err=True
        )
