"""Writes docs/cli.md from the commands themselves: `make docs`. A test compares the page with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tidings.cli import main as tidings

PAGE = Path(__file__).parent / "cli.md"
WIDTH = 110
HEAD = """# The command line

Written by `make docs` from `--help`; edit the commands, not this page. Settings that options stand for: settings.md.

Exit codes: 0 done, 1 nothing could be read, 2 wrong use, 3 store or resource trouble.
"""


def make_page() -> str:
    """The page as it has to be."""
    return "\n".join([HEAD, *(f"## {name}\n\n```\n{text}\n```\n" for name, text in list_help(tidings, "tidings"))])


def list_help(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """Every command's name and help, groups before what stands in them."""
    with click.Context(command, info_name=name, max_content_width=WIDTH, terminal_width=WIDTH) as context:
        yield name, command.get_help(context)
        if isinstance(command, click.Group):
            for word in command.list_commands(context):
                found = command.get_command(context, word)
                if found is not None and not found.hidden:
                    yield from list_help(found, f"{name} {word}")


if __name__ == "__main__":
    PAGE.write_text(make_page(), encoding="utf-8")
    print(f"wrote {PAGE.name}")
