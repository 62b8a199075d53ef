"""What a corrected claim means: the ids of the places and actors that a person named, and whose interest it serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from tidings.actors import ActorTable, resolve_actors
from tidings.errors import TidingsError
from tidings.gazetteers import Gazetteer, look_up
from tidings.gazetteers.kinds import Place
from tidings.gazetteers.resolve import EXACT, PRECISION
from tidings.records import Claim, Document

WHO = frozenset({"act", "actor", "target", "said_by", "stance"})


def settle(
    claim: Claim,
    changed: Collection[str],
    document: Document,
    beside: Sequence[Claim],
    given: tuple[Gazetteer, ActorTable],
) -> Claim:
    """The claim with its ids as its corrected fields ask, but for ids that were corrected themselves.

    `beside` are the claims of the same report: a name means what it means there, else what the gazetteer settles.
    """
    gazetteer, table = given
    names = _names_of(beside)
    for field in ("place", "destination"):
        if field in changed and f"{field}_ids" not in changed:
            told: tuple[str, ...] = getattr(claim, field)
            ids = (names.get(name) or _look_up(name, beside, gazetteer) for name in told)
            claim = msgspec.structs.replace(claim, **{f"{field}_ids": tuple(dict.fromkeys(filter(None, ids)))})
    if {"place", "place_ids"} & set(changed):
        claim = msgspec.structs.replace(claim, place_precision=_precision(claim.place_ids, gazetteer))
    if WHO & set(changed):
        (found,) = resolve_actors(document, [claim], table, _lands(beside, gazetteer)).claims
        kept = {
            ids: getattr(found, ids)
            for field, ids in (("actor", "actor_ids"), ("target", "target_ids"), ("said_by", "speaker_ids"))
            if field in changed and ids not in changed
        }
        kept |= {name: getattr(found, name) for name in ("interest", "against_interest", "interest_reason")}
        claim = msgspec.structs.replace(claim, **kept)
    return claim


def check_ids(field: str, ids: Iterable[str], gazetteer: Gazetteer, table: ActorTable) -> None:
    """Nothing, or a TidingsError that names the ids that no table knows."""
    unknown = list(find_unknown_ids(field, ids, gazetteer, table))
    if unknown:
        raise TidingsError("; ".join(unknown))


def find_unknown_ids(field: str, ids: Iterable[str], gazetteer: Gazetteer, table: ActorTable) -> Iterator[str]:
    """What is wrong with each id that no table knows, in words."""
    for name in ids:
        if field in ("place_ids", "destination_ids") and gazetteer.by_id(name) is None:
            yield f"{field}: no place has the id {name!r}; to see ids, run: tidings places NAME"
        if field in ("actor_ids", "target_ids") and table.get(name.partition(":")[0]) is None:
            yield f"{field}: no actor has the id {name!r}; to see ids, run: tidings actors NAME"


def _names_of(claims: Iterable[Claim]) -> dict[str, str]:
    names: dict[str, str] = {}
    for claim in claims:
        for told, ids in ((claim.place, claim.place_ids), (claim.destination, claim.destination_ids)):
            if len(told) == len(ids):
                names |= dict(zip(told, ids, strict=True))
    return names


def _look_up(name: str, beside: Iterable[Claim], gazetteer: Gazetteer) -> str | None:
    countries = Counter(place.country for place in _places(beside, gazetteer))
    about = min(countries, key=lambda code: (-countries[code], code)) if countries else None
    chosen = look_up(name, gazetteer, country=about).chosen
    return chosen.place.id if chosen else None


def _places(claims: Iterable[Claim], gazetteer: Gazetteer) -> list[Place]:
    found = (gazetteer.by_id(place_id) for claim in claims for place_id in claim.place_ids)
    return [place for place in found if place is not None]


def _lands(claims: Iterable[Claim], gazetteer: Gazetteer) -> list[str]:
    return [code.lower() for place in _places(claims, gazetteer) if (code := gazetteer.iso3(place.country))]


def _precision(place_ids: Iterable[str], gazetteer: Gazetteer) -> int | None:
    found = [gazetteer.by_id(place_id) for place_id in place_ids]
    return max((PRECISION.get(place.kind, EXACT) for place in found if place), default=None)
