"""Writes docs/cli.md from the commands themselves: `make docs`. A test compares the page with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tidings.cli.group import cli

Found = tuple[click.Command, click.Context]
PAGE = Path(__file__).parent / "cli.md"
WIDTH = 110
HEAD = """# The command line

Written by `make docs` from `--help`; edit the commands, not this page. Settings that options stand for: settings.md.

Exit codes: 0 done, 1 nothing could be read, 2 wrong use, 3 store or resource trouble.
"""


def make_page() -> str:
    """The page as it has to be."""
    helps = [
        f"## {context.command_path}\n\n```\n{command.get_help(context)}\n```\n" for command, context in list_commands()
    ]
    return "\n".join([HEAD, *helps])


def list_commands(command: click.Command = cli, above: click.Context | None = None) -> Iterator[Found]:
    """Every command with its context: groups before what stands in them, hidden ones left out."""
    name = command.name if above else "tidings"
    context = click.Context(
        command, above, name, max_content_width=WIDTH, terminal_width=WIDTH, **command.context_settings
    )
    yield command, context
    if isinstance(command, click.Group):
        for word in command.list_commands(context):
            below = command.get_command(context, word)
            if below is not None and not below.hidden:
                yield from list_commands(below, context)


if __name__ == "__main__":
    PAGE.write_text(make_page(), encoding="utf-8")
    print(f"wrote {PAGE.name}")
