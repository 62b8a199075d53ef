"""`tidings actors NAME`: who that is, on whose side, when."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tidings.cli.options import listing_options
from tidings.errors import TidingsError
from tidings.settings import Settings

if TYPE_CHECKING:
    from tidings.actors import ActorTable, Candidate

COLUMNS = ("name", "kind", "country", "of", "allies", "enemies", "score", "id")


@click.command("actors", short_help="Look an actor up: who that is, on whose side, when.")
@click.argument("name")
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="As it was on this day: 2021-06-24."
)
@click.option("--country", metavar="NAME", help="The country that the text is about, where a name is used in several.")
@listing_options
@click.pass_obj
def command(
    settings: Settings,
    /,
    name: str,
    day: datetime | None,
    country: str | None,
    format_: str | None,
    out: Path | None,
) -> None:
    """List whom NAME may mean, best first: what it is, to whom it belongs, its allies and enemies, each with its days.

    A table of your own, named by the setting `actors`, is looked up too.
    """
    from tidings.actors import load_actors  # noqa: PLC0415
    from tidings.cli.formats import show_rows  # noqa: PLC0415

    table = load_actors(*([settings.actors] if settings.actors else []))
    if country is not None and country not in table.states.codes:
        raise TidingsError(f"--country: there is no {country!r}; write it as in: tidings actors {country!r}")
    on = day.date() if day else None
    found = table.find(name, on=on, country=country)
    if not found:
        raise TidingsError(
            f"nobody is called {name!r} in the table of actors; to add them, name your own table in the setting actors"
        )
    show_rows([as_row(candidate, on, table) for candidate in found], COLUMNS, format_, out)


def as_row(candidate: Candidate, on: date | None, table: ActorTable) -> dict[str, Any]:
    """A candidate as a row: the actor, with the ties that hold on the day where one is asked for."""
    actor = candidate.actor
    kind = table.kind(actor)
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "inter": kind.inter,
        "sector": kind.sector,
        "country": list(actor.countries),
        "of": [str(tie) for tie in actor.ties(on)],
        "allies": [str(tie) for tie in actor.allies if tie.holds(on)],
        "enemies": [str(tie) for tie in actor.enemies if tie.holds(on)],
        "aliases": list(actor.aliases),
        "since": actor.since.isoformat() if actor.since else None,
        "until": actor.until.isoformat() if actor.until else None,
        "on": on.isoformat() if on else None,
        "score": candidate.score,
        "reasons": list(candidate.reasons),
        "source": actor.source,
    }
