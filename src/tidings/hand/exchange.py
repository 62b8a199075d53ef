"""Decisions as a file that others can load: JSON Lines, one decision a line, as docs/reconcile.md, section 6, tells.

A decision's id is made of what it says, so that a file loaded twice is loaded once.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from tidings.engines.entries import Decided
from tidings.errors import TidingsError
from tidings.hand.fields import check_value
from tidings.records import make_id

# what a decision names, and how its ids begin
NAMES = {"copies": ("reports", "doc-"), "events": ("claims", "clm-"), "claims": ("claims", "clm-")}
VERDICTS = {"copies": ("same", "different"), "events": ("same", "different"), "claims": ("correct", "reject")}


def make_decision_id(decision: Decided) -> str:
    """The id that goes with what a decision says."""
    said = (decision.about, decision.verdict, decision.one, decision.other)
    corrected = (decision.field, decision.value) if decision.about == "claims" else ()
    return make_id("dec", *said, *corrected, decision.author, decision.reason, decision.day)


def write_decisions(decisions: Iterable[Decided]) -> str:
    """The decisions as lines, in the order in which they were taken."""
    rows = (msgspec.to_builtins(decision) for decision in decisions)
    return "".join(msgspec.json.encode({k: v for k, v in row.items() if k != "is"}).decode() + "\n" for row in rows)


def read_decisions(path: Path) -> list[Decided]:
    """The decisions of a file, with their ids; a TidingsError lists every line that cannot be used."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TidingsError(
            f"{path} cannot be read: {error}; name a file that tidings decisions --export made"
        ) from error
    found, problems = [], []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(_read_line(line))
            except (TidingsError, msgspec.MsgspecError) as error:
                problems.append(f"line {number}: {error}")
    if problems:
        raise TidingsError(f"{path} cannot be loaded, and nothing of it was: {'; '.join(problems)}")
    return found


def _read_line(line: str) -> Decided:
    row: dict[str, Any] = msgspec.json.decode(line, type=dict[str, Any])
    decision = msgspec.convert({"id": "", "other": "", **row, "is": "decided"}, Decided)
    if decision.verdict not in VERDICTS[decision.about]:
        raise TidingsError(f"about {decision.about} one decides {' or '.join(VERDICTS[decision.about])}")
    if not decision.one or (decision.about != "claims" and not decision.other):
        raise TidingsError("it does not say what it is about; fill `one`, and `other` where two are meant")
    _check_names(decision)
    if decision.verdict == "correct":
        if decision.field is None:
            raise TidingsError("it does not say which `field` is corrected")
        decision = msgspec.structs.replace(decision, value=check_value(decision.field, decision.value))
    return msgspec.structs.replace(decision, id=make_decision_id(decision))


def _check_names(decision: Decided) -> None:
    """Nothing, or a TidingsError where a name could never come to mean anything, whatever is read."""
    what, prefix = NAMES[decision.about]
    for name in filter(None, (decision.one, decision.other)):
        if not name.startswith(prefix):
            raise TidingsError(f"about {decision.about} one names {what} by their ids ({prefix}…), not {name!r}")
    if decision.one == decision.other:
        raise TidingsError(f"{decision.one} is named twice; `one` and `other` are to be two {what}")
