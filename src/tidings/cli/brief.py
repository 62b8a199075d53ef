"""`tidings brief`: a situation report in which every sentence cites its claims."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from tidings.cli.figures import DEFAULT_RULE, HOUSE_RULES
from tidings.cli.options import change, store_option
from tidings.settings import Settings

FORMS = (".md", ".html", ".pdf")
RULES = (DEFAULT_RULE, *HOUSE_RULES)
DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command("brief", short_help="Write a situation brief; every sentence cites its claims.")
@store_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write here: FILE.md for Markdown, FILE.html for one page, FILE.pdf for paper; else Markdown on the screen.",
)
@click.option("--since", type=DAY, metavar="DAY", help="Only what touches this day or later ones, such as 2021-06-01.")
@click.option("--until", type=DAY, metavar="DAY", help="Only what touches this day or earlier ones.")
@click.option("--place", metavar="NAME", help="Only what is told of this place, or of places in it.")
@click.option("--actor", metavar="NAME", help="Only what this actor or side does, suffers or says.")
@click.option(
    "--rule", type=click.Choice(RULES), default=RULES[0], help="The house rule for figures; ours unless given."
)
@click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="Your own brief.md.j2, brief.html.j2, brief.css or brief.typ, in place of ours, file by file.",
)
@click.pass_obj
def command(
    settings: Settings,
    /,
    store: Path | None,
    out: Path | None,
    since: datetime | None,
    until: datetime | None,
    templates: Path | None,
    **asked: str,
) -> None:
    """Write what the reports tell, by theme and day: who says so, how sure they are, and the evidence word for word.

    Pictures stand in the HTML and PDF forms. What is planned, feared or foretold stands apart, under Outlook.
    """
    first, last = as_day(since), as_day(until)
    if first and last and first > last:
        raise click.UsageError(f"--since {first} is later than --until {last}; give the earlier day first")
    if out is not None:
        check_out(out)

    from tidings.briefing import NO_PICTURES, PICTURES_OF, Wanted, brief_store, draw_pictures, write_brief  # noqa: PLC0415
    from tidings.briefs import write_markdown  # noqa: PLC0415
    from tidings.store import open_store  # noqa: PLC0415

    settings = change(settings, store=store)
    wanted = Wanted(since=first, until=last, **asked)
    with open_store(settings.store, settings, read_only=True) as opened:
        form = PICTURES_OF.get(out.suffix) if out is not None else None
        drawn = draw_pictures(opened, wanted, form) if form else NO_PICTURES
        brief = brief_store(opened, wanted, drawn)
    for reason in drawn.left_out:
        click.echo(f"left out: {reason}", err=True)
    if out is None:
        click.echo(write_markdown(brief, templates), nl=False)
    else:
        write_brief(brief, out, templates)
        click.echo(f"wrote {out}: {brief.figures.events} events, {brief.figures.statements} statements", err=True)


def as_day(given: datetime | None) -> date | None:
    return given.date() if given else None


def check_out(out: Path) -> None:
    """Nothing, or an error about where the brief was to go, before any work is done."""
    if out.suffix not in FORMS:
        raise click.UsageError(f"a brief is written as {', '.join(FORMS)}, not as {out.suffix or out.name!r}")
    if not out.parent.is_dir():
        raise click.UsageError(f"the folder {out.parent} for --out is not there; make it first")
