"""Acts against the gold sentences of PLOVER: does a sentence yield an event of the class that its coders gave it?

    python -m evals.acts PATH [--json]

PATH is the file of records (`id`, `event`, `text`). Each text is read as a report of its own; `acts_map.toml` turns the
acts of its claims into the classes of 2016. A claim whose evidence lies within that of another tells what the other
speaks of, and is no event of its own: coders give one event to what a sentence says. A record is found where its class
is among those of its sentence; every other class that the sentence yields is spurious. INVESTIGATE counts as missed.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import msgspec

from evals.reading import load_reading
from tidings.records import Certainty, Claim, Document, Stance

MAP = Path(__file__).parent / "acts_map.toml"


class Row(msgspec.Struct, frozen=True, rename={"name": "class"}):
    """One row of the map: the class, and the claims that are of it."""

    name: str
    acts: tuple[str, ...]
    certainty: tuple[Certainty, ...] = ("happened", "ongoing")
    stance: tuple[Stance, ...] = ("asserts",)
    by: str | None = None


class Map(msgspec.Struct, frozen=True):
    """From claims to classes: the first row that fits decides."""

    row: tuple[Row, ...]
    forces: frozenset[str]

    def class_of(self, claim: Claim) -> str | None:
        """The class of a claim, or None where it is no event."""
        return next((row.name for row in self.row if self._fits(row, claim)), None)

    def _fits(self, row: Row, claim: Claim) -> bool:
        return (
            claim.certainty in row.certainty
            and claim.stance in row.stance
            and any(fnmatch(claim.act, act) for act in row.acts)
            and (row.by is None or not self.forces.isdisjoint(" ".join(claim.actor).lower().split()))
        )


@cache
def load_map() -> Map:
    return msgspec.convert(tomllib.loads(MAP.read_text(encoding="utf-8")), Map)


class Answer(msgspec.Struct, frozen=True):
    """One sentence: the classes that its records have, one a record, and those that it yields."""

    gold: tuple[str, ...]
    found: frozenset[str]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", action="store_true", help="only the last line, one JSON object")
    asked = parser.parse_args(arguments)
    answers = list(read_file(asked.path))
    scores = summary(answers)
    if not asked.json:
        records = Counter(name for answer in answers for name in answer.gold)
        for name, value in scores.items():
            print(f"{name:20}{value:7.1f}", f"of {records[name]}" if name in records else "")
    print(json.dumps(scores))


def score_file(path: Path) -> dict[str, float]:
    """The scores over all records of a file."""
    return summary(list(read_file(path)))


def read_file(path: Path) -> Iterator[Answer]:
    """An answer for each sentence of a file of records."""
    classes: dict[str, list[str]] = {}
    for record in json.loads(path.read_text(encoding="utf-8")):
        if record.get("text"):
            classes.setdefault(record["text"], []).append(record["event"])
    for number, (text, gold) in enumerate(classes.items()):
        document = Document(id=f"doc-{number}", work=f"wrk-{number}", own_id=str(number), text=text, language="en")
        yield Answer(tuple(gold), classes_of(load_reading().read_document(document).claims))


def classes_of(claims: Iterable[Claim]) -> frozenset[str]:
    """The classes of the events of one sentence."""
    told = [(claim, load_map().class_of(claim)) for claim in claims]
    return frozenset(name for claim, name in told if name and not _is_content(claim, [c for c, _ in told]))


def _is_content(claim: Claim, others: Iterable[Claim]) -> bool:
    """Whether a claim lies within another, longer one, which speaks of it."""
    return any(
        other.start <= claim.start and claim.end <= other.end and claim.end - claim.start < other.end - other.start
        for other in others
    )


def summary(answers: Sequence[Answer]) -> dict[str, float]:
    """Percent of the records found, in all and for each class, and how many spurious events come with a right one."""
    records: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for answer in answers:
        records.update(answer.gold)
        right.update(name for name in answer.gold if name in answer.found)
    spurious = sum(len(answer.found - set(answer.gold)) for answer in answers)
    by_class = {name: round(100 * right[name] / records[name], 1) for name in sorted(records)}
    found = 100 * right.total() / (records.total() or 1)
    return {"found": round(found, 1), "spurious_per_right": round(spurious / (right.total() or 1), 2), **by_class}


if __name__ == "__main__":
    main()
