"""The `=>` lines of a case: what they mean, and whether claims meet them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tests.cases.figures import figure_matches, format_figure
from tidings.records import Claim, Speaker

NAMES = ("actor", "target", "place", "destination")
PLAIN = ("precision", "stance", "certainty", "manner")
DAYS = ("first", "last", "day", "period")
KEYS = frozenset((*NAMES, *PLAIN, *DAYS, "said_by", "hedged", "evidence", "counts"))
NOTHING = "-"


@dataclass(frozen=True)
class Expectation:
    """One `=>` line. `act` may end in `.*` for a whole family; only what `stated` names is compared."""

    line: str
    kind: Literal["claim", "not", "none", "only"]
    act: str = ""
    stated: Mapping[str, str] = field(default_factory=dict)

    def matches(self, claim: Claim, text: str) -> bool:
        if self.act != claim.act and not (self.act.endswith(".*") and claim.act.startswith(self.act[:-1])):
            return False
        return all(_matches(key, value, claim, text) for key, value in self.stated.items())


def parse_expectation(line: str, where: str) -> Expectation:
    """Reads a line such as `=> harm.kill actor=Taliban killed=14 of soldiers said_by=police`."""
    body = line.removeprefix("=>").strip()
    if body in ("none", "only"):
        return Expectation(line, "none" if body == "none" else "only")
    negated = body.startswith("not ")
    act, _, rest = body.removeprefix("not ").strip().partition(" ")
    if not re.fullmatch(r"[a-z]+\.([a-z_]+|\*)", act):
        raise ValueError(f"{where}: an act such as harm.kill or harm.* stands first in {line!r}")
    stated = _parse_stated(rest, where)
    if negated:
        stated.setdefault("stance", "asserts")  # a trap is about what would be stored as said to be so
    return Expectation(line, "not" if negated else "claim", act, stated)


def _parse_stated(rest: str, where: str) -> dict[str, str]:
    """`key=value` pairs; a value runs to the next key, so that names may hold spaces."""
    marks = list(re.finditer(r"(?:^|\s)([a-z_]+)=", rest))
    if rest.strip() and (not marks or marks[0].start() > 0):
        raise ValueError(f"{where}: expected key=value, found {rest!r}")
    stated: dict[str, str] = {}
    ends = [*(mark.start() for mark in marks[1:]), len(rest)]
    for mark, end in zip(marks, ends, strict=False):
        key, value = mark[1], rest[mark.end() : end].strip()
        if not value or key in stated:
            raise ValueError(f"{where}: {key} is stated {'twice' if key in stated else 'without a value'}")
        if key not in KEYS and value != NOTHING and not re.match(r"-?[\d.]", value):
            raise ValueError(f"{where}: {key} is no field; fields are {', '.join(sorted(KEYS))}; figures hold numbers")
        stated[key] = value
    return stated


def _matches(key: str, value: str, claim: Claim, text: str) -> bool:
    if key in NAMES:
        return _fold(getattr(claim, key)) == _fold(_list_names(value))
    if key in PLAIN:
        return (getattr(claim, key) or NOTHING) == value
    if key in MATCHERS:
        return MATCHERS[key](claim, value, text)
    return figure_matches(key, value, claim.counts)


def _list_names(value: str) -> tuple[str, ...]:
    return () if value == NOTHING else tuple(value.split(" + "))


def _fold(names: Sequence[str]) -> list[str]:
    return sorted(name.casefold() for name in names)


def _chain(value: str) -> list[list[str]]:
    return [] if value == NOTHING else [_fold(_list_names(link)) for link in value.split(" > ")]


def _speaker(link: Speaker) -> tuple[str, ...]:
    return (link,) if isinstance(link, str) else link


def _period(claim: Claim) -> str:
    return f"{claim.first or ''}..{claim.last or ''}"


MATCHERS: Mapping[str, Callable[[Claim, str, str], bool]] = {
    "day": lambda claim, value, _: _period(claim) == (".." if value == NOTHING else f"{value}..{value}"),
    "period": lambda claim, value, _: _period(claim) == (".." if value == NOTHING else value),
    "first": lambda claim, value, _: str(claim.first or NOTHING) == value,
    "last": lambda claim, value, _: str(claim.last or NOTHING) == value,
    "said_by": lambda claim, value, _: [_fold(_speaker(link)) for link in claim.said_by] == _chain(value),
    "hedged": lambda claim, value, _: claim.hedged == (value == "yes"),
    "evidence": lambda claim, value, text: value in text[claim.start : claim.end],
    "counts": lambda claim, value, _: not claim.counts and value == NOTHING,
}


def find_unmet(expectations: Sequence[Expectation], claims: Sequence[Claim], text: str) -> list[str]:
    """Each line that the claims do not meet, with why."""
    wanted = [e for e in expectations if e.kind == "claim"]
    answers = _assign(wanted, claims, text)
    unmet = [f"no such claim: {e.line}" for i, e in enumerate(wanted) if i not in answers]
    for e in expectations:
        if e.kind == "not":
            unmet += [f"must not be: {e.line}\n     found: {format_claim(c)}" for c in claims if e.matches(c, text)]
        elif e.kind == "none":
            unmet += [f"nothing was to be read: {format_claim(c)}" for c in claims]
        elif e.kind == "only":
            unmet += [f"one too many: {format_claim(c)}" for j, c in enumerate(claims) if j not in answers.values()]
    return unmet


def _assign(wanted: Sequence[Expectation], claims: Sequence[Claim], text: str) -> dict[int, int]:
    """Expectation -> claim, each claim once, as many as can be met at the same time."""
    options = [[j for j, c in enumerate(claims) if e.matches(c, text)] for e in wanted]
    wanted_by_claim: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in options[i]:
            if j not in tried:
                tried.add(j)
                if j not in wanted_by_claim or place(wanted_by_claim[j], tried):
                    wanted_by_claim[j] = i
                    return True
        return False

    for i in range(len(wanted)):
        place(i, set())
    return {i: j for j, i in wanted_by_claim.items()}


def format_claim(claim: Claim) -> str:
    """A claim as a `=>` line, every field that holds something."""
    told = [claim.act]
    told += [f"{key}={' + '.join(getattr(claim, key))}" for key in NAMES if getattr(claim, key)]
    if claim.first or claim.last:
        told.append(f"period={_period(claim)}")
    told += [format_figure(count) for count in claim.counts]
    if claim.said_by:
        told.append(f"said_by={' > '.join(' + '.join(_speaker(link)) for link in claim.said_by)}")
    told += [f"{key}={getattr(claim, key)}" for key in ("stance", "certainty", "manner") if getattr(claim, key)]
    return " ".join([*told, *(["hedged=yes"] if claim.hedged else [])])
