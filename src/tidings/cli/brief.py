"""`tidings brief`: a situation report in which every sentence cites its claims."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from tidings.cli.options import change, store_option
from tidings.settings import Settings

FORMS = (".md", ".html")
DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("brief", short_help="Write a situation brief; every sentence cites its claims.")
@store_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write here: FILE.md for Markdown, FILE.html for one page; without it, Markdown on the screen.",
)
@click.option("--since", type=DAY, metavar="DAY", help="Only what touches this day or later ones, such as 2021-06-01.")
@click.option("--until", type=DAY, metavar="DAY", help="Only what touches this day or earlier ones.")
@click.pass_obj
def command(
    settings: Settings, /, store: Path | None, out: Path | None, since: datetime | None, until: datetime | None
) -> None:
    """Write what the reports tell, by theme and day: who says so, how sure they are, and the evidence word for word."""
    first, last = as_day(since), as_day(until)
    if first and last and first > last:
        raise click.UsageError(f"--since {first} is later than --until {last}; give the earlier day first")
    if out is not None:
        check_out(out)

    from tidings.briefs import make_brief, write_html, write_markdown  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_store(settings.store, settings, read_only=True) as opened:
        brief = make_brief(opened.connection, first, last)
    if out is None:
        click.echo(write_markdown(brief), nl=False)
    else:
        out.write_text(write_html(brief) if out.suffix == ".html" else write_markdown(brief), encoding="utf-8")
        click.echo(f"wrote {out}: {brief.figures.events} events, {brief.figures.statements} statements", err=True)


def as_day(given: datetime | None) -> date | None:
    return given.date() if given else None


def check_out(out: Path) -> None:
    """Nothing, or an error about where the brief was to go, before any work is done."""
    if out.suffix not in FORMS:
        raise click.UsageError(f"a brief is written as {' or '.join(FORMS)}, not as {out.suffix or out.name!r}")
    if not out.parent.is_dir():
        raise click.UsageError(f"the folder {out.parent} for --out is not there; make it first")
