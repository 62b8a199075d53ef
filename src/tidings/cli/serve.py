"""`tidings serve`: the map in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tidings.cli.options import change, store_option
from tidings.settings import Settings

REMOTE = (
    "anybody who can reach this machine at {host}:{port} can read every report, claim and figure of {store}; there is "
    "no password and nothing is encrypted. Nothing can be decided from the page."
)


@click.command("serve", short_help="Open the map in a browser: who holds what, and who says so.")
@store_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="HOST", help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="0 takes a free one.")
@click.option("--allow-remote", is_flag=True, help="Let other machines read the store; needed for any other --host.")
@click.option("--read-only", is_flag=True, help="Let nothing be decided from the page.")
@click.option("--open/--no-open", "opens", default=False, help="Open a browser.")
@click.pass_obj
def command(settings: Settings, /, store: Path | None, host: str, port: int, allow_remote: bool, **asked: Any) -> None:
    """Serve the map, and the interface behind it, from a published copy of the store.

    It needs no network and is read by this machine alone. A person at it can decide from the page what `tidings judge`
    decides; --read-only turns that off. What is read meanwhile shows as soon as it is linked. Stop it with Ctrl-C.
    """
    from tidings.serving import serve  # noqa: PLC0415
    from tidings.web.loopback import is_loopback  # noqa: PLC0415

    settings = change(settings, store=store)
    local = is_loopback(host)
    if not local and not allow_remote:
        raise click.UsageError(
            f"--host {host} lets other machines read the whole store; if that is meant, add --allow-remote"
        )
    if not local:
        click.echo(REMOTE.format(host=host, port=port, store=settings.store), err=True)
    serve(
        settings,
        host=host,
        port=port,
        decides=local and not asked["read_only"],
        opens=asked["opens"],
        tell=lambda note: click.echo(note, err=True),
    )
