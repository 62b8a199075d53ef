"""The rows of answers: events, claims, figures, reports, units, decisions and names."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in a claim, always a range."""

    what: str
    low: float | None
    high: float | None
    of: str | None
    basis: str | None
    about: bool
    out_of: int | None
    text: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Claims that speak of the same thing."""

    id: str
    act: str
    actor: list[str]
    target: list[str]
    place: list[str]
    place_ids: list[str]
    first: date | None
    last: date | None
    known: date | None
    standing: str
    leans: str | None
    why: str | None
    manner_standing: str | None
    flags: list[str]
    claim_ids: list[str]


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that one report says, and who says it. `start` and `end` are offsets into the report's text."""

    id: str
    document_id: str
    doc: str
    publisher: str | None
    published: date | None
    act: str
    actor: list[str]
    target: list[str]
    place: list[str]
    destination: list[str]
    place_ids: list[str]
    first: date | None
    last: date | None
    precision: str | None
    counts: list[Count]
    said_by: list[list[str]]
    stance: str
    certainty: str
    manner: str | None
    hedged: bool
    interest: str | None
    against_interest: bool | None
    interest_reason: str | None
    start: int
    end: int
    quote: str
    event_id: str | None


class EventClaim(Claim, frozen=True, kw_only=True):
    """A claim of an event: why it was put there, what it says of it, and whether it is a copy."""

    reason: str
    word: str
    side: str
    voice: str | None
    placed: str | None
    set_aside: str | None
    copy_of: str | None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """An event that may be the same, unsure and so not merged."""

    other: str
    score: float
    comparisons: list[str]
    forbidden: str | None
    act: str
    place: list[str]
    first: date | None
    claim_id: str


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided."""

    id: str
    about: str
    verdict: str
    one: str
    other: str
    author: str
    reason: str
    day: date


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """How many, with a low, a best and a high, by one rule."""

    id: str
    what: str
    of: str | None
    place: str | None
    pcode: str | None
    first: date | None
    last: date | None
    basis: str | None
    by: str | None
    out_of: int | None
    low: float | None
    best: float | None
    high: float | None
    rule: str
    grade: str | None
    origins: int
    claim_ids: list[str]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A report, without its text."""

    id: str
    doc: str
    publisher: str | None
    publisher_name: str | None
    publisher_kind: str | None
    publisher_side: str | None
    author: str | None
    url: str | None
    title: str | None
    published: date | None
    published_basis: str | None
    language: str | None
    kind: str | None
    claims: int


class Highlight(msgspec.Struct, frozen=True, kw_only=True):
    """The evidence of a claim in a report's text."""

    claim_id: str
    event_id: str | None
    act: str
    start: int
    end: int
    stance: str
    said_by: list[list[str]]


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds a unit."""

    place: str
    unit: str
    pcode: str | None
    province: str | None
    holder: str | None
    state: str
    since: date | None
    standing: str | None
    leans_to: str | None
    why: str | None
    last_heard: date | None
    claim_ids: list[str]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a name may mean, and why."""

    id: str
    name: str
    kind: str
    score: float
    reasons: list[str]
    more: dict[str, Any]
