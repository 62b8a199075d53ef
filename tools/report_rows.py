"""What is wrong with an annotated claim, by docs/claims.md: the rules that a program can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import get_args

from tidings.lexicons.acts import load_act_lexicon
from tidings.records import Basis, Certainty, Manner, Precision, Stance

Row = dict[str, object]
FIELDS = set(
    "doc quote act actor target place destination first last precision manner counts said_by stance certainty hedged "
    "start end".split()
)
COUNT_FIELDS = {"what", "low", "high", "of", "basis", "about", "out_of"}
LOOSE_FLAG = re.compile(r" [duopmh]$")  # a flag of the sources that slipped into a name
LONGEST = 400  # characters of evidence
ALLOWED = {"stance": (Stance, False), "certainty": (Certainty, False), "manner": (Manner, True)}


def find_faults(document: Row, claim: Row) -> Iterator[str]:
    """Every fault of one claim on a document, in words."""
    if set(claim) - {"note"} != FIELDS:
        yield f"fields that differ: {sorted(set(claim) - {'note'} ^ FIELDS)}"
        return
    if claim["act"] not in load_act_lexicon().meanings:
        yield f"no act: {claim['act']}"
    for field, (values, is_optional) in ALLOWED.items():
        if claim[field] not in get_args(values) and not (is_optional and claim[field] is None):
            yield f"no {field}: {claim[field]}"
    yield from _evidence_faults(str(document["text"]), claim)
    yield from _period_faults(claim)
    yield from _speech_faults(claim)
    for field in ("actor", "target", "place", "destination", "said_by"):
        yield from _name_faults(field, claim[field])
    counts = claim["counts"]
    for count in counts if isinstance(counts, list) else [{}]:
        yield from _count_faults(count)


def _evidence_faults(text: str, claim: Row) -> Iterator[str]:
    start, end = claim["start"], claim["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        yield f"offsets outside the text: {start}, {end}"
    elif text[start:end] != claim["quote"]:
        yield f"the quote does not stand at its offsets: {claim['quote']!r}"
    elif end - start > LONGEST or "\n\n" in text[start:end]:
        yield "evidence that is longer than a clause"


def _period_faults(claim: Row) -> Iterator[str]:
    first, last, precision = claim["first"], claim["last"], claim["precision"]
    try:
        days = [date.fromisoformat(str(day)) for day in (first, last) if day is not None]
    except ValueError:
        yield f"no day: {first}, {last}"
        return
    if days != sorted(days):
        yield f"a period that ends before it begins: {first}, {last}"
    known = {0: (None,), 1: ("open",), 2: tuple(name for name in get_args(Precision) if name != "open")}
    if precision not in known[len(days)] or (precision == "day" and first != last):
        yield f"{precision} is not the precision of {first}, {last}"


def _speech_faults(claim: Row) -> Iterator[str]:
    if str(claim["act"]).startswith("say.") and (claim["place"] or claim["certainty"] == "ongoing"):
        yield "speech with a place, or that goes on"


def _name_faults(field: str, value: object) -> Iterator[str]:
    for name in value if isinstance(value, list) else [value]:
        if isinstance(name, list):
            yield from _name_faults(field, name)
        elif name is None and field != "said_by" and value is None:
            continue  # nobody is named
        elif not isinstance(name, str) or not name or name != name.strip() or "=" in name or LOOSE_FLAG.search(name):
            yield f"no name in {field}: {name!r}"


def _count_faults(count: Row) -> Iterator[str]:
    if set(count) != COUNT_FIELDS:
        yield f"count whose fields differ: {sorted(set(count) ^ COUNT_FIELDS)}"
        return
    low, high = count["low"], count["high"]
    if low is None and high is None:
        yield "count without a figure"
    if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
        yield f"count whose low is above its high: {low}, {high}"
    if count["basis"] is not None and count["basis"] not in get_args(Basis):
        yield f"no basis: {count['basis']}"
