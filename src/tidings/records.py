"""The nouns of tidings, frozen, in the order the flow makes them.

Document -> Sentence (with its Parse) -> Mention -> Claim -> Event; Drop for what was left out, and why.

Ids are a prefix and a hash of explicit parts, so the same content has the same id wherever and whenever it is read.
Offsets are half-open character offsets into `Document.text`; `first`/`last` are inclusive days.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

Stance = Literal["asserts", "denies", "doubts"]
Certainty = Literal["happened", "ongoing", "planned", "possible"]
Manner = Literal["force", "withdrawal", "surrender", "agreement", "unopposed"]
Precision = Literal["day", "days", "week", "month", "season", "year", "open"]
Basis = Literal["incremental", "cumulative"]
Kind = Literal["news", "opinion", "release", "digest", "transcript"]
SentenceKind = Literal["body", "quote", "caption", "header"]
Standing = Literal[
    "confirmed", "corroborated", "reported", "contested", "refuted", "feared", "planned", "denied", "doubtful"
]
# which way the evidence leans where something is contested
Leaning = Literal["likely", "unlikely", "even"]
# A link of a chain of speakers: one speaker, or several side by side.
Speaker = str | tuple[str, ...]


def make_id(prefix: str, *parts: object) -> str:
    """A content id: `prefix-` and 16 hex digits over the parts, which are told apart from each other and from null."""
    digest = hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
    return f"{prefix}-{digest[:16]}"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: immutable, compared by value, written as one JSON object."""


class Document(Record, frozen=True, kw_only=True):
    """One report as it was read.

    `text` is never changed and all offsets point into it; where it had to be taken out of something larger
    (a web page, a feed entry) `raw_text` keeps that untouched. `published_basis` and `publisher_basis` say where
    a value was found (`metadata`, `header line`, `credit`, `given`) and are null with it. `work` is the same for
    all versions of one report: same publisher and same id or address.
    """

    id: str
    work: str
    own_id: str
    publisher: str | None = None
    publisher_basis: str | None = None
    author: str | None = None
    url: str | None = None
    title: str | None = None
    dateline: str | None = None
    text: str
    raw_text: str | None = None
    language: str | None = None
    kind: Kind | None = None
    published: date | None = None
    published_basis: str | None = None
    raw_path: str | None = None
    raw_sha256: str | None = None
    extra: Mapping[str, str] = {}


class Word(msgspec.Struct, frozen=True):
    """One word of a parse. `start`, `end` are offsets into the document's text; `head` is an index into the parse.

    `text` and `lemma` are as the parser saw them: case restored, soft hyphens gone. `tag` is a Penn Treebank tag,
    `pos` a universal one, `dependency` a ClearNLP label; `entity` a label such as `GPE` or the empty string.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dependency: str
    head: int
    entity: str
    entity_starts: bool

    @property
    def lower(self) -> str:
        return self.text.lower()


class Parse(msgspec.Struct, frozen=True):
    """A parser's answer for one sentence, without the parser's types; `children[i]` hang on word i."""

    words: tuple[Word, ...]
    children: tuple[tuple[int, ...], ...]
    made_by: str


class Sentence(Record, frozen=True, kw_only=True):
    """A sentence of a report; `kind` tells body text from captions, headers and quotations that run over sentences."""

    document_id: str
    index: int
    paragraph: int
    start: int
    end: int
    kind: SentenceKind = "body"

    @property
    def id(self) -> str:
        return make_id("snt", self.document_id, self.start, self.end)


class Count(Record, frozen=True, kw_only=True):
    """A figure, always a range: `low` or `high` null is an open end. See docs/claims.md, Counts."""

    what: str
    low: int | float | None
    high: int | float | None
    of: str | None = None
    basis: Basis | None = None
    about: bool = False
    out_of: int | None = None
    text: str


class Period(Record, frozen=True, kw_only=True):
    """When something was so, as inclusive days. Both null: not said; one null: only the other end is known."""

    first: date | None = None
    last: date | None = None
    precision: Precision | None = None


class Mention(Record, frozen=True, kw_only=True):
    """A stretch of a sentence that means something: an act, an actor, a place, a period or a count.

    `start`, `end` are offsets into the document's text; `head` is the index of its head word in the sentence's
    parse; `made_by` names the lexicon row or rule.
    """

    kind: Literal["act", "actor", "place", "period", "count"]
    start: int
    end: int
    head: int
    means: str | Count | Period
    candidates: tuple[str, ...] = ()
    score: float = 1.0
    made_by: str


class Claim(Record, frozen=True, kw_only=True):
    """One thing that one report says about the world, and who says it. See docs/claims.md for every field."""

    id: str
    document_id: str
    sentence_id: str
    act: str
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    destination: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    counts: tuple[Count, ...] = ()
    said_by: tuple[Speaker, ...] = ()
    stance: Stance = "asserts"
    certainty: Certainty = "happened"
    manner: Manner | None = None
    hedged: bool = False
    start: int
    end: int
    actor_ids: tuple[str, ...] = ()
    target_ids: tuple[str, ...] = ()
    place_ids: tuple[str, ...] = ()
    place_precision: int | None = None
    destination_ids: tuple[str, ...] = ()
    speaker_ids: tuple[str, ...] = ()
    interest: str | None = None
    against_interest: bool | None = None
    interest_reason: str | None = None
    made_by: tuple[str, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """Claims that speak of the same thing. `standing` says how well it stands, never that it is true."""

    id: str
    act: str
    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    claim_ids: tuple[str, ...]
    standing: Standing
    manner_standing: Standing | None = None
    standing_reasons: tuple[str, ...] = ()
    manner_reasons: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    better_placed: tuple[str, ...] = ()
    leans: Leaning | None = None
    why: str | None = None


class Drop(Record, frozen=True, kw_only=True):
    """Something that was left out: at which stage, what, why, and in which file and row."""

    stage: str
    what: str
    reason: str
    where: str

    @property
    def id(self) -> str:
        return make_id("drp", self.stage, self.what, self.reason, self.where)


class ParsedSentence(msgspec.Struct, frozen=True):
    """A sentence with its parse; lives only inside the reading half."""

    sentence: Sentence
    parse: Parse


class DocumentReading(Record, frozen=True, kw_only=True):
    """All that the reading half makes of one document."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Claim, ...] = ()
    drops: tuple[Drop, ...] = ()
