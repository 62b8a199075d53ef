"""A claim while it is being made: what the sentence itself says of one act, by the words of its parse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from tidings.lexicons.acts import ActRow
from tidings.records import Certainty, Count, Manner, Mention, ParsedSentence, Period, Speaker, Stance


class SentenceMentions(msgspec.Struct, frozen=True):
    """What was found in one sentence: acts with the rows that found them, the rest by kind; `day` dates its words.

    `lands` holds the country of each of its places below a country, where it is known; `called` what a named place may
    be called later: "the district", "the town".
    """

    acts: tuple[tuple[Mention, ActRow], ...] = ()
    actors: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    periods: tuple[Mention, ...] = ()
    counts: tuple[Mention, ...] = ()
    lands: tuple[str, ...] = ()
    called: Mapping[str, frozenset[str]] = {}
    day: date | None = None


class Report(msgspec.Struct, frozen=True):
    """A document's sentences beside what was found in each of them."""

    text: str
    publisher: str | None
    published: date | None
    sentences: Sequence[ParsedSentence]
    mentions: Sequence[SentenceMentions]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """One act at word `head` of sentence `at`; what is still empty may be inherited or stays unknown.

    `nearby` is the one place that the sentence names elsewhere; `site` is what stands in the place ("wholesale
    market"), and `town` the place without it, once it is part of the place's name; `rules` names lexicon rows and rules
    in the order in which they spoke.
    """

    at: int
    head: int
    row: ActRow
    mention: Mention
    start: int
    end: int
    arguments: Mapping[str, tuple[int, ...]]
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    destination: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    site: str = ""
    town: tuple[str, ...] = ()
    period: Period | None = None
    counts: tuple[Count, ...] = ()
    said_by: tuple[Speaker, ...] = ()
    stance: Stance = "asserts"
    certainty: Certainty = "happened"
    manner: Manner | None = None
    hedged: bool = False
    rules: tuple[str, ...] = ()

    @property
    def act(self) -> str:
        return self.row.act

    @property
    def is_speech(self) -> bool:
        return self.row.act.startswith("say.")


def change(draft: Draft, *new_rules: str, **fields: object) -> Draft:
    """The same draft with other fields, and the rules that changed them noted."""
    rules = (*draft.rules, *filter(None, new_rules))
    return msgspec.structs.replace(draft, rules=rules, **fields)
