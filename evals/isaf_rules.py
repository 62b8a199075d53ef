"""The coder's rule book over claims: from a release and its claims to the thirteen fields of the coded releases.

The words and numbers of the rules stand in `isaf_rules.toml`. Kills and captures are told first in short and then once
more at length: the longer telling counts in place of the shorter where it comes to more, and never on top of it.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from tidings.gazetteers import Gazetteer, Place
from tidings.records import Claim, Count, Document, Sentence

RULES = Path(__file__).with_suffix(".toml")
COUNTRY = "AF"
NONE = [""]


class Rules(msgspec.Struct, frozen=True):
    """The rule book as `isaf_rules.toml` has it."""

    several: int
    plural: int
    wordings: dict[str, int]
    words: dict[str, str]
    acts: dict[str, list[str]]
    groups: dict[str, list[str]]
    provinces: dict[str, str]
    figures: dict[str, str]

    def has(self, name: str, text: str) -> bool:
        """Whether a text holds one of the words that go by this name."""
        return re.search(rf"(?<![\w-])(?:{self.words[name]})(?![\w-])", text.lower()) is not None


@cache
def load_rules() -> Rules:
    return msgspec.convert(tomllib.loads(RULES.read_text(encoding="utf-8")), Rules)


class Telling(msgspec.Struct, frozen=True):
    """One claim that some were killed or captured: how many, and whether they come on top of those told before."""

    claim: Claim
    number: int
    adds: bool
    is_roundup: bool
    leaders: int
    is_of_role: bool  # of a leader, a facilitator: one who is told apart from the others


def code_release(
    document: Document, sentences: Sequence[Sentence], claims: Sequence[Claim], gazetteer: Gazetteer
) -> dict[str, Any]:
    """The fields of one release, by the names that the coded releases have for them."""
    release = _Release(document, sentences, claims, gazetteer)
    killed, captured = release.tellings("killed"), release.tellings("captured")
    numbers = add_up(killed), add_up(captured)
    leaders = _most_leaders(killed), _most_leaders(captured)
    airstrike = release.has_airstrike()
    return {
        "start_date": release.day([*killed, *captured]),
        "event_type": release.event_types(*numbers, airstrike),
        "province": release.province([*killed, *captured]),
        "target_group": release.groups(),
        "min_killed": numbers[0],
        "min_captured": numbers[1],
        "killq": numbers[0] > 0,
        "captureq": numbers[1] > 0,
        "killcaptureraid": release.is_raid(numbers[1]) and not airstrike,
        "airstrike": airstrike,
        "noshotsfired": release.is_without_shots(),
        "min_leaders_killed": leaders[0],
        "min_leaders_captured": leaders[1],
    }


def add_up(tellings: Sequence[Telling]) -> int:
    """How many in all: a later telling that adds nothing new counts in place of the earlier where it is more."""
    tellings = leave_roundups(tellings)
    lead = body = 0
    for k, telling in enumerate(tellings):
        with_last = k > 0 and tellings[k - 1].claim.sentence_id == telling.claim.sentence_id
        if k == 0 or (with_last and not body):
            lead += telling.number
        elif (
            telling.adds
            or with_last
            or (tellings[0].is_of_role and telling.number > 1 and not telling.is_of_role and not body)
        ):
            body = (body or lead) + telling.number
        else:
            body = max(body, telling.number)
    return max(lead, body)


def leave_roundups(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings without those of many operations at once, where others are left."""
    return [telling for telling in tellings if not telling.is_roundup] or tellings


def _most_leaders(tellings: Iterable[Telling]) -> int:
    return max((telling.leaders for telling in tellings), default=0)


