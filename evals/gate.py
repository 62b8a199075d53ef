"""The gate: no score may fall below its floor, and no exam may change unseen.

    .venv/bin/python -m evals.gate [--bench FOLDER] [--raise] [--new-exam SET]

Without --bench, the sets that the project ships; with it, those of the folder and its corpora too. `--raise` writes
higher floors where more is reached, and floors for what has none; it never lowers one. When the gold of a set was
changed on purpose, `--new-exam SET` takes its new fingerprint and measures its floors anew: say in the commit what
changed and why.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from evals.claims import Reader, read_parts
from evals.corpora import Corpus, check_corpora, find_corpora
from evals.floors import FLOORS, Check, check_part, raise_floors, read_floors, write_floors
from evals.sets import SHIPPED, GoldSet, find_sets


class Exam(Protocol):
    """What floors are measured on: a gold set, or a gold table of a later part of the flow."""

    @property
    def name(self) -> str: ...

    def fingerprint(self) -> str: ...

    def parts(self) -> Mapping[str, int | None]: ...


@dataclass(frozen=True)
class Result:
    """What the gate saw: every score beside its floor, and the exams that are not the ones the floors speak of."""

    checks: list[Check] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.changed and all(check.holds for check in self.checks)

    @property
    def fell(self) -> bool:
        return any(not check.holds for check in self.checks if check.floor is not None)


def run_gate(gold_sets: Iterable[GoldSet], read: Reader, floors: dict[str, Any]) -> Result:
    """Scores every set and holds it to its floors."""
    result = Result()
    for gold_set in gold_sets:
        result.changed.extend(find_changed([gold_set], floors))
        for part in read_parts([gold_set], read):
            result.checks.extend(check_part(part.name, part.scores(), floors))
    return result


def find_changed(exams: Iterable[Exam], floors: Mapping[str, Any]) -> list[str]:
    """The names of the exams whose gold is not what their floors were measured on."""
    return [exam.name for exam in exams if floors["exams"].get(exam.name) not in (None, exam.fingerprint())]


def take_exam(gold_sets: Iterable[Exam], floors: dict[str, Any], renewed: Iterable[str] = ()) -> dict[str, Any]:
    """Floors that know the fingerprint of every set; those named in `renewed` begin anew, without floors."""
    exams, scores = dict(floors["exams"]), dict(floors["scores"])
    for gold_set in gold_sets:
        if gold_set.name in renewed:
            exams[gold_set.name] = gold_set.fingerprint()
            scores = {part: held for part, held in scores.items() if part not in gold_set.parts()}
        exams.setdefault(gold_set.name, gold_set.fingerprint())
    return {**floors, "exams": exams, "scores": scores}


def format_result(result: Result, gold_sets: Sequence[Exam]) -> str:
    """The table, and below it what is wrong and what to do about it."""
    lines = [f"scored: {', '.join(s.name for s in gold_sets)}", f"{'set':14}{'score':20}{'floor':>7}{'now':>7}"]
    for check in result.checks:
        floor = "-" if check.floor is None else f"{check.floor:.1f}"
        lines.append(f"{check.part:14}{check.score:20}{floor:>7}{check.now:>7.1f}  {check.verdict}")
    lines += [
        f"The exam changed: the gold of {name} is not what its floors were measured on. Put it back, or look the "
        f"change over and run: .venv/bin/python -m evals.gate --new-exam {name}"
        for name in result.changed
    ]
    if any(check.floor is None for check in result.checks):
        lines.append("Some scores have no floor yet; run: .venv/bin/python -m evals.gate --raise")
    if result.fell:
        lines.append("A score is worse than its floor. .venv/bin/python -m evals.claims --show 20 shows where.")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, metavar="FOLDER", help="score the sets of this folder too")
    parser.add_argument("--raise", dest="raises", action="store_true", help="write higher floors, never lower ones")
    parser.add_argument("--new-exam", action="append", default=[], metavar="SET", help="the gold of SET was changed")
    asked = parser.parse_args(arguments)
    gold_sets = [*SHIPPED, *(find_sets(asked.bench) if asked.bench else [])]
    corpora = find_corpora(asked.bench) if asked.bench else []
    known = [*(gold_set.name for gold_set in gold_sets), "figures", "control", *(corpus.name for corpus in corpora)]
    unknown = set(asked.new_exam) - set(known)
    if unknown:
        parser.error(f"no such set: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    sys.exit(_run(gold_sets, corpora, asked.raises, asked.new_exam))


def _run(gold_sets: list[GoldSet], corpora: list[Corpus], raises: bool, renewed: list[str]) -> int:
    from evals.control import ControlExam, check_control  # noqa: PLC0415 (as below)
    from evals.control import score_parts as score_control  # noqa: PLC0415 (as below)
    from evals.figures import FigureExam, check_figures, score_parts  # noqa: PLC0415 (as below)
    from evals.reading import read_claims  # noqa: PLC0415 (loads the model: not for --help)

    exams: list[Exam] = [*gold_sets, FigureExam(), ControlExam(), *corpora]
    floors = take_exam(exams, read_floors(), renewed)
    result = run_gate(gold_sets, read_claims, floors)
    result.changed.extend(find_changed([FigureExam(), ControlExam(), *corpora], floors))
    result.checks.extend(check_figures(score_parts(), floors))
    result.checks.extend(check_control(score_control(), floors))
    result.checks.extend(check_corpora(corpora, floors))
    print(format_result(result, exams))
    if (raises or renewed) and not result.changed:
        write_floors(raise_floors(floors, result.checks))
        print(f"wrote {FLOORS.name}")
        return int(result.fell)
    return int(not result.holds)


if __name__ == "__main__":
    main()
