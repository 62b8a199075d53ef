"""The count grammar alone, over excerpts on displacement: does it pick the figure that a reader wrote down?

    python -m evals.counts EXCERPTS.jsonl [--json]

Each row names what was reported (`Reporting term`: Displaced, Evacuated, Destroyed Housing ...), of whom (`Reporting
unit`: People, Households) and the `Displacement figure`. Of the figures that the grammar finds, the one is picked that
counts the unit and stands closest to the term in the grammar of its sentence. It is right when its low or its high end,
or the number it is printed with ("more than 180": 180), is the displacement figure. No claims are made: most of these
are floods.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from tidings.language.parser import SpacyParser
from tidings.lexicons.quantities import load_quantities
from tidings.mentions.counts import find_counts
from tidings.mentions.counts.numbers import read_number
from tidings.records import Count, Mention, Parse, Word

COMMON = frozenset({"the", "of", "and", "in"})
ENOUGH_COMMON = 3

# beginnings of the words that tell each term, the closest meaning first
TERMS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "Displaced": (("displac", "idp", "uproot"), ("flee", "fled", "homeless", "shelter", "evacu", "returnee", "camp")),
    "Evacuated": (("evacu",), ("flee", "fled", "relocat", "leave", "left", "move", "shelter")),
    "Relocated": (("relocat", "resettl"), ("move", "shift", "transfer", "evacu")),
    "Forced to Flee": (("flee", "fled"), ("leave", "left", "forc", "displac", "abandon")),
    "Homeless": (("homeless",), ("shelter", "displac", "lost", "destroy", "roof")),
    "In Relief Camp": (("camp", "relief"), ("shelter", "accommodat", "centre", "center", "hous")),
    "Sheltered": (("shelter", "accommodat"), ("camp", "centre", "center", "host")),
    "Destroyed Housing": (
        ("destr", "collaps"),
        ("bur", "wash", "raze", "flatten", "level", "wreck", "lost", "lose", "ruin", "swept"),
    ),
    "Partially Destroyed Housing": (("partial", "damag"), ("flood", "inundat", "destr", "affect")),
    "Uninhabitable Housing": (("uninhabit",), ("damag", "destr", "flood")),
}
HARMED = frozenset({"killed", "injured", "missing", "casualties", "detained", "abducted"})
HOUSEHOLDS = frozenset({"families", "households"})
HOPS = 4
FIT, LINK, NEAR = 4.0, 2.0, 1.0


class Answer(msgspec.Struct, frozen=True):
    """The figure picked for one excerpt, and what was asked."""

    asked: float
    picked: Count | None
    is_right: bool
    baseline_is_right: bool


def score_excerpts(rows: Iterable[Mapping[str, Any]], parser: SpacyParser) -> list[Answer]:
    """An answer for each excerpt that is English enough: three or more of "the", "of", "and", "in"."""
    chosen = [row for row in rows if is_english_enough(row["Excerpt"])]
    parses = parser.parse([row["Excerpt"] for row in chosen])
    return [_answer(row, sentences) for row, sentences in zip(chosen, parses, strict=True)]


def is_english_enough(text: str) -> bool:
    return len(COMMON & set(re.findall(r"[a-z]+", text.lower()))) >= ENOUGH_COMMON


def _answer(row: Mapping[str, Any], sentences: tuple[Parse, ...]) -> Answer:
    asked = float(row["Displacement figure"])
    found = [(parse, mention) for parse in sentences for mention in find_counts(parse)]
    best = max(found, key=lambda pair: _rank(pair[0], pair[1], row), default=None)
    picked = count_of(best[1]) if best is not None else None
    is_right = best is not None and asked in _values(*best)
    return Answer(asked, picked, is_right, asked == max(_numbers(sentences), default=None))


def count_of(mention: Mention) -> Count:
    if not isinstance(mention.means, Count):
        raise TypeError(
            f"a mention of kind {mention.kind!r} at {mention.start} holds no figure; hand in what find_counts gives"
        )
    return mention.means


def _numbers(sentences: Iterable[Parse]) -> list[float]:
    """All numbers in digits, whatever they count: the largest is the answer to beat."""
    q = load_quantities()
    words_by_sentence = ([word for word in parse.words if not word.text.isspace()] for parse in sentences)
    found = (
        read_number(words, p, q)
        for words in words_by_sentence
        for p, word in enumerate(words)
        if word.text[0].isdigit()
    )
    return [float(number.low) for number in found if number is not None]


def _printed(parse: Parse, mention: Mention) -> float | None:
    """The number that a figure is printed with: 180 in "more than 180"."""
    words = [word for word in parse.words if mention.start <= word.start < mention.end and not word.text.isspace()]
    numbers = (read_number(words, p, load_quantities()) for p in range(len(words)))
    return next((float(number.low) for number in numbers if number is not None), None)


def _values(parse: Parse, mention: Mention) -> tuple[float, ...]:
    """The ends of a figure's range and the number that it is printed with."""
    count = count_of(mention)
    return tuple(float(value) for value in (count.low, count.high, _printed(parse, mention)) if value is not None)


