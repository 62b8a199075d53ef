"""Answers about one thing, and about the store as a whole."""

from __future__ import annotations

from datetime import date

import msgspec

from tidings.web.answers.pages import Answer
from tidings.web.answers.rows import (
    Claim,
    Decision,
    Document,
    Event,
    EventClaim,
    Found,
    Held,
    Highlight,
    Link,
)


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


class DocumentDetail(Answer, frozen=True, kw_only=True):
    """A report with its text and the evidence of its claims."""

    document: Document
    text: str
    highlights: list[Highlight]


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
