"""The command line: one file a verb, and nothing heavy imported before a verb runs.

Exit codes: 0 done, 1 nothing could be read, 2 wrong use, 3 store or resource trouble, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import os

# One process, one thread: `--jobs` is what spreads work. Must stand before numpy is imported anywhere.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from tidings.cli.group import cli  # noqa: E402  # after the threads are set


def main() -> None:
    """The entry point of `tidings`."""
    cli(prog_name="tidings")


__all__ = ["cli", "main"]
