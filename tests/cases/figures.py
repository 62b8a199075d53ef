"""Figures as cases write them: `killed=14`, `killed=71.. of soldiers`, `district=73 out of 407`, `injured=9 about`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tidings.records import Count

NUMBER = r"-?\d+(?:\.\d+)?"
FIGURE = re.compile(
    rf"(?P<low>{NUMBER})?(?P<range>\.\.)?(?P<high>{NUMBER})?"
    rf"(?: out of (?P<out_of>\d+))?(?: of (?P<of>.+?))?(?: (?P<basis>incremental|cumulative))?(?P<about> about)?"
)


def figure_matches(what: str, value: str, counts: Iterable[Count]) -> bool:
    """Whether these figures, joined by " + ", are all among the counts; for `-`, whether none is of this kind."""
    if value == "-":
        return all(count.what != what for count in counts)
    told = tuple(counts)
    return all(any(c.what == what and _is_figure(part, c) for c in told) for part in value.split(" + "))


def _is_figure(value: str, count: Count) -> bool:
    told = FIGURE.fullmatch(value)
    if told is None or not (told["low"] or told["high"]):
        raise ValueError(f"not a figure: {value!r}; write 14, 71.., ..30 or 27..30, then `of soldiers`, `cumulative`")
    low, high = _number(told["low"]), _number(told["high"])
    if not told["range"]:
        high = low
    return (count.low, count.high) == (low, high) and all(
        expected is None or expected == found
        for expected, found in (
            (told["of"], count.of),
            (told["basis"], count.basis),
            (_number(told["out_of"]), count.out_of),
            (bool(told["about"]) or None, count.about),
        )
    )


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def format_figure(count: Count) -> str:
    """A count as a case writes it."""
    low, high = ("" if end is None else str(end) for end in (count.low, count.high))
    told = [low if low == high else f"{low}..{high}"]
    told += [f"out of {count.out_of}"] if count.out_of else []
    told += [f"of {count.of}"] if count.of else []
    told += [count.basis] if count.basis else []
    told += ["about"] if count.about else []
    return f"{count.what}={' '.join(told)}"
