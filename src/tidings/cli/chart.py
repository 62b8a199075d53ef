"""`tidings chart`: one picture of what the store knows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tidings.charts import FORMS
from tidings.cli.options import change, store_option
from tidings.settings import Settings
from tidings.situations.control import LEVELS

NAMES = ("control-map", "control", "events", "figures", "voices")
DAY = click.DateTime(["%Y-%m-%d"])


@click.command("chart", short_help="Draw one picture: a map of control, control, events or figures over time, voices.")
@click.argument("name", type=click.Choice(NAMES))
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False), metavar="OUT.png|svg|html")
@store_option
@click.option(
    "--since", type=DAY, metavar="DAY", help="From this day; without it, from a month before the first report."
)
@click.option("--as-of", type=DAY, metavar="DAY", help="Up to this day; without it, up to the newest report.")
@click.option("--known-on", type=DAY, metavar="DAY", help="Control by what was published up to this day.")
@click.option(
    "--level",
    type=click.Choice(LEVELS),
    default="district",
    help="Which units `control` counts; districts unless given.",
)
@click.option(
    "--what",
    default="killed",
    metavar="WHAT",
    help="Which figures: killed, injured, displaced, …; killed unless given.",
)
@click.pass_obj
def command(
    settings: Settings,
    /,
    name: str,
    out: Path,
    store: Path | None,
    level: str,
    what: str,
    **days: datetime | None,
) -> None:
    """Draw one picture into a file, without a network; an .html holds all that it needs and shows more on hovering.

    control-map: who holds which district on a day. control: how many units each side holds, over time. events: by week
    and kind. figures: with their ranges, coloured by who says so. voices: who affirms and who denies what.
    """
    if out.suffix not in FORMS:
        raise click.UsageError(f"a chart is drawn as {', '.join(FORMS)}, not as {out.suffix or out.name!r}")
    if not out.parent.is_dir():
        raise click.UsageError(f"the folder {out.parent} for the chart is not there; make it first")

    from tidings.charts import draw  # noqa: PLC0415
    from tidings.pictures import Asked, make_picture  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415

    settings = change(settings, store=store)
    asked = Asked(level=level, what=what, **{name: day.date() if day else None for name, day in days.items()})
    with open_store(settings.store, settings, read_only=True) as opened:
        spec = make_picture(name, opened, asked)
    out.write_bytes(draw(spec, out.suffix))
    click.echo(f"wrote {out}: {spec['title']['text']}", err=True)
