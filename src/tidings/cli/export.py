"""`tidings export`: the picture in other people's schemas."""

from __future__ import annotations

from pathlib import Path

import click

from tidings.cli.options import change, store_option
from tidings.plugins import BUILT_IN
from tidings.settings import Settings


@click.command("export", short_help="Write events, claims and tables in the schemas of others.")
@click.option("--to", "name", metavar="NAME", required=True, help=f"What to write: {', '.join(BUILT_IN['exporter'])}.")
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@store_option
@click.pass_obj
def command(settings: Settings, name: str, out: Path, store: Path | None) -> None:
    """Write what the store holds to OUT, a file or, for tables, a folder.

    Beside it stands a sidecar: the claims behind each row, what the schema could not hold, such as a denial, a range
    or several speakers, and what was left out, with the reason. Nothing that is planned, feared or denied becomes an
    event.
    """
    from tidings.exporters import export  # noqa: PLC0415
    from tidings.publishing import open_fresh  # noqa: PLC0415

    settings = change(settings, store=store)
    with open_fresh(settings, lambda note: click.echo(f"tidings: {note}", err=True)) as copy:
        done = export(copy.connection, name, out)
    click.echo(f"wrote {done.out}: {done.rows} rows; {done.left_out} left out, with the reasons in {done.sidecar}")
