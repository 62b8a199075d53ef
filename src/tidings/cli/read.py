"""`tidings read`: articles into the store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tidings.cli.options import change, store_option
from tidings.settings import Settings

if TYPE_CHECKING:
    from tidings.engines.runs import RunCounts

NOTHING_READ, STOPPED = 1, 130
FIRST_FEW = 3
DROPS = """
SELECT stage, reason, "where" FROM drops
WHERE coalesce(document_id, id) IN (SELECT unnest(?)) ORDER BY stage, "where", reason
"""


@click.command("read", short_help="Read reports into the store.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@store_option
@click.option("--engine", metavar="NAME", help="Where to read: inline (here) or processes (several at once).")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes.")
@click.option("--text-key", metavar="K", help="The key or column that holds the text, where it is not a usual one.")
@click.option(
    "--publishers",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="The table of publishers, instead of the publishers.csv beside what is read.",
)
@click.pass_obj
def command(settings: Settings, /, paths: tuple[Path, ...], store: Path | None, **given: Any) -> None:
    """Read files and folders: .txt, .html, .jsonl, .csv and feeds (.xml).

    What was read before is not read again. A report that cannot be read is left out with the reason; it stops nothing.
    Stop it when you like with Ctrl-C: the same command goes on from there.
    """
    from tidings.pipeline import read  # noqa: PLC0415  # heavy, and only this verb needs it

    if given["engine"] is None and (given["jobs"] or 1) != 1:
        given["engine"] = "processes"
    settings = change(settings, store=store, **given)
    with progress() as tell:
        try:
            counts = read(paths, settings, tell)
        except KeyboardInterrupt:
            click.echo("tidings: stopped; what was read is kept. Run the same command again to go on.", err=True)
            click.get_current_context().exit(STOPPED)
    report(counts, settings)
    if counts.new + counts.again + counts.known == 0:
        click.echo("tidings: nothing could be read", err=True)
        click.get_current_context().exit(NOTHING_READ)


def report(counts: RunCounts, settings: Settings) -> None:
    """What became of everything that was found, and where to look next."""
    click.echo(f"found {counts.found}: {counts.new} new, {counts.again} read again, {counts.known} known already, "
               f"{counts.dropped} dropped")  # fmt: skip
    click.echo(f"made {counts.claims} claims from {counts.sentences} sentences; the store is {settings.store}")
    if counts.left_out:
        _report_drops(settings, counts.left_out)


def _report_drops(settings: Settings, left_out: list[str]) -> None:
    from tidings.store import open_store  # noqa: PLC0415

    with open_store(settings.store, settings, read_only=True) as store:
        drops = list(store.rows(DROPS, [left_out]))
    by_stage: dict[str, list[str]] = {}
    for drop in drops:
        by_stage.setdefault(drop["stage"], []).append(f"{drop['where']}: {drop['reason']}")
    for stage, lines in by_stage.items():
        told = "noted" if stage == "note" else f"dropped at {stage}"
        click.echo(f"{told}: {len(lines)}", err=True)
        for line in lines[:FIRST_FEW]:
            click.echo(f"  {line}", err=True)
    if any(len(lines) > FIRST_FEW for lines in by_stage.values()):
        click.echo(f"  to see all: tidings documents --store {settings.store}", err=True)


@contextmanager
def progress() -> Iterator[Callable[[RunCounts], None]]:
    """A line that tells how far the run is; only on a terminal, and only on stderr."""
    if not sys.stderr.isatty():
        yield lambda counts: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")

        def tell(counts: RunCounts) -> None:
            read = counts.new + counts.again
            words = f"{read} read, {counts.known} known already, {counts.dropped} dropped, {counts.claims} claims"
            bar.update(task, description=words)

        yield tell
