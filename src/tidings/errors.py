"""Everything that tidings raises, and what a run does about each.

TidingsError
├── SettingsError     stop    lists every problem with its key
├── MissingResource   stop    package, model or gazetteer: says what to run
├── StoreError        stop    damaged, full, newer schema
│   └── StoreHeld     stop    another process has it; a reader takes the copy published last
├── DocumentError     skip    kept as a Drop with stage and reason
└── TaskError         retry   a worker was lost; the same shard again

Each message says what is wrong, where, and what to do next.
"""

from __future__ import annotations


class TidingsError(Exception):
    """Anything tidings can explain. The command line prints it as one line, without a traceback."""

    exit_code = 2


class SettingsError(TidingsError):
    """Settings that cannot be used; `problems` lists every one of them, each with its key."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("settings cannot be used: " + "; ".join(problems))


class MissingResource(TidingsError):  # noqa: N818 - it names what is missing, as the tree above does
    """A package, model or gazetteer is not installed; the message names the command that installs it."""

    exit_code = 3


class StoreError(TidingsError):
    """The store is locked, damaged, out of room, or of a newer schema."""

    exit_code = 3


class StoreHeld(StoreError):  # noqa: N818 - it says how the store is
    """Another process has the store; the message names it."""


class DocumentError(TidingsError):
    """One report cannot be read. The run goes on; the report is kept as a Drop.

    `stage` says which step gave up, `reason` why, `where` in which file and row.
    """

    def __init__(self, stage: str, reason: str, where: str) -> None:
        self.stage = stage
        self.reason = reason
        self.where = where
        super().__init__(f"{where}: {reason}")


class TaskError(TidingsError):
    """A worker was lost before its shard was written; the same shard is tried again."""

    exit_code = 3
