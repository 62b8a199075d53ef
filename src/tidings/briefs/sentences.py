"""A sentence of the brief: what happened, how sure it is said to be, who says so, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tidings.briefs.cited import CitedClaim, Piece
from tidings.briefs.clauses import Clause, tell_clause
from tidings.briefs.names import capitalise, tell_names
from tidings.briefs.voices import THIS, gather_voices, tell_addition, tell_voices
from tidings.records import Claim, Event

LONGEST_QUOTE = 240
TAKING = "territory.capture"


class Told(msgspec.Struct, frozen=True):
    """A claim with its clause."""

    cited: CitedClaim
    clause: Clause
    places: tuple[str, ...]

    @property
    def claim(self) -> Claim:
        """The claim as its sentence has it."""
        return self.cited.said

    @property
    def key(self) -> tuple[object, ...]:
        """Claims with the same key say the same in the same way, and are told together."""
        return self.claim.stance, is_ahead(self.claim), self.claim.hedged, self.clause


def is_ahead(claim: Claim) -> str | None:
    """Whether the claim speaks of what is to come, as planned or as possible."""
    return claim.certainty if claim.certainty in ("planned", "possible") else None


def tell_event(event: Event, claims: Iterable[CitedClaim]) -> tuple[Piece, ...]:
    """One sentence for an event: its first telling in full, then who tells it otherwise, denies it or doubts it."""
    told = sorted((_tell(cited, event) for cited in claims), key=lambda one: _rank(one.claim, event))
    groups: dict[tuple[object, ...], list[Told]] = {}
    for one in told:
        groups.setdefault(one.key, []).append(one)
    head, *others = groups.values()
    pieces = list(_tell_group(head, head[0].clause.text))
    for group in others:
        pieces += [Piece("; "), *_tell_again(group, head[0])]
    return _finish(pieces)


def tell_statement(cited: CitedClaim) -> tuple[Piece, ...]:
    """One sentence for something said, with the words themselves: the claim tells only that it was said."""
    told = Told(cited, tell_clause(cited, ()), ())
    (piece,) = _tell_group([told], told.clause.text)
    return _finish([Piece(f"{piece.text}: “{_shorten(cited.quote)}”", piece.claim_ids)])


def _tell(cited: CitedClaim, event: Event) -> Told:
    # A capture of several places is as many events: each tells its own place.
    is_one_place = cited.claim.act.startswith("territory.") and len(event.place) == 1
    places = event.place if is_one_place else cited.claim.place
    return Told(cited, tell_clause(cited, places), places)


def _rank(claim: Claim, event: Event) -> tuple[bool, bool, bool]:
    """What is said to be so comes before denials and doubts, the event's own act first, hearsay last."""
    return claim.stance != "asserts", claim.act != event.act, claim.hedged


def _tell_group(group: Sequence[Told], body: str) -> Iterator[Piece]:
    claim = group[0].claim
    voices = gather_voices(told.cited for told in group)
    for text, voice in tell_voices(voices, body, claim.stance, is_hedged=claim.hedged):
        yield Piece(text, voice.claim_ids)


def _tell_again(group: Sequence[Told], head: Told) -> Iterator[Piece]:
    """A further group of claims, shortened by what the sentence has told already."""
    told = group[0]
    if _is_same_event(told, head):
        addition = _find_addition(told, head)
        for number, voice in enumerate(gather_voices(one.cited for one in group)):
            text = tell_addition(voice, addition, is_hedged=told.claim.hedged, is_less=_says_less(told, head))
            yield Piece(f"{'; ' if number else ''}{text}", voice.claim_ids)
        return
    yield from _tell_group(group, THIS if _is_against(told, head) else _shorten_clause(told, head))


def _is_same_event(told: Told, head: Told) -> bool:
    """Whether the claim says only what the sentence has told, apart from when, how and from whom a place was taken."""
    claim, first = told.claim, head.claim
    return (
        claim.stance == first.stance == "asserts"
        and is_ahead(claim) == is_ahead(first)
        and claim.act == first.act
        and told.places == head.places
        and (claim.actor, claim.destination, claim.counts) == (first.actor, first.destination, first.counts)
        and (claim.target in ((), first.target) or claim.act == TAKING)
    )


def _says_less(told: Told, head: Told) -> bool:
    """Whether the claim leaves open what the sentence has told: it must not be made to say it."""
    return any(
        known and not said
        for known, said in (
            (head.claim.target, told.claim.target),
            (head.clause.when, told.clause.when),
            (head.clause.manner, told.clause.manner),
        )
    )


def _find_addition(told: Told, head: Told) -> str:
    """What the claim says otherwise or besides: "from the army by force on 3 May 1999"."""
    claim, parts = told.claim, []
    if claim.target not in ((), head.claim.target):
        parts.append(f"from {tell_names(claim.target)}")
    parts += [
        part
        for part, known in ((told.clause.manner, head.clause.manner), (told.clause.when, head.clause.when))
        if part != known
    ]
    return " ".join(part for part in parts if part)


def _is_against(told: Told, head: Told) -> bool:
    """Whether the claim denies or doubts just what the sentence has told."""
    return (
        told.claim.stance != "asserts"
        and head.claim.stance == "asserts"
        and is_ahead(told.claim) == is_ahead(head.claim)
        and told.clause.core == head.clause.core
        and told.clause.when in ("", head.clause.when)
        and told.clause.manner in ("", head.clause.manner)
        and told.clause.figures in ("", head.clause.figures)
    )


def _shorten_clause(told: Told, head: Told) -> str:
    """The clause without the place and the day that the sentence has told."""
    clause = tell_clause(told.cited, told.places, is_place_told=told.places == head.places)
    return clause.without_time() if told.clause.when == head.clause.when else clause.text


def _shorten(quote: str) -> str:
    words = " ".join(quote.split()).strip('“”" ')
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _finish(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces as a sentence: a capital at its start and a full stop at its end."""
    first, *others = pieces
    return (msgspec.structs.replace(first, text=capitalise(first.text)), *others, Piece("."))
