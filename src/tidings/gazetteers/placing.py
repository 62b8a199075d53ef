"""The ids of the places of claims: all names of a report resolved together, then each claim's own looked up.

A name that is not settled by the margin gives no id, and neither does one that stands for a government where the claim
is told: a claim's `place` keeps the words, whatever its `place_ids` hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from tidings.gazetteers.gazetteer import Gazetteer
from tidings.gazetteers.normalise import name_key, strip_unit
from tidings.gazetteers.resolve import Resolution, resolve
from tidings.gazetteers.spot import spot_toponyms
from tidings.gazetteers.toponyms import Toponym
from tidings.records import Claim, Document, ParsedSentence


def place_claims(
    claims: Sequence[Claim], document: Document, sentences: Sequence[ParsedSentence], gazetteer: Gazetteer
) -> list[Claim]:
    """The claims with `place_ids` and `destination_ids` filled as far as their names are settled.

    `place_precision` is UCDP's where_prec of the least exact of the places: 2 says that it happened near, not there.
    """
    if not any(claim.place or claim.destination for claim in claims):
        return list(claims)
    spotted = spot_toponyms(document.text, sentences, gazetteer)
    told = dict.fromkeys(name for claim in claims for name in (*claim.place, *claim.destination))
    names = [*told, *(town for name in told if (town := town_of(name)))]
    toponyms = [*spotted, *_unspotted(document.text, names, spotted)]
    report = _Report(resolve(document.text, toponyms, gazetteer))
    spans = {parsed.sentence.id: (parsed.sentence.start, parsed.sentence.end) for parsed in sentences}
    return [
        msgspec.structs.replace(
            claim,
            place_ids=_ids(places := report.settled(_where(claim, report), spans[claim.sentence_id])),
            place_precision=max((resolution.precision or 0 for resolution in places), default=None),
            destination_ids=_ids(report.settled(claim.destination, spans[claim.sentence_id])),
        )
        for claim in claims
    ]


def town_of(name: str) -> str:
    """The town in the name of a site without one of its own: Goma of "Goma airport", none of "Goma"."""
    parts = name.split()
    while parts and (parts[-1].islower() or parts[-1].endswith("'s")):
        parts.pop()
    town = " ".join(parts)
    return town if town != name else ""


def _where(claim: Claim, report: _Report) -> list[str]:
    """The places of a claim by the names that are known: a site in a town is found under the town.

    Not where a place changes hands: who takes the airport has not taken the town.
    """
    if claim.act.startswith("territory."):
        return list(claim.place)
    return [name if report.knows(name) else town_of(name) or name for name in claim.place]


def find_lands(claims: Iterable[Claim], gazetteer: Gazetteer) -> list[str]:
    """The countries in which claims have their places, by codes of three small letters, once for each place."""
    places = (gazetteer.by_id(place_id) for claim in claims for place_id in claim.place_ids)
    codes = (gazetteer.iso3(place.country) for place in places if place is not None)
    return [code.lower() for code in codes if code]


class _Report:
    """The resolutions of a report by name."""

    def __init__(self, resolutions: Iterable[Resolution]) -> None:
        self._by_key: dict[str, list[Resolution]] = {}
        for resolution in resolutions:
            for key in {name_key(resolution.toponym.name), name_key(strip_unit(resolution.toponym.name)[0])}:
                self._by_key.setdefault(key, []).append(resolution)

    def knows(self, name: str) -> bool:
        """Whether a name stands in the report as a place of its own."""
        return name_key(name) in self._by_key

    def settled(self, names: Iterable[str], span: tuple[int, int]) -> list[Resolution]:
        """The resolutions of the names that are settled, in their order."""
        found = (self._meant(name, span) for name in names)
        return [resolution for resolution in found if resolution and resolution.chosen and resolution.use == "place"]

    def _meant(self, name: str, span: tuple[int, int]) -> Resolution | None:
        """The mention in the claim's sentence, a place before a government; else the last before; else the first.

        One that is not settled means what its name means elsewhere in the report, where that is one place and the
        likeliest here too.
        """
        if name.islower():
            return None  # "the hospital" is no village of that name
        mentions = self._by_key.get(name_key(name)) or self._by_key.get(name_key(strip_unit(name)[0])) or []
        inside = [m for m in mentions if span[0] <= m.toponym.start < span[1]]
        before = [m for m in mentions if m.toponym.start < span[0] and m.use == "place"]
        if inside:
            meant = next((m for m in inside if m.use == "place"), inside[0])
        elif mentions:
            meant = before[-1] if before else mentions[0]
        else:
            return None
        return meant if meant.chosen or meant.use != "place" else self._elsewhere(meant, mentions) or meant

    def _elsewhere(self, meant: Resolution, mentions: Sequence[Resolution]) -> Resolution | None:
        settled = {m.chosen.place.id: m for m in mentions if m.chosen and m.use == "place"}
        likeliest = meant.candidates[0].place.id if meant.candidates else None
        return settled.get(likeliest) if likeliest and len(settled) == 1 else None


def _ids(resolutions: Iterable[Resolution]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.chosen.place.id for found in resolutions if found.chosen))


def _unspotted(text: str, names: Iterable[str], spotted: Sequence[Toponym]) -> list[Toponym]:
    """Names of claims that the parser took for no place, wherever they stand free."""
    taken = {offset for toponym in spotted for offset in range(toponym.start, toponym.end)}
    found = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            offsets = range(match.start(), match.end())
            if taken.isdisjoint(offsets):
                taken.update(offsets)
                found.append(Toponym(name, match.start(), match.end()))
    return found
