"""What fills the slots of a phrase: sides, places and figures of a claim, as words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from tidings.briefs.figures import SHARES, is_many, tell_figures, tell_members, tell_people
from tidings.briefs.names import is_description, is_plural, list_up, tell_names
from tidings.briefs.phrases import Phrase, Slot
from tidings.briefs.places import tell_in_places, tell_places, tell_way
from tidings.briefs.words import load_words
from tidings.records import Claim, Count

# Figures of these can hold the others beside them, or be held by them.
WHOLES = (None, "people", "civilians")
PARTS = ("children", "women", "girls", "boys", "civilians")


def find_slots(claim: Claim, phrase: Phrase, places: Sequence[str]) -> dict[str, Slot]:
    """Every slot that the claim can fill."""
    return dict(chain(_find_sides(claim), _find_places(claim, places), _find_figures(claim, phrase, places)))


def _find_sides(claim: Claim) -> Iterator[tuple[str, Slot]]:
    actor = Slot(tell_names(claim.actor), is_plural(claim.actor))
    target = Slot(tell_names(claim.target), is_plural(claim.target))
    if claim.actor:
        yield "actor", actor
        if all(is_description(name) and is_plural([name]) for name in claim.actor):
            yield "troops", actor
    if len(claim.actor) > 1:
        yield "rivals", actor
    if claim.target:
        yield "target", target
        yield "thing" if all(is_description(name) for name in claim.target) else "owner", target
    if len(claim.actor) + len(claim.target) > 1:
        yield "sides", Slot(tell_names((*claim.actor, *claim.target)), is_plural=True)


def _find_places(claim: Claim, places: Sequence[str]) -> Iterator[tuple[str, Slot]]:
    if places:
        yield "place", Slot(tell_places(places), len(places) > 1)
        yield "in_place", Slot(tell_in_places(places))
    if claim.destination:
        yield "to_destination", Slot(tell_way("to", claim.destination))
        yield "for_destination", Slot(tell_way("for", claim.destination))


def _find_figures(claim: Claim, phrase: Phrase, places: Sequence[str]) -> Iterator[tuple[str, Slot]]:
    units = units_of(claim)
    # A list of places, told place by place: the count is of all of them, and stands apart.
    if units and len(places) >= len(claim.place):
        yield "units", Slot(tell_figures(units), is_many(units))
    if claim.counts and not any(count.what in SHARES for count in claim.counts):
        yield "figures", Slot(tell_figures(claim.counts), is_many(claim.counts))
    if phrase.harm:
        people = people_of(claim, phrase)
        yield "victims", _tell_harmed(people, claim.target)
        yield "people", _tell_harmed(people, claim.actor)
        if people:
            yield "counted", _tell_harmed(people, claim.actor)


def _tell_harmed(people: Sequence[Count], names: Sequence[str]) -> Slot:
    """The people with their figures. What may be a part of another figure is never listed as if it came on top."""
    if not people:
        return Slot(tell_members(names), not names or is_plural(names) or not is_description(names[0]))
    first, others = people[0], people[1:]
    if others and (first.of in WHOLES or any(count.of in PARTS for count in others)):
        also = list_up([tell_people(count, ()) for count in others])
        return Slot(f"{tell_people(first, names)} (also told: {also})", is_many(people[:1]))
    return Slot(list_up([tell_people(count, () if others else names) for count in people]), is_many(people))


def units_of(claim: Claim) -> list[Count]:
    return [_name_once(count, claim) for count in claim.counts if count.what in load_words().units]


def _name_once(count: Count, claim: Claim) -> Count:
    """The count without what it is of, where the clause says that already."""
    is_told = count.of in claim.actor or (count.of == "contested" and len(claim.actor) > 1)
    return msgspec.structs.replace(count, of=None) if is_told else count


def people_of(claim: Claim, phrase: Phrase) -> list[Count]:
    kinds = ("people", "fighters") if phrase.harm == "people" else (phrase.harm,)
    return [count for count in claim.counts if count.what in kinds]
