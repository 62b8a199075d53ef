"""What a person decides from the page."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence

from tidings.deciding import decide_correction, decide_event, decide_rejection
from tidings.hand import FIELDS, parse_assignment
from tidings.publishing import open_fresh
from tidings.serving.copies import Copies
from tidings.settings import Settings


class Person:
    """A person at this machine: what is decided from the page goes the same way as from the command line."""

    verbs: Sequence[str] = ("judge", "correct", "reject")
    fields: Sequence[str] = tuple(name for name in FIELDS if not name.endswith("_ids"))

    def __init__(self, settings: Settings, copies: Copies) -> None:
        self._settings = settings
        self._copies = copies
        self._lock = threading.Lock()

    def decide(self, verb: str, asked: Mapping[str, str]) -> str:
        """Enters one decision at a time, and shows it once it is published."""
        decide = {"judge": self._judge, "correct": self._correct, "reject": self._reject}[verb]
        with self._lock:
            said = decide(asked)
            open_fresh(self._settings).close()
        self._copies.renew()
        return said

    def _judge(self, asked: Mapping[str, str]) -> str:
        verdict, one, other, reason, author = _fields(asked, "verdict", "one", "other", "why", "by")
        if verdict not in ("same", "different"):
            raise ValueError(f"a verdict is same or different, not {verdict!r}")
        decision = decide_event(
            "same" if verdict == "same" else "different", (one, other), author, reason, self._settings
        )
        return f"{decision.id} holds; to take it back, run: tidings undo {decision.id}"

    def _correct(self, asked: Mapping[str, str]) -> str:
        claim, field, reason, author = _fields(asked, "claim", "field", "why", "by")
        values = dict([parse_assignment(f"{field}={asked.get('value', '')}")])
        made, _ = decide_correction(claim, values, author, reason, self._settings)
        return "; ".join(f"{one.id} holds; to take it back, run: tidings undo {one.id}" for one in made)

    def _reject(self, asked: Mapping[str, str]) -> str:
        claim, reason, author = _fields(asked, "claim", "why", "by")
        decision = decide_rejection(claim, author, reason, self._settings)
        return f"{decision.id} holds; to take it back, run: tidings undo {decision.id}"


def _fields(asked: Mapping[str, str], *names: str) -> list[str]:
    missing = [name for name in names if not asked.get(name, "").strip()]
    if missing:
        raise ValueError(f"these are missing: {', '.join(missing)}")
    return [asked[name].strip() for name in names]
