"""`tidings places`: what a name may mean, and districts that a person brings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tidings.cli.options import listing_options

if TYPE_CHECKING:
    from tidings.gazetteers import Resolution

COLUMNS = ("name", "kind", "adm1", "country", "pcode", "lat", "lon", "score", "chosen", "reasons", "id")
FIND = "find"


class Places(click.Group):
    """A group in which a bare name is looked up."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, "-h", "--help"):
            args = [FIND, *args]
        return super().parse_args(ctx, args)


@click.group("places", cls=Places, short_help="Look a place up by name, or add a country's districts.")
def command() -> None:
    """Look a place up by name, or add the districts of a country.

    `tidings places NAME` is short for `tidings places find NAME`.
    """


@command.command(FIND, short_help="Tell what a name may mean, with scores and reasons.")
@click.argument("name")
@click.option("--context", default="", metavar="TEXT", help="Words around it: a province, other places, a sentence.")
@click.option("--country", metavar="COUNTRY", help="The country a report is about, by name or ISO code.")
@listing_options
def find(name: str, context: str, country: str | None, format_: str | None, out: Path | None) -> None:
    """Tell what a name may mean: its places, the likeliest first, each with its score and what speaks for it.

    `chosen` is true for one that leads by enough to be entered in a claim; where none is, the name is ambiguous.
    Points marked `derived` are the middle of what lies within.
    """
    from tidings.cli.formats import show_rows  # noqa: PLC0415
    from tidings.errors import TidingsError  # noqa: PLC0415
    from tidings.gazetteers import load_gazetteer, look_up  # noqa: PLC0415

    gazetteer = load_gazetteer()
    if country and gazetteer.country(country) is None:
        raise TidingsError(f"no country is called {country!r}; give its English name or its ISO code, such as ML")
    found = look_up(name, gazetteer, context, country)
    if not found.candidates:
        raise TidingsError(f"no place is called {name!r} here; try another spelling, or it without the unit")
    show_rows(_rows(found), COLUMNS, format_, out)


@command.command("add", short_help="Add a country's districts from a GeoJSON file.")
@click.option("--country", required=True, metavar="CODE", help="The country's ISO code of two letters.")
@click.option(
    "--adm2",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Boundaries as OCHA COD-AB or geoBoundaries write them, in GeoJSON.",
)
def add(country: str, adm2: Path) -> None:
    """Add the second-order units of a country, with their boundaries, in place of what is there for it.

    Reports that were read before are read again by the next `tidings read`.
    """
    from tidings.gazetteers import Gazetteer, add_districts  # noqa: PLC0415
    from tidings.gazetteers.shapes import Shapes  # noqa: PLC0415

    added = add_districts(country, adm2, Gazetteer())
    count = len(Shapes(added.folder / "districts.gaz"))
    click.echo(f"added {count} districts of {added.country}; they are kept in {added.folder}")


def _rows(found: Resolution) -> Iterator[dict[str, Any]]:
    for candidate in found.candidates:
        place = candidate.place
        chosen = candidate is found.chosen
        yield {
            "name": place.name,
            "id": place.id,
            "kind": place.kind,
            "adm1": place.adm1,
            "adm2": place.adm2,
            "country": place.country,
            "pcode": place.pcode,
            "lat": place.lat,
            "lon": place.lon,
            "point": place.point.name.lower(),
            "population": place.population or None,
            "score": candidate.score,
            "chosen": chosen,
            "precision": found.precision if chosen else None,
            "reasons": [f"{reason} {amount:+.1f}" for reason, amount in candidate.reasons],
        }
