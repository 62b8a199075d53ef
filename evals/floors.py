"""The floors: scores that may not fall, kept in floors.json with the fingerprint of the exam they were measured on."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.score import SCORES

FLOORS = Path(__file__).parent / "floors.json"
STEP = 0.5  # floors stand on half points, so that a change of one claim in a thousand does not move them
FEWEST = 20  # a score that rests on fewer gold claims moves too far with each to be held
CEILING = "found_as_happened"
CEILINGS = frozenset({CEILING, "spurious_per_right", "forbidden"})  # the scores that may not rise


@dataclass(frozen=True)
class Check:
    """One line of the gate's table."""

    part: str
    score: str
    floor: float | None
    now: float

    @property
    def holds(self) -> bool:
        if self.floor is None:
            return False
        return self.now <= self.floor if self.score in CEILINGS else self.now >= self.floor

    @property
    def verdict(self) -> str:
        if self.floor is None:
            return "NO FLOOR YET"
        return "holds" if self.holds else "RISEN" if self.score in CEILINGS else "FALLEN"


def read_floors(path: Path = FLOORS) -> dict[str, Any]:
    if not path.exists():
        return {"exams": {}, "scores": {}}
    floors: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Mapping[str, Any], path: Path = FLOORS) -> None:
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def check_part(name: str, scores: Mapping[str, Any], floors: Mapping[str, Any]) -> Iterator[Check]:
    """Each score of a part beside its floor, save those that rest on too little."""
    held = floors["scores"].get(name, {})
    reached = {score: scores[score]["f1"] for score in SCORES} | {CEILING: scores[CEILING]}
    for score, now in reached.items():
        if scores["rests_on"].get(score, scores["gold"]) >= FEWEST:
            yield Check(name, score, held.get(score), now)


def raise_floors(floors: Mapping[str, Any], checks: list[Check]) -> dict[str, Any]:
    """New floors: each the better of what it was and what is reached now. Never lower."""
    raised = {part: dict(held) for part, held in floors["scores"].items()}
    for check in checks:
        held = raised.setdefault(check.part, {})
        reached = round_to_step(check)
        if check.floor is None:
            held[check.score] = reached
        else:
            held[check.score] = (min if check.score in CEILINGS else max)(check.floor, reached)
    return {**floors, "scores": raised}


def round_to_step(check: Check) -> float:
    """The half point at or below a score; at or above it for those that may not rise."""
    to_step = math.ceil if check.score in CEILINGS else math.floor
    return to_step(check.now / STEP) * STEP
