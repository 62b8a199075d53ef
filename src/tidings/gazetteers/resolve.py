"""Resolution: which places the toponyms of one report mean, all weighed together.

A toponym is settled only where its first candidate leads every other place that is elsewhere by MARGIN; else it stays
ambiguous, with its candidates. Where districts are known one by one (`Gazetteer.detailed`), a name that units of
several provinces share is settled by what the text says alone, never by size.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tidings.gazetteers.gazetteer import Gazetteer, Named
from tidings.gazetteers.kinds import UNITS, How, Place
from tidings.gazetteers.normalise import name_key
from tidings.gazetteers.scores import Reason, Weighed, say_country, say_holder, weigh
from tidings.gazetteers.spheres import distance_km
from tidings.gazetteers.together import Group, weigh_together
from tidings.gazetteers.toponyms import Cues, Toponym, Use, read_cues

MARGIN = 1.0  # between the first candidate and the next that is elsewhere
ELSEWHERE_KM = 25.0
MOST = 40  # candidates that are weighed for one name
# UCDP GED codebook, where_prec: 1 the place itself, 2 near it, 3 second-order unit, 4 first-order unit, 6 country
# (a region is given the precision of what it is made of)
PRECISION = {"country": 6, "region": 6, "province": 4, "district": 3, "temporary_district": 3}
EXACT, NEAR = 1, 2


class Candidate(msgspec.Struct, frozen=True):
    """One reading of a toponym: the place, its score, and what speaks for and against it."""

    place: Place
    score: float
    reasons: tuple[Reason, ...]


class Resolution(msgspec.Struct, frozen=True):
    """A toponym with its candidates, the best first; `chosen` is null where none leads by the margin.

    `near`: only something close to the place is meant. `precision` is UCDP's where_prec for what is chosen. `use` is
    "rulers" where the name stands for a government or a body, so that nothing took place there by this mention.
    """

    toponym: Toponym
    candidates: tuple[Candidate, ...]
    chosen: Candidate | None
    near: bool
    use: Use

    @property
    def precision(self) -> int | None:
        if self.chosen is None:
            return None
        exact = PRECISION.get(self.chosen.place.kind, EXACT)
        return NEAR if self.near and exact == EXACT else exact

    @property
    def is_ambiguous(self) -> bool:
        return bool(self.candidates) and self.chosen is None


def resolve(
    text: str, toponyms: Sequence[Toponym], gazetteer: Gazetteer, country: str | None = None
) -> list[Resolution]:
    """One resolution for each toponym of a report, in their order; `country` is what the report is about."""
    order = sorted(range(len(toponyms)), key=lambda i: (toponyms[i].start, toponyms[i].end))
    ordered = [toponyms[i] for i in order]
    cues = read_cues(text, ordered)
    about = gazetteer.country(country) if country else None
    groups, group_of = _group(ordered, cues, gazetteer, about)
    weigh_together(groups)
    settled = [_settle(group, gazetteer.detailed) for group in groups]
    found: list[Resolution | None] = [None] * len(toponyms)
    for i, cue, g in zip(order, cues, group_of, strict=True):
        candidates, chosen = settled[g]
        capital = chosen is not None and chosen.place.rank == 3
        use: Use = "rulers" if cue.use == "rulers" or (cue.speaks and (capital or _is_country(chosen))) else "place"
        found[i] = Resolution(toponyms[i], candidates, chosen, cue.near, use)
    return [resolution for resolution in found if resolution is not None]


def _group(
    toponyms: Sequence[Toponym], cues: Sequence[Cues], gazetteer: Gazetteer, about: Place | None
) -> tuple[list[Group], list[int]]:
    """Mentions that share a name and its cues are one question; holders are asked before what they hold."""
    groups: dict[tuple[str, tuple[str, ...], str | None], Group] = {}
    first: dict[tuple[str, tuple[str, ...], str | None], int] = {}
    keys = []
    for i, (toponym, cue) in enumerate(zip(toponyms, cues, strict=True)):
        holder = name_key(cues[cue.holder].core) if cue.holder is not None else None
        key = (name_key(toponym.name), cue.kinds, holder)
        keys.append(key)
        if key not in groups:
            first[key] = i
            found = find_places(toponym, cue, gazetteer)
            weighed = [weigh(named, toponym.name, cue, gazetteer.detailed) for named in found]
            say_country(weighed, about)
            groups[key] = Group(key, toponym.name, weighed)
    for key, group in groups.items():
        holder_at = cues[first[key]].holder
        if holder_at is not None:
            say_holder(group.candidates, groups[keys[holder_at]].candidates, toponyms[holder_at].name)
        group.candidates = sorted(group.candidates, key=lambda c: -c.score)[:MOST]
    numbers = {key: number for number, key in enumerate(groups)}
    return list(groups.values()), [numbers[key] for key in keys]


def find_places(toponym: Toponym, cues: Cues, gazetteer: Gazetteer) -> list[Named]:
    """Places under the whole name and under the name without its word for a unit; each once."""
    found: dict[int, Named] = {}
    for name in dict.fromkeys((toponym.name, cues.core)):
        for named in gazetteer.find(name):
            known = found.get(named.place.row)
            if known is None or named.how < known.how:
                found[named.place.row] = named
    return list(found.values())


def _settle(group: Group, detailed: frozenset[str]) -> tuple[tuple[Candidate, ...], Candidate | None]:
    weighed = sorted(group.candidates, key=lambda c: (-c.score, c.place.row))
    candidates = tuple(Candidate(c.place, round(c.score, 2), tuple(c.reasons)) for c in weighed)
    if not weighed:
        return candidates, None
    top, *others = weighed
    rivals = [other for other in others if is_elsewhere(top.place, other.place)]
    leads = all(top.score - rival.score >= MARGIN for rival in rivals)
    shared = any(_share_name(top, rival, detailed) for rival in rivals)
    return candidates, candidates[0] if leads and not shared else None


def is_elsewhere(a: Place, b: Place) -> bool:
    """Whether two places differ in more than kind: neither holds the other, and they lie apart."""
    if a.row in b.parents or b.row in a.parents:
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return True
    return distance_km((a.lat, a.lon), (b.lat, b.lon)) > ELSEWHERE_KM


def _share_name(top: Weighed, rival: Weighed, detailed: frozenset[str]) -> bool:
    """Whether two places in different provinces of a detailed country bear the name alike, and no cue parts them."""
    return (
        top.place.country == rival.place.country
        and top.place.country in detailed
        and top.named.how == rival.named.how == How.MAIN
        and top.place.adm1 != rival.place.adm1
        and {top.place.kind, rival.place.kind} & (UNITS - {"country", "province"}) != set()
        and top.cues - rival.cues < MARGIN
    )


def _is_country(candidate: Candidate | None) -> bool:
    return candidate is not None and candidate.place.kind == "country"
