"""Who fights whom in a report, and what that says of an act whose doer, loser or victim's enemy stands unnamed.

A report on a war names its sides and then leaves one of them out: "the Taliban took the town" (from the state's
forces), "nine soldiers were killed" (by those whom they fight). The sides are read from the acts that do name both,
then from the kinds of names: the group that a report calls rebels stands against the state that it is about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tidings.claims.country import STATE_BODIES, find_country, is_country, people_of
from tidings.claims.drafts import Draft, Report, change
from tidings.claims.main_group import REBELS, main_group
from tidings.lexicons.words import country_of_people, lands_of_groups, words
from tidings.records import Parse

BODY_WORDS = words("actors", "body_words")
CIVIL_WORDS = words("actors", "civil_words")
ALLIANCES = words("actors", "alliances")
ARMED_ACTS = ("fight.", "territory.", "harm.kill", "harm.injure", "harm.detain", "force.")
LOSERS = ("territory.capture", "fight.clash", "fight.operation", "fight.airstrike")
HARMS = ("harm.kill", "harm.injure", "harm.casualties", "harm.abduct", "force.surrender")
ARMED = words("actors", "groups") | words("actors", "units") | frozenset({"bomber", "assailant"})
FROM_THE_AIR = frozenset({"strike", "airstrike", "drone", "aircraft", "warplane", "jet", "helicopter", "plane"})
RETAKING = words("actors", "retaking")
OWN_MEN = frozenset({"fighters", "men", "its fighters", "their fighters", "its men", "our fighters", "our men"})
ENEMIES = REBELS - {"group", "outfit", "movement"}
CONTESTED = "territory.hold:contested"
REBEL_SIDE = "rebels"
ALLIED_SIDE = "alliance"


class Sides(msgspec.Struct):
    """The armed sides of a report by key: how each is called, and how often one is told to act against another."""

    country: str | None
    group: str | None
    names: defaultdict[str, Counter[str]] = msgspec.field(default_factory=lambda: defaultdict(Counter))
    against: Counter[tuple[str, str]] = msgspec.field(default_factory=Counter)
    beside: set[tuple[str, str]] = msgspec.field(default_factory=set)
    taking: Counter[str] = msgspec.field(default_factory=Counter)

    def side_of(self, name: str) -> str | None:
        """The key of the side that a name belongs to, or None for civilians, places and unknown persons."""
        parts = name.lower().replace("-", " ").split()
        if CIVIL_WORDS.intersection(parts):
            return None
        if name == self.group or name in lands_of_groups() or (parts and parts[-1].removesuffix("s") in ENEMIES):
            return REBEL_SIDE
        if ALLIANCES.intersection(parts):
            return ALLIED_SIDE
        land = next((land for part in name.split() if (land := country_of_people(part))), None)
        land = land or next((part for part in (name, " ".join(name.split()[:-1])) if is_country(part)), None)
        if land and (is_country(name) or BODY_WORDS.intersection(parts)):
            return land
        if name.lower() in STATE_BODIES:
            return self.country or "state"
        return name if name in self.names else None

    def opponent(self, names: Sequence[str]) -> str | None:
        """What the side that these fight is called, or None when the report does not tell its sides apart."""
        side = next((side for name in names if (side := self.side_of(name))), None)
        if side is None:
            return None
        allies = {other for one, other in self.beside if one == side}
        known = Counter({other: n for (one, other), n in self.against.items() if one == side and other not in allies})
        if known:
            return self._call(known.most_common(1)[0][0])
        if side != REBEL_SIDE:
            return self._call(REBEL_SIDE) if REBEL_SIDE not in allies and self._is_of_this_war(side) else None
        states = Counter(
            {key: called.total() for key, called in self.names.items() if key != REBEL_SIDE and key not in allies}
        )
        land = lands_of_groups().get(self.group or "") or self.country  # a border is named without being fought over
        home = land if land not in allies else None
        return self._call(home or (next(iter(states)) if len(states) == 1 else ""))

    def _is_of_this_war(self, side: str) -> bool:
        """Whether a side fights the report's rebels: their own state or an alliance, not another state's army."""
        land = lands_of_groups().get(self.group or "") or self.country
        return land is None or side == land or not is_country(side)

    def taker(self) -> str | None:
        """Who takes what nobody is named to take: the group, unless the report tells more of what another side took."""
        most = max(self.taking.values(), default=0)
        side = next((key for key, n in self.taking.items() if n == most and n > self.taking[REBEL_SIDE]), REBEL_SIDE)
        return self._call(side)

    def home(self) -> str | None:
        """What the forces of the state that the report is about are called, where it fights a group of its own."""
        land = lands_of_groups().get(self.group or "") or self.country
        return self._call(land) if land and (self.group or self.names.get(REBEL_SIDE)) else None

    def both(self) -> tuple[str, ...]:
        """The group and the state that fight over the land that a report is about."""
        state = self.home()
        return (self.group, state) if self.group and state else ()

    def _call(self, side: str) -> str | None:
        if side == REBEL_SIDE and self.group:
            return self.group
        if self.names.get(side):
            return self.names[side].most_common(1)[0][0]
        people = people_of(side)
        return f"{people} forces" if people else None


def find_sides(drafts: Iterable[Draft], report: Report) -> Sides:
    """The sides as the report's own acts tell them."""
    sides = Sides(country=find_country(report), group=main_group(report))
    for draft in drafts:
        if not draft.act.startswith(ARMED_ACTS):
            continue
        ones, others = ([(s, n) for n in names if (s := sides.side_of(n))] for names in (draft.actor, draft.target))
        for side, name in (*ones, *others):
            sides.names[side][name] += 1
        if draft.act == "territory.capture" and draft.stance == "asserts" and draft.certainty == "happened":
            sides.taking.update({side for side, _ in ones})
        for one, _ in ones:
            for other, _ in others:
                if one != other and draft.act == "force.support":
                    sides.beside |= {(one, other), (other, one)}
                elif one != other and draft.act.startswith(("fight.", "territory.", "harm.")):
                    sides.against[one, other] += 1
                    sides.against[other, one] += 1
    return sides


