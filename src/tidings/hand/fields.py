"""The fields of a claim that a person can correct: how a value is written, checked, and put into the claim.

A value is kept as plain JSON: a list of names for who and where, `{"first", "last"}` for a period, a list of figures.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

import msgspec

from tidings.errors import TidingsError
from tidings.guesses import GUESSES
from tidings.hand.written import parse_chain, parse_figures, parse_names, parse_period, parse_truth, parse_word
from tidings.lexicons.acts import load_act_lexicon
from tidings.records import Certainty, Claim, Count, Manner, Precision, Stance

WORDS: Mapping[str, tuple[str, ...]] = {
    "stance": get_args(Stance),
    "certainty": get_args(Certainty),
    "manner": get_args(Manner),
}


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A figure as a person gives it; what is left out stays as it was read for the same measure."""

    what: str
    low: int | float | None
    high: int | float | None
    of: str | msgspec.UnsetType | None = msgspec.UNSET
    basis: str | msgspec.UnsetType | None = msgspec.UNSET
    about: bool | msgspec.UnsetType = msgspec.UNSET
    out_of: int | msgspec.UnsetType | None = msgspec.UNSET


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A period as a person gives it."""

    first: date | None
    last: date | None


class Field(msgspec.Struct, frozen=True):
    """One field: how its value is written, and how it is kept."""

    written: str
    parse: Callable[[str], Any]
    kind: Any


def parse_assignment(text: str) -> tuple[str, Any]:
    """Field and value of `field=value`; a TidingsError says what is wrong with either."""
    name, sign, value = text.partition("=")
    name = ALIASES.get(name.strip(), name.strip())
    if not sign:
        raise TidingsError(f"{text!r} corrects nothing; write FIELD=VALUE, such as: place=Harrow")
    field = _find_field(name)
    try:
        return name, check_value(name, field.parse(value.strip()))
    except ValueError as error:
        raise TidingsError(f"{name} cannot be {value.strip()!r}; write it as {field.written}") from error


def check_value(name: str, value: Any) -> Any:
    """The value in the form in which it is kept; a TidingsError where the field cannot have it."""
    field = _find_field(name)
    try:
        kept = msgspec.convert(value, field.kind)
    except msgspec.ValidationError as error:
        raise TidingsError(f"{name} cannot be {value!r} ({error}); write it as {field.written}") from error
    if name == "act" and kept not in load_act_lexicon().meanings:
        raise TidingsError(f"there is no act {kept!r}; docs/claims.md lists them, such as territory.capture")
    if name in WORDS and kept is not None and kept not in WORDS[name]:
        raise TidingsError(f"{name} cannot be {kept!r}; it is one of {', '.join(WORDS[name])}")
    if isinstance(kept, Span) and kept.first and kept.last and kept.first > kept.last:
        raise TidingsError(f"a period cannot end on {kept.last}, before its first day {kept.first}")
    for figure in kept if name == "counts" else ():
        _check_figure(figure)
    return msgspec.json.decode(msgspec.json.encode(kept))


def put_value(claim: Claim, name: str, value: Any) -> Claim:
    """The claim with the value in its field; ids and interests are as they were."""
    kept: Any = msgspec.convert(value, FIELDS[name].kind)
    if name == "period":
        precision = find_precision(kept.first, kept.last)
        return msgspec.structs.replace(claim, first=kept.first, last=kept.last, precision=precision)
    if name == "counts":
        return msgspec.structs.replace(claim, counts=tuple(_fill(figure, claim) for figure in kept))
    # what a person says is no guess any more
    made_by = tuple(rule for rule in claim.made_by if rule not in GUESSES.get(name, ()))
    return msgspec.structs.replace(claim, made_by=made_by, **{name: kept})


def find_precision(first: date | None, last: date | None) -> Precision | None:
    """How exact a period is, read off its ends."""
    if first is None or last is None:
        return None if first is last else "open"
    if first == last:
        return "day"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return "year"
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return "month" if whole and (first.year, first.month) == (last.year, last.month) else "days"


def _find_field(name: str) -> Field:
    if name not in FIELDS:
        raise TidingsError(f"a claim has no field {name!r} that can be corrected; there are {', '.join(FIELDS)}")
    return FIELDS[name]


def _check_figure(figure: Figure) -> None:
    if figure.low is None and figure.high is None:
        raise TidingsError(f"the figure {figure.what} has no number; write it as {FIELDS['counts'].written}")
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        raise TidingsError(f"the figure {figure.what} runs from {figure.low} down to {figure.high}; lower number first")
    if figure.basis not in (msgspec.UNSET, None, "incremental", "cumulative"):
        raise TidingsError(f"the basis of a figure is incremental or cumulative, not {figure.basis!r}")


def _fill(figure: Figure, claim: Claim) -> Count:
    read = next((count for count in claim.counts if count.what == figure.what), None)
    base = read or Count(what=figure.what, low=None, high=None, text="")
    given = {name: getattr(figure, name) for name in figure.__struct_fields__}
    given = {name: value for name, value in given.items() if value is not msgspec.UNSET}
    return msgspec.structs.replace(base, **{"about": False, **given})


NAMES = "names, with ; between several, or none"
IDS = "ids, with ; between several, or none"
FIELDS: Mapping[str, Field] = {
    "act": Field("an act of docs/claims.md, such as harm.kill", str, str),
    "actor": Field(NAMES, parse_names, tuple[str, ...]),
    "target": Field(NAMES, parse_names, tuple[str, ...]),
    "place": Field(NAMES, parse_names, tuple[str, ...]),
    "destination": Field(NAMES, parse_names, tuple[str, ...]),
    "period": Field("2001-05-03, 2001-05, 2001-05-03..2001-05-06, ..2001-05-06 or none", parse_period, Span),
    "counts": Field("figures such as: killed 27..30 soldiers; injured 3..", parse_figures, tuple[Figure, ...]),
    "said_by": Field(
        'speakers, outermost first, with ; between them, or as JSON: ["Reuters", ["Iran", "Russia"]]',
        parse_chain,
        tuple[str | tuple[str, ...], ...],
    ),
    "stance": Field(" or ".join(WORDS["stance"]), str, str),
    "certainty": Field(" or ".join(WORDS["certainty"]), str, str),
    "manner": Field(f"{', '.join(WORDS['manner'])} or none", parse_word, str | None),
    "hedged": Field("true or false", parse_truth, bool),
    "actor_ids": Field(IDS, parse_names, tuple[str, ...]),
    "target_ids": Field(IDS, parse_names, tuple[str, ...]),
    "place_ids": Field(IDS, parse_names, tuple[str, ...]),
    "destination_ids": Field(IDS, parse_names, tuple[str, ...]),
}
ALIASES = {"figure": "counts", "figures": "counts", "speaker": "said_by", "day": "period", "days": "period"}