class _Release:
    """One release: what it says happened, in the order in which it is told."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], claims: Sequence[Claim], gazetteer: Gazetteer
    ) -> None:
        self.rules = load_rules()
        self.document = document
        self.gazetteer = gazetteer
        self.sentences = {sentence.id: document.text[sentence.start : sentence.end] for sentence in sentences}
        self.claims = sorted(claims, key=lambda claim: (claim.start, claim.end))

    def happened(self, *names: str) -> Iterator[Claim]:
        """The claims of these acts that say that something happened."""
        acts = {act for name in names for act in self.rules.acts[name]}
        for claim in self.claims:
            if claim.act in acts and claim.stance == "asserts" and claim.certainty in ("happened", "ongoing"):
                yield claim

    def evidence(self, claim: Claim) -> str:
        return " ".join(self.document.text[claim.start : claim.end].split())

    # ------------------------------------------------------------------ how many

    def tellings(self, name: str) -> list[Telling]:
        """Who was killed or captured by those who issue the release, in the order of the text."""
        return [
            self._telling(claim, name)
            for claim in self.happened(name)
            if self._is_ours(claim) and "figures.either" not in claim.made_by  # "captured or killed": it may be neither
        ]

    def _is_ours(self, claim: Claim) -> bool:
        """Whether the claim tells of those whom the operation is after; one without whom or how many adds nothing."""
        whom = " ".join((*claim.target, *(count.of or "" for count in claim.counts)))
        return bool(claim.target or claim.counts) and not self.rules.has("bystanders", whom)

    def _telling(self, claim: Claim, name: str) -> Telling:
        evidence = self.evidence(claim)
        counts = [count for count in claim.counts if count.what == self.rules.figures[name]]
        numbers = [self._number(count) for count in counts]
        uncounted = max(len(claim.target) - len(counts), 0 if counts else 1)
        number = max(numbers) if numbers and self.rules.has("part", evidence) else sum(numbers) + uncounted
        return Telling(
            claim,
            number,
            adds=bool(counts) and self.rules.has("adds", evidence),
            is_roundup=self._is_roundup(claim),
            leaders=self._leaders(claim, counts, evidence),
            is_of_role=number == 1 and self.rules.has("role", " ".join((*claim.target, *(c.of or "" for c in counts)))),
        )

    def _number(self, count: Count) -> int:
        for wording, number in self.rules.wordings.items():
            if wording in count.text.lower():
                return number
        if count.low is None:
            return int(count.high or 0)
        return int(count.low)

    def _leaders(self, claim: Claim, counts: Sequence[Count], evidence: str) -> int:
        """Leaders among those told of: by their number, by name of office, or as what the evidence says was caught."""
        named = [self._number(count) for count in counts if self.rules.has("leader", count.of or "")]
        if named:
            return sum(named)
        alone = not counts and self.rules.has("leader", evidence)
        return int(alone or self.rules.has("leader", " ".join(claim.target)))

    def _is_roundup(self, claim: Claim) -> bool:
        return self.rules.has("roundup", self.sentences[claim.sentence_id])

    # ------------------------------------------------------------------ when, where, after whom

    def day(self, tellings: Sequence[Telling]) -> str:
        """The first day of a kill or capture, or of the operation in its sentence; else of another act; else published.

        Only periods of days count: what happened in some month is no part of the event.
        """
        ordered = [telling.claim for telling in leave_roundups(tellings)]
        told_in = {claim.sentence_id for claim in ordered}
        operations = list(self.happened("operation", "airstrike", "fire"))
        beside = [claim for claim in operations if claim.sentence_id in told_in]
        for claim in [*ordered, *beside, *operations, *self.happened("seized")]:
            if claim.first is not None and claim.precision in ("day", "days"):
                return claim.first.isoformat()
        return self.document.published.isoformat() if self.document.published else ""

    def province(self, tellings: Sequence[Telling]) -> list[str]:
        """The province of the first kill or capture whose place is known, else of any claim, else one that is named."""
        ordered = sorted(tellings, key=lambda t: (t.is_roundup, t.claim.start))
        for claim in [*(t.claim for t in ordered), *self.happened("operation", "fire"), *self.claims]:
            for place_id in claim.place_ids:
                place = self.gazetteer.by_id(place_id)
                if place and (name := self._province_of(place)):
                    return [name]
        for found in re.finditer(r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?),? [Pp]rovince", self.document.text):
            for words in (found[1], found[1].split()[-1]):
                for named in self.gazetteer.find(words):
                    if named.place.kind == "province" and (name := self._province_of(named.place)):
                        return [name]
        return NONE

    def _province_of(self, place: Place) -> str | None:
        if place.country != COUNTRY:
            return None
        name = place.name if place.kind == "province" else place.adm1
        plain = "".join(c for c in unicodedata.normalize("NFD", name or "") if not unicodedata.combining(c)).lower()
        return self.rules.provinces.get(plain, plain) or None

    def groups(self) -> list[str]:
        """The group named first among those whom operations, kills and captures are aimed at, else among all claims."""
        aimed = self.happened("killed", "captured", "operation")
        for claims in (aimed, self.claims):
            for claim in claims:
                words = " ".join((*claim.target, self.evidence(claim))).lower()
                for group in self.rules.groups:
                    if self._names(words, group):
                        return [group]
        return NONE

    def _names(self, words: str, group: str) -> bool:
        return any(re.search(rf"\b{re.escape(name)}\b", words) for name in self.rules.groups[group])

    # ------------------------------------------------------------------ what kind of event

    def has_airstrike(self) -> bool:
        return any(True for _ in self.happened("airstrike"))

    def is_without_shots(self) -> bool:
        """Whether it says that no shots were fired."""
        return any(
            claim.stance == "denies"
            and claim.act in self.rules.acts["fire"]
            and self.rules.has("shots", self.evidence(claim))
            for claim in self.claims
        )

    def is_raid(self, captured: int) -> bool:
        """Whether somebody was to be killed or caught: a capture, or an operation that is after a person."""
        aimed = [claim for claim in self.happened("operation") if self._is_after_somebody(claim)]
        return captured > 0 or bool(aimed)

    def _is_after_somebody(self, claim: Claim) -> bool:
        words = self.sentences[claim.sentence_id]
        return self.rules.has("raid", words) and self.rules.has("role", words)

    def event_types(self, killed: int, captured: int, airstrike: bool) -> list[str]:
        hurt = any(
            self.rules.has("civilians", " ".join((*claim.target, self.evidence(claim))))
            for claim in self.happened("hurt")
        )
        if killed and captured:
            kind = "captureandkill"
        elif killed and airstrike:
            kind = "airstrike"
        elif killed:
            kind = "insurgentskilled"
        elif hurt and not captured:
            kind = "civiliancasualty"
        else:
            kind = "detention"
        return [kind]
