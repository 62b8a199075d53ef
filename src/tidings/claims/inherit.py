"""What a detail takes from what was told before it in the same report (claims.md, What a sentence inherits).

Half of all places and actors stand outside the claim's own sentence. A detail takes place, day and actor of the event
it elaborates unless it names its own; a new event or a new named place ends this. Captions lend nothing and take
nothing; background with a time of its own takes the place, never the day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from tidings.claims.country import find_named_country, is_country
from tidings.claims.drafts import Draft, Report, change
from tidings.claims.handed_down import EVERYWHERE, POLICY, is_bound, is_total, land_of_victims, opens_paragraph
from tidings.claims.hearsay import is_with_body, is_with_speaker
from tidings.claims.many import is_of_many
from tidings.claims.sites import at_site
from tidings.lexicons.words import words
from tidings.lines.datelines import find_dateline
from tidings.records import Parse, Period

# Acts that have no place of their own, and acts of policy that need none.
PLACELESS = ("say.", "talk.agree", "talk.meet", "talk.break", "talk.violate", "law.")
DETAILS = ("harm.", "destroy.", "fight.", "force.seize", "displace.")
# What is said and settled somewhere does not lie there: a truce made in one town is kept in another.
NOT_LENT = ("talk.", "say.", "law.", "move.")
HAPPENINGS = ("protest.", "fight.", "harm.", "territory.", "destroy.", "displace.", "force.")
MAIN_SHARE = 0.2  # of the report's mentions of places, for its main one
CIVIL_WORDS = words("actors", "civil_words")
FIGHTS, PERPETRATORS = words("actors", "fights"), words("actors", "perpetrators")
APART = frozenset({";", '"', "“", "”"})  # what parts two statements of one sentence
OVER = frozenset({"over", "during", "for", "in", "within"})
STRETCHES = frozenset({"day", "night", "week", "month", "year"})
REACH = 3  # sentences over which a day is handed on


class _Told(msgspec.Struct):
    """What the report has told so far: the last place, and the last happening with its day and sides.

    `place_at` is where acts were last in that place, `told_at` where it was last named.
    """

    country: str | None = None
    main: str | None = None
    place: tuple[str, ...] = ()
    place_at: int = -1
    told_at: int = -1
    places: Counter[tuple[str, ...]] = msgspec.field(default_factory=Counter)
    event: Draft | None = None
    doer: Draft | None = None
    fight: Draft | None = None
    paragraph: int = -1


def inherit(drafts: Iterable[Draft], report: Report) -> Iterator[Draft]:
    """The drafts in the order of the text, each with what it takes from those before it and beside it."""
    told = _Told(country=find_named_country(report), main=_main_place(report))
    passed = 0
    for group in _by_sentence(drafts):
        for at in range(passed, group[0].at):
            _pass_by(told, report, at)
        passed = group[0].at + 1
        _open_item(told, report, group[0].at)
        kind = report.sentences[group[0].at].sentence.kind
        parse = report.sentences[group[0].at].parse
        claimed = _who_claimed(group)
        placed = [at_site(draft) if draft.place else draft for draft in group]
        beside = [_from_beside(_take_claimed(draft, claimed), placed, parse) for draft in placed]
        if kind == "caption":
            yield from beside
            continue
        settled = [at_site(_from_before(draft, told, report)) for draft in beside]
        for draft in settled:
            _remember(told, draft, report)
        yield from settled


def _main_place(report: Report) -> str | None:
    """The place below a country that a report names most, where it is not one of many that are each named once."""
    told = Counter(
        str(mention.means)
        for parsed, found in zip(report.sentences, report.mentions, strict=True)
        if parsed.sentence.kind not in ("caption", "header")
        for mention in found.places
        if not mention.candidates and not is_country(str(mention.means)) and _names_place(parsed.parse, mention.head)
    )
    if not told:
        return None
    name, most = told.most_common(1)[0]
    return name if most >= MAIN_SHARE * told.total() and (most > 1 or len(told) == 1) else None


def _names_place(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    if word.dependency == "pobj" and parse.words[word.head].lower in ("by", "with", "against"):
        return False  # a capital that stands for its government
    if is_with_speaker(parse, i) or is_with_body(parse, i):
        return False
    return word.dependency in ("pobj", "dobj", "nsubjpass", "conj", "appos", "nsubj")


def _pass_by(told: _Told, report: Report, at: int) -> None:
    """A sentence that tells no act may still say where we are."""
    if report.sentences[at].sentence.kind in ("caption", "header"):
        return
    _open_item(told, report, at)
    parse = report.sentences[at].parse
    for mention in report.mentions[at].places:
        if mention.candidates or is_country(str(mention.means)) or not _says_where(parse, mention.head):
            continue
        told.place, told.place_at, told.told_at = (str(mention.means),), at, at
        return  # "in Burka, in Baghlan": the first is the nearer


def _open_item(told: _Told, report: Report, at: int) -> None:
    """The town that heads an item of a digest is where it plays, and nothing is taken from the items before."""
    sentence = report.sentences[at].sentence
    if at and report.sentences[at - 1].sentence.paragraph == sentence.paragraph:
        return
    heading = find_dateline(report.text[sentence.start : sentence.end])
    if heading is None or "place" not in heading.parts or heading.length >= sentence.end - sentence.start:
        return
    told.place, told.place_at, told.told_at = (heading.parts["place"].title(),), at, at
    told.event = told.doer = told.fight = None


def _says_where(parse: Parse, i: int) -> bool:
    word = parse.words[i]
    if word.dependency != "pobj" or is_with_speaker(parse, i) or is_with_body(parse, i):
        return False
    return parse.words[word.head].lower in ("in", "at", "near", "of", "outside")


def _by_sentence(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    group: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.at, draft.mention.start)):
        if group and draft.at != group[0].at:
            yield group
            group = []
        group.append(draft)
    if group:
        yield group


def _from_beside(draft: Draft, group: list[Draft], parse: Parse) -> Draft:
    """What the other acts of the same sentence say: "A bomb in Mosul on Monday killed five"."""
    others = sorted((other for other in group if other is not draft), key=lambda other: abs(other.head - draft.head))
    happenings = [other for other in others if other.act.startswith(HAPPENINGS)]
    if not is_of_many(draft, parse):
        draft = _place_beside(draft, happenings)
    if draft.act.startswith("harm.") and not draft.actor:
        cause = next((o for o in happenings if _may_be_cause(o, draft, parse)), None)
        clash = next((o for o in others if o.target and _fell_in(draft, o)), None)
        if cause:
            draft = change(draft, "inherit.actor_beside", actor=cause.actor)
        elif clash:
            draft = change(draft, "inherit.clash_with", actor=clash.target)
    if draft.act == "fight.clash" and draft.target and not draft.actor:
        fallen = next((o for o in others if _fell_in(o, draft)), None)
        if fallen:
            draft = change(draft, "inherit.clash_with", actor=draft.target, target=fallen.target)
    if draft.act.startswith("fight.") and not draft.actor:
        effect = next(
            (o for o in happenings if o.act.startswith(("harm.", "destroy.")) and o.actor and _joined(draft, o)), None
        )
        if effect:
            draft = change(draft, "inherit.actor_beside", actor=effect.actor)
    if draft.period is None and not draft.is_speech:
        same = next((o.period for o in happenings if o.period is not None and _same_time(draft, o)), None)
        draft = change(draft, "inherit.period_beside", period=same) if same is not None else draft
    return draft


def _may_be_cause(fight: Draft, harm: Draft, parse: Parse) -> bool:
    """Whether a fight of the same sentence may have done a harm: told as just as sure, and not apart from it."""
    if not fight.act.startswith("fight.") or not fight.actor or fight.actor == harm.target:
        return False
    if _joined(fight, harm) or _joined(harm, fight):
        return True
    first, last = sorted((fight.head, harm.head))
    apart = any(word.text in APART for word in parse.words[first:last])
    return not apart and fight.act != "fight.operation" and fight.certainty == harm.certainty


def _place_beside(draft: Draft, happenings: list[Draft]) -> Draft:
    """The draft in the place of the happening beside it; at a site of its own, in the town of that one."""
    if draft.place:
        return _site_beside(draft, happenings)
    near = next((other for other in happenings if other.place), None)
    if near is None or not takes_place(draft):
        return draft
    place, town = (near.town or near.place, ()) if draft.site else (near.place, near.town)
    return change(draft, "inherit.place_beside", place=place, town=town)


def _site_beside(draft: Draft, happenings: list[Draft]) -> Draft:
    """Harm in the town at a site of which the fighting beside it was, at that site."""
    if draft.site or not draft.act.startswith("harm."):
        return draft
    at = next((o for o in happenings if o.act.startswith("fight.") and o.town == draft.place), None)
    return change(draft, "inherit.site_beside", place=at.place, town=at.town) if at else draft


def _fell_in(harm: Draft, clash: Draft) -> bool:
    """ "Was killed in a shootout with police": the clash in which somebody fell, told by the other side alone."""
    inside = clash.head in harm.arguments.get("in", ())
    return inside and harm.act.startswith("harm.") and clash.act == "fight.clash" and not clash.actor


def _who_claimed(group: list[Draft]) -> tuple[str, ...]:
    """Who claims responsibility in a sentence: the claim "passes its actor, unhedged, to the attack"."""
    return next((d.actor for d in group if d.act == "say.responsibility" and d.stance == "asserts"), ())


def _take_claimed(draft: Draft, claimed: tuple[str, ...]) -> Draft:
    if claimed and not draft.actor and draft.act.startswith(("fight.", "harm.")):
        return change(draft, "inherit.responsibility", actor=claimed)
    return draft


def _joined(draft: Draft, other: Draft) -> bool:
    """Whether two acts are told as cause and effect: the one stands in a slot of the other."""
    return any(draft.head in fillers for fillers in other.arguments.values())


def _same_time(draft: Draft, other: Draft) -> bool:
    return draft.certainty == other.certainty and draft.act.startswith(DETAILS) and other.act.startswith(HAPPENINGS)


def takes_place(draft: Draft) -> bool:
    return not draft.act.startswith(PLACELESS)


def _from_before(draft: Draft, told: _Told, report: Report) -> Draft:
    draft = _take_place(draft, told, report) if not draft.place and takes_place(draft) else draft
    event = told.fight if told.fight is not None and _points_at_fight(draft, report) else told.event
    if event is None or not _elaborates(draft, event, report):
        return draft
    if draft.period is None and event.period is not None and not _lasted(draft, report):
        draft = change(draft, "inherit.period", period=event.period)
    if event is told.fight:
        return _take_actor(draft, event)
    doer = told.doer if told.doer is not None and draft.at - told.doer.at <= REACH else None
    return _take_actor(draft, event if doer is None or not event.actor or _may_fight(event) else doer)


def _lasted(draft: Draft, report: Report) -> bool:
    """ "Eighteen were killed over two days": more than the day told before."""
    words = report.sentences[draft.at].parse.words
    return any(
        word.lemma in STRETCHES and word.tag == "NNS" and word.dependency == "pobj" and words[word.head].lower in OVER
        for word in words
    )


def _take_place(draft: Draft, told: _Told, report: Report) -> Draft:
    """Where an act was that tells no place of its own, as far as the report says it."""
    parse = report.sentences[draft.at].parse
    if is_of_many(draft, parse) or (told.country and land_of_victims(draft, parse) == told.country):
        return change(draft, "inherit.country", place=(told.country,)) if told.country else draft
    if draft.nearby and not (told.event is not None and _elaborates(draft, told.event, report)):
        return change(draft, "inherit.place_nearby", place=draft.nearby)
    if draft.act.startswith(EVERYWHERE):
        return draft
    _turn_back(told, report, draft.at)
    rule, place = _told_before(draft, told)
    return change(draft, rule, place=place) if place else draft


def _turn_back(told: _Told, report: Report, at: int) -> None:
    """A new paragraph goes back to where the report mostly plays from a place that the sentence before it named."""
    (place, times), *_ = told.places.most_common(1) or [((), 0)]
    if times > 1 and told.told_at == at - 1 and opens_paragraph(report, at):
        told.place, told.place_at = place, at


def _told_before(draft: Draft, told: _Told) -> tuple[str, tuple[str, ...]]:
    """The place that holds from before, and the rule by which it does."""
    if told.country and draft.act.startswith(POLICY):
        return "inherit.country", (told.country,)
    if told.place and is_bound(draft, draft.at - told.place_at, is_main=told.place[0] == told.main):
        return "inherit.place", told.place
    if is_total(draft):  # a toll over weeks that names no place is that of the land, not of the main place
        return ("inherit.country", (told.country,)) if told.country else ("", ())
    if told.main and draft.certainty not in ("planned", "possible"):
        return "inherit.main_place", (told.main,)
    return "", ()


def _points_at_fight(draft: Draft, report: Report) -> bool:
    """ "Three were wounded in the attack": harm that names the fight it came of, however much was told between."""
    words = report.sentences[draft.at].parse.words
    causes = {words[i].lemma for slot in ("in", "by", "during", "from") for i in draft.arguments.get(slot, ())}
    return draft.act.startswith(("harm.", "destroy.")) and not FIGHTS.isdisjoint(causes)


def _may_fight(event: Draft) -> bool:
    """Whether those who act in an event are no plain people: "others", "residents"."""
    return bool(event.actor) and not any(CIVIL_WORDS.intersection(name.lower().split()) for name in event.actor)


def _take_actor(draft: Draft, event: Draft) -> Draft:
    """The one who did it: who fought before; where those hurt are the ones who fought, the other side."""
    if draft.act == "fight.clash" and not (draft.actor or draft.target) and event.actor and event.target:
        return change(draft, "inherit.both_sides", actor=event.actor, target=event.target)
    if draft.actor or not draft.act.startswith(("harm.", "destroy.", "fight.", "force.seize")):
        return draft
    if event.actor and not set(event.actor) & set(draft.target):
        return change(draft, "inherit.actor", actor=event.actor)
    if event.target and set(event.actor) & set(draft.target):
        return change(draft, "inherit.other_side", actor=event.target)
    return draft


def _elaborates(draft: Draft, event: Draft, report: Report) -> bool:
    """Whether an act plainly adds to the event told just before: near to it, past like it, at the same place."""
    if not _is_detail(draft, event) or draft.certainty != "happened" or event.certainty != "happened":
        return False
    if draft.at - event.at > REACH or (draft.period is not None and draft.period != event.period):
        return False
    place, event_place = draft.town or draft.place, event.town or event.place
    return not place or not event_place or set(place) <= set(event_place)


def _is_detail(draft: Draft, event: Draft) -> bool:
    """Whether an act is of the kind that adds to an event: of a change of hands, another step or another voice."""
    if draft.act.startswith("territory.") and event.act.startswith("territory."):
        return draft.act != event.act or draft.said_by != event.said_by
    return draft.act.startswith(DETAILS)


def _remember(told: _Told, draft: Draft, report: Report) -> None:
    background = draft.certainty in ("planned", "possible")
    vaguer = told.place and draft.at - told.place_at <= REACH and all(map(is_country, draft.place))
    if (
        draft.place
        and not background
        and not vaguer
        and not draft.act.startswith(NOT_LENT)
        and not {"inherit.country", "inherit.main_place"} & set(draft.rules)
    ):
        told.place, told.place_at = draft.town or draft.place, draft.at
        told.places[told.place] += 1
        if "inherit.place" not in draft.rules:
            told.told_at = draft.at
    if (
        draft.act.startswith(("fight.", "harm.", "territory."))
        and draft.certainty == "happened"
        and draft.stance == "asserts"
    ):
        period = draft.period if draft.period is not None and draft.period != Period() else None
        if _may_fight(draft) and draft.act.startswith(("fight.", "territory.")):
            told.doer = draft
        if any(name.lower().split()[-1] in PERPETRATORS for name in draft.target):
            return  # "the gunman was shot dead by police": those hurt in the attack were not hurt by them
        if draft.act.startswith("fight.") and draft.actor:
            told.fight = draft
        if draft.act.startswith("territory.") and "inherit.period" in draft.rules:
            return  # another step of the change of hands told before, which stays the event
        if told.event is None or period is not None or draft.act.startswith("fight."):
            told.event = draft
