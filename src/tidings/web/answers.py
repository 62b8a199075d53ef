"""What each route gives: the classes by which answers are checked and described."""

from __future__ import annotations

from datetime import date
from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """An answer; `copy` names the published copy of the store that it was made from."""

    copy: str


class Page(Answer, Generic[T], frozen=True, kw_only=True):
    """Some rows of a list; `total` is how many there are, `next` where the rows go on, if they do."""

    total: int
    start: int
    next: str | None = None
    rows: list[T]


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no answer, and what to do."""

    error: str


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


class EventDetail(Answer, frozen=True, kw_only=True):
    """An event with all that is said of it."""

    event: Event
    standing_reasons: list[str]
    manner_reasons: list[str]
    claims: list[EventClaim]
    links: list[Link]
    decisions: list[Decision]


class ClaimDetail(Answer, frozen=True, kw_only=True):
    """A claim by itself."""

    claim: Claim
    made_by: list[str]


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


class DocumentDetail(Answer, frozen=True, kw_only=True):
    """A report with its text and the evidence of its claims."""

    document: Document
    text: str
    highlights: list[Highlight]


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


class Situation(Answer, frozen=True, kw_only=True):
    """What was so on a day, by what was known on a day; `silent` are units of which nobody speaks, of how many."""

    as_of: date | None
    known_on: date | None
    control: list[Held]
    silent: dict[str, tuple[int, int]]
    events: dict[str, int]


class Overview(Answer, frozen=True, kw_only=True):
    """What the store holds."""

    documents: int
    claims: int
    events: int
    figures: int
    first: date | None
    last: date | None
    publishers: int


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a name may mean, and why."""

    id: str
    name: str
    kind: str
    score: float
    reasons: list[str]
    more: dict[str, Any]


class Answers(Answer, frozen=True, kw_only=True):
    """What a name may mean, the likeliest first."""

    rows: list[Found]


class HandAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Whether a person may decide from here, what, and the token that every decision has to carry.

    `fields` are those of a claim that can be corrected.
    """

    verbs: list[str]
    token: str | None
    fields: list[str]


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided, in words."""

    said: str