def _rank(parse: Parse, mention: Mention, row: Mapping[str, Any]) -> tuple[float, float]:
    """How well a figure answers: the unit first, then how close the term stands; ties go to the larger."""
    count = count_of(mention)
    term = max(
        (_closeness(parse, mention, stems) / (1 + rank) for rank, stems in enumerate(TERMS[row["Reporting term"]])),
        default=0.0,
    )
    return FIT * _fit(count, row) + term - ("part" in mention.candidates), max(_values(parse, mention), default=0.0)


def _fit(count: Count, row: Mapping[str, Any]) -> float:
    """1 for a figure of the very unit, less for what may stand for it, 0 for the dead and for other things."""
    is_household = count.of in HOUSEHOLDS
    if row["Reporting unit"] == "Households":
        if "Housing" in row["Reporting term"]:
            return 1.0 if count.what == "building" else 0.6 if is_household else 0.0
        return 1.0 if is_household else 0.7 if count.what == "building" else 0.0
    if is_household:
        return 0.4
    if count.what in ("people", "displaced", "evacuated", "trapped"):
        return 1.0
    return -1.0 if count.what in HARMED else 0.2 if count.what == "building" else 0.0


def _closeness(parse: Parse, mention: Mention, stems: tuple[str, ...]) -> float:
    """How close the nearest word with one of these stems stands: within the figure's phrase, in grammar, in words."""
    best = 0.0
    for word in parse.words:
        if word.lower.startswith(stems):
            linked = LINK if _is_linked(parse, word.index, mention) else 0.0
            best = max(best, linked + NEAR / (1 + _distance(word, mention, parse)))
    return best


def _distance(word: Word, mention: Mention, parse: Parse) -> int:
    between = [w for w in parse.words if word.end <= w.start < mention.start or mention.end <= w.start < word.start]
    return len(between) + 5 * sum(w.text in (",", ";", "and", "while") for w in between)


def _is_linked(parse: Parse, term: int, mention: Mention) -> bool:
    """Whether the term stands above the figure in the parse, or right below it, with no other clause between."""
    inside = {w.index for w in parse.words if mention.start <= w.start < mention.end}
    return term in inside or _climbs(parse, mention.head, {term}) or _climbs(parse, term, inside)


def _climbs(parse: Parse, start: int, goals: set[int]) -> bool:
    at = start
    for _ in range(HOPS):
        word = parse.words[at]
        if word.head == at or (word.dependency == "conj" and word.tag.startswith("VB")):
            return False
        at = word.head
        if at in goals:
            return True
    return False


def main() -> None:
    """Print the share of excerpts answered rightly, and that of the largest number."""
    options = argparse.ArgumentParser(prog="python -m evals.counts", description=main.__doc__)
    options.add_argument("excerpts", type=Path)
    options.add_argument("--json", action="store_true", help="one JSON object, for the gate")
    options.add_argument("--misses", action="store_true", help="also the figures picked wrongly")
    chosen = options.parse_args()
    rows = [json.loads(line) for line in chosen.excerpts.read_text(encoding="utf-8").splitlines() if line.strip()]
    answers = score_excerpts(rows, SpacyParser())
    right, largest = (_percent(answers, name) for name in ("is_right", "baseline_is_right"))
    if chosen.json:
        print(json.dumps({"right": right, "n": len(answers), "largest_number": largest}))
        return
    print(f"figures picked rightly: {right} % of {len(answers)} excerpts (the largest number: {largest} %)")
    if chosen.misses:
        for answer in answers:
            if not answer.is_right:
                print(f"asked {answer.asked:g}, picked {answer.picked}")


def _percent(answers: Sequence[Answer], name: str) -> float:
    right = sum(bool(getattr(answer, name)) for answer in answers)
    return round(100 * right / max(1, len(answers)), 1)


if __name__ == "__main__":
    main()