def fill_sides(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts with the other side where an act names only one of two that fight."""
    told = list(drafts)
    sides = find_sides(told, report)
    for draft in told:
        plain = _name_speakers_men(_drop_actor(draft, sides), sides)
        is_open = _is_from_the_air(draft, report.sentences[draft.at].parse)
        done = _take_speech(plain if is_open else _fill_actor(plain, sides))
        yield _part_sides(_fill_target(done, sides))


def _name_speakers_men(draft: Draft, sides: Sides) -> Draft:
    """Bare "fighters" of whom their own spokesman tells are his: "the movement's spokesman said fighters took it"."""
    speaker = draft.said_by[-1] if draft.said_by else None
    if not sides.group or not isinstance(speaker, str) or sides.group.lower() not in speaker.lower():
        return draft
    if len(draft.actor) == 1 and draft.actor[0].lower() in OWN_MEN and not draft.act.startswith("harm.detain"):
        return change(draft, "sides.speakers_men", actor=(sides.group,))
    return draft


def _is_from_the_air(draft: Draft, parse: Parse) -> bool:
    """ "Killed by aircraft", "died in an air strike": many have aircraft, and the text leaves open whose they were."""
    if draft.act == "fight.airstrike":
        return True
    if not draft.act.startswith("harm."):
        return False
    fillers = (i for slot in ("subject", "by", "in", "from") for i in draft.arguments.get(slot, ()))
    return any(parse.words[i].lemma in FROM_THE_AIR for i in fillers)


def _take_speech(draft: Draft) -> Draft:
    """A town does not say that it was taken: "Kidal, which they entered and announced that they had taken"."""
    speaker = draft.said_by[-1] if draft.said_by else None
    if not draft.act.startswith("territory.") or not isinstance(speaker, str) or speaker not in draft.place:
        return draft
    if is_country(speaker):
        return draft
    taker = draft.actor if len(draft.actor) == 1 and speaker not in draft.actor else ()
    return change(draft, "sides.taker_speaks", said_by=(*draft.said_by[:-1], *taker))


def _part_sides(draft: Draft) -> Draft:
    """Nobody fights, takes or kills himself: where both sides are read the same, the second is unknown."""
    if draft.actor and draft.actor == draft.target:
        return change(draft, "sides.not_oneself", target=())
    return draft


def _drop_actor(draft: Draft, sides: Sides) -> Draft:
    """The draft without an actor who cannot be meant."""
    if "inherit.actor" in draft.rules and not _may_have_done(draft, sides):
        draft = change(draft, "sides.no_actor", actor=())
    if draft.act.startswith("territory.") and draft.actor and set(draft.actor) <= set(draft.place):
        draft = change(draft, "sides.no_actor", actor=())  # a town has not left, taken or held itself
    return draft


def _is_contested(draft: Draft) -> bool:
    """Told by the word, or as one share of a tally: "nine are contested"."""
    return draft.row.made_by.startswith(CONTESTED) or any(count.of == "contested" for count in draft.counts)


def _fill_actor(draft: Draft, sides: Sides) -> Draft:
    doer = None
    if draft.actor:
        return draft
    if _is_contested(draft) and (both := sides.both()):
        return change(draft, "sides.both", actor=both)
    if draft.act.startswith((*HARMS, "fight.", "territory.capture")) and draft.target:
        doer = sides.opponent(draft.target)
    elif draft.act == "territory.capture" and sides.group:
        takes_back = any(word in RETAKING for word in _trigger_words(draft))
        doer = sides.opponent([sides.group]) if takes_back else sides.taker()
    elif draft.act == "fight.clash":
        doer = sides.home()
    return change(draft, "sides.actor", actor=(doer,)) if doer and doer not in draft.target else draft


def _may_have_done(draft: Draft, sides: Sides) -> bool:
    """Whether an actor taken from before can be meant: one who fights, and not against his own men."""
    doers = {sides.side_of(name) for name in draft.actor} - {None}
    if not doers:
        return any(_bears_arms(name) for name in draft.actor)
    return doers.isdisjoint(sides.side_of(name) for name in draft.target)


def _bears_arms(name: str) -> bool:
    """ "Gunmen", "the attackers", "two assailants": whoever they are, they fight."""
    last = name.lower().split()[-1]
    return not ARMED.isdisjoint({last, last.removesuffix("s")})


def _trigger_words(draft: Draft) -> list[str]:
    """The words of the row that found an act: "territory.capture:take back [...]" is `["take", "back"]`."""
    return draft.row.made_by.partition(":")[2].partition(" [")[0].replace("/", " ").split()


def _fill_target(draft: Draft, sides: Sides) -> Draft:
    if draft.act not in LOSERS or not draft.actor or draft.target or draft.manner == "agreement":
        return draft  # what is handed over comes from a friend as often as from an enemy
    loser = sides.opponent(draft.actor)
    return change(draft, "sides.target", target=(loser,)) if loser else draft
