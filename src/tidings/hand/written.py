"""What a person writes for a value, read: names, speakers, periods, figures. A ValueError where it cannot be read."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Any

import msgspec

NOTHING = ("", "none", "null")
TRUTH = {"true": True, "yes": True, "false": False, "no": False}
FIGURE = re.compile(r"(?P<what>[a-z_]+) (?P<range>[\d.,]+)(?: (?P<of>\D.*))?")


def parse_names(text: str) -> list[str]:
    """Names, with `;` between several; none of them for `none`."""
    return [] if text.lower() in NOTHING else [name for part in text.split(";") if (name := part.strip())]


def parse_word(text: str) -> str | None:
    """A word, or nothing."""
    return None if text.lower() in NOTHING else text


def parse_truth(text: str) -> bool:
    """True or false."""
    if text.lower() not in TRUTH:
        raise ValueError(text)
    return TRUTH[text.lower()]


def parse_chain(text: str) -> Any:
    """Speakers, outermost first, as names or as JSON."""
    return msgspec.json.decode(text.encode()) if text.startswith("[") else parse_names(text)


def parse_period(text: str) -> dict[str, date | None]:
    """The first and the last day that are meant."""
    if text.lower() in NOTHING:
        return {"first": None, "last": None}
    first, dots, last = text.partition("..")
    if not dots:
        last = first
    return {"first": _day(first, is_last=False), "last": _day(last, is_last=True)}


def _day(text: str, *, is_last: bool) -> date | None:
    """A day, or the first or last day of a month or a year; None for an open end."""
    if not (text := text.strip()):
        return None
    if re.fullmatch(r"\d{4}", text):
        return date(int(text), 12, 31) if is_last else date(int(text), 1, 1)
    if re.fullmatch(r"\d{4}-\d\d", text):
        year, month = int(text[:4]), int(text[5:])
        return date(year, month, monthrange(year, month)[1] if is_last else 1)
    return date.fromisoformat(text)


def parse_figures(text: str) -> Any:
    """Figures, as a person writes them or as JSON."""
    if text.startswith("["):
        return msgspec.json.decode(text.encode())
    return [_figure(part) for part in parse_names(text)]


def _figure(text: str) -> dict[str, Any]:
    found = FIGURE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    low, dots, high = found["range"].replace(",", "").partition("..")
    figure = {"what": found["what"], "low": _number(low), "high": _number(high if dots else low)}
    return figure | ({"of": found["of"]} if found["of"] else {})


def _number(text: str) -> int | float | None:
    return (float(text) if "." in text else int(text)) if text else None
