"""What may be asked of each route: its parameters, which are checked and described by these classes alone."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Text = Annotated[str, Meta(min_length=1, max_length=200, pattern="^[^\\u0000]+$")]
Level = Literal["district", "city", "province", "crossing"]
Standing = Literal[
    "confirmed", "corroborated", "reported", "contested", "refuted", "feared", "planned", "denied", "doubtful"
]
Rule = Literal["tidings", "ucdp", "acled", "airwars", "unama", "ibc"]


def about(text: str, example: str) -> Meta:
    """What a parameter is for."""
    return Meta(description=text, examples=[example])


Day = Annotated[date, Meta(description="A day, such as 2021-06-24.")]
KnownOn = Annotated[date, Meta(description="Only by what was published up to this day.")]


class Nothing(msgspec.Struct, frozen=True, kw_only=True):
    """No parameters."""


class Paged(msgspec.Struct, frozen=True, kw_only=True):
    """Which rows of a list."""

    start: Annotated[int, Meta(ge=0, le=10_000_000, description="How many rows to pass over.")] = 0
    limit: Annotated[int, Meta(ge=1, le=500, description="How many rows to give.")] = 100


class SituationAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The situation at a day: what was so, and what was known."""

    as_of: Day | None = None
    known_on: KnownOn | None = None
    level: Level | None = None


class KnownAsked(msgspec.Struct, frozen=True, kw_only=True):
    """By what was known on a day."""

    known_on: KnownOn | None = None


class EventsAsked(Paged, frozen=True, kw_only=True):
    """Which events."""

    text: Annotated[Text, about("Words that the reports use, all of them.", "district centre")] | None = None
    act: Annotated[Text, about("An act, or a family of acts.", "territory")] | None = None
    actor: Annotated[Text, about("A name among those who do it or bear it.", "army")] | None = None
    place: Annotated[Text, about("A name of a place, or the id of one; what lies within counts.", "Kunduz")] | None = (
        None
    )
    standing: Standing | None = None
    first: Day | None = None
    last: Day | None = None
    known_on: KnownOn | None = None


class ClaimsAsked(Paged, frozen=True, kw_only=True):
    """Which claims."""

    text: Annotated[Text, about("Words that the report uses, all of them.", "left the base")] | None = None
    act: Annotated[Text, about("An act, or a family of acts.", "harm.kill")] | None = None
    actor: Annotated[Text, about("A name among those who do it or bear it.", "army")] | None = None
    place: Annotated[Text, about("A name of a place, or the id of one; what lies within counts.", "Kunduz")] | None = (
        None
    )
    said_by: Annotated[Text, about("A name in the chain of speakers.", "spokesman")] | None = None
    stance: Literal["asserts", "denies", "doubts"] | None = None
    document: Annotated[Text, about("The id of a report.", "doc-0123456789abcdef")] | None = None
    first: Day | None = None
    last: Day | None = None
    known_on: KnownOn | None = None


class FiguresAsked(Paged, frozen=True, kw_only=True):
    """Which figures, by whose rule."""

    what: Annotated[Text, about("What is counted.", "killed")] | None = None
    place: Annotated[Text, about("A name of a place.", "Kunduz")] | None = None
    rule: Rule = "tidings"


class DocumentsAsked(Paged, frozen=True, kw_only=True):
    """Which reports."""

    text: Annotated[Text, about("Words of the title or the text, all of them.", "ceasefire")] | None = None
    publisher: Annotated[Text, about("The publisher's id.", "meridian-wire")] | None = None
    known_on: KnownOn | None = None


class SearchAsked(Paged, frozen=True, kw_only=True):
    """What to look for in the evidence of claims."""

    text: Annotated[Text, about("Words, all of them, in any order.", "bridge blown")]


class PlacesAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which name of a place."""

    name: Annotated[Text, about("A name of a place.", "Goma")]


class ActorsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which name of an actor, on which day."""

    name: Annotated[Text, about("A name of somebody.", "M23")]
    on: Day | None = None
