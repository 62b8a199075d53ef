"""`tidings` itself: finds the verb that was asked for, reads the settings, and tells every trouble in one line."""

from __future__ import annotations

import importlib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from tidings.errors import StoreError, TidingsError
from tidings.settings import load_settings

# in the order in which a newcomer meets them; each stands in the module of its name as `command`
VERBS = {
    "read": "tidings.cli.read",
    "documents": "tidings.cli.documents",
    "claims": "tidings.cli.claims",
    "events": "tidings.cli.events",
    "figures": "tidings.cli.figures",
    "control": "tidings.cli.control",
    "situations": "tidings.cli.situations",
    "diff": "tidings.cli.diff",
    "compare": "tidings.cli.compare",
    "copies": "tidings.cli.copies",
    "origins": "tidings.cli.origins",
    "explain": "tidings.cli.explain",
    "correct": "tidings.cli.correct",
    "reject": "tidings.cli.reject",
    "link": "tidings.cli.link",
    "unlink": "tidings.cli.unlink",
    "judge": "tidings.cli.judge",
    "decisions": "tidings.cli.decisions",
    "undo": "tidings.cli.undo",
    "brief": "tidings.cli.brief",
    "chart": "tidings.cli.chart",
    "serve": "tidings.cli.serve",
    "export": "tidings.cli.export",
    "actors": "tidings.cli.actors",
    "places": "tidings.cli.places",
    "forget": "tidings.cli.forget",
    "doctor": "tidings.cli.doctor",
}
STOPPED = 130


class Trouble(click.ClickException):
    """A TidingsError on its way to the terminal."""

    def show(self, file: Any = None) -> None:
        click.echo(f"tidings: {self.message}", err=True, file=file)


class Verbs(click.Group):
    """A group whose verbs are imported when they are named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(VERBS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TidingsError as error:
            trouble = Trouble(str(error))
            trouble.exit_code = error.exit_code  # type: ignore[misc]  # click reads it off the instance
            raise trouble from error
        except OSError as error:
            if error.filename is None:  # a reader of our output that went away: click's own business
                raise
            reason = f"{error.filename} cannot be used: {error.strerror}; name another, or change what forbids it"
            trouble = Trouble(reason)
            trouble.exit_code = StoreError.exit_code  # type: ignore[misc]
            raise trouble from error
        except KeyboardInterrupt:
            click.echo("tidings: stopped", err=True)
            ctx.exit(STOPPED)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("tidings"), prog_name="tidings")
@click.option(
    "--settings",
    "settings_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Take settings from this file instead of tidings.toml in the current folder.",
)
@click.pass_context
def cli(ctx: click.Context, settings_file: Path | None) -> None:
    """Read reporting on armed conflict, and tell what happened, where and when, and who says so.

    Start with:  tidings read FOLDER  then  tidings claims
    """
    ctx.obj = load_settings(settings_file)
