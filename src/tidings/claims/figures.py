"""Which figures belong to which act: those that stand in its slots, each at the act it is nearest to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from tidings.claims.drafts import Draft, Report, change
from tidings.claims.figure_words import role_by_word
from tidings.claims.respective import RESPECTIVELY, pair_places
from tidings.records import Basis, Count, Mention, Parse, Period, Word


class FigureRules(msgspec.Struct, frozen=True):
    """The grammar of counts, as it bears on acts.

    `fit(count, act)` gives people the name of their harm, `belongs(mention, act, role)` keeps weapons from among the
    killed, `bare_plural(parse, word)` reads "soldiers were killed" as two or more,
    `one_person(parse, word)` "the mayor was killed" as one, `many_of_harm(parse, word)` "executions" as two or more.
    """

    fit: Callable[[Count, str], Count]
    belongs: Callable[[Mention, str, str], bool]
    bare_plural: Callable[[Parse, int], Count | None]
    one_person: Callable[[Parse, int], Count | None]
    many_of_harm: Callable[[Parse, int], Count | None]


# Acts that befall one person at a time as well as many.
BEFALLS_ONE = frozenset({"harm.kill", "harm.injure", "harm.detain", "harm.abduct"})
BEFALLS_MANY = BEFALLS_ONE | {"harm.casualties"}
VICTIMS = ("object", "of", "subject", "possessive")
STOCKS = frozenset({"territory.hold", "force.present"})
LONG = frozenset({"days", "week", "month", "season", "year", "open"})
# Acts whose actor is the people counted: they flee, return, surrender, escape.
MOVING = ("displace.flee", "displace.return", "force.", "territory.", "protest.")


def place_figures(drafts: Iterable[Draft], report: Report, rules: FigureRules) -> Iterator[Draft]:
    """The drafts with their figures: each goes to the acts that share the counted noun.

    A sentence that hands out figures and places in turn gives a draft for each pair.
    """
    for draft in drafts:
        if draft.counts:
            yield draft  # told with its figure
            continue
        parse = report.sentences[draft.at].parse
        found = report.mentions[draft.at]
        place_by_start = pair_places(parse, found.counts, found.places)
        own = [(_whose(mention, parse), role) for mention, role in _in_slots(draft, parse, found.counts, rules)]
        pairs = [(mention, role) for mention, role in own if mention.start in place_by_start]
        for mention, role in pairs:
            counts = tuple(_settled([(mention, role)], draft, rules))
            place = (place_by_start[mention.start],)
            yield change(draft, mention.made_by, "figures.respectively", counts=counts, place=place)
        if not pairs:
            yield _with_figures(draft, own, parse, tuple(place_by_start.values()), rules)


def _with_figures(
    draft: Draft, own: Sequence[tuple[Mention, str]], parse: Parse, places: tuple[str, ...], rules: FigureRules
) -> Draft:
    """The draft with all its figures; one without any of those handed out is about all the places."""
    if places and set(draft.place) & set(places):
        draft = change(draft, "figures.respectively", place=places)
    counts = tuple(_settled(own, draft, rules))
    if counts:
        return change(draft, *(mention.made_by for mention, _ in own), "figures.slot", counts=counts)
    bare = tuple(_bare(draft, parse, rules)) if draft.act in BEFALLS_MANY else ()
    if not bare and draft.act in BEFALLS_ONE and draft.certainty == "happened" and draft.stance == "asserts":
        one = tuple(_one(draft, parse, rules))
        return change(draft, "figures.one_person" if one else "", counts=one)
    return change(draft, "figures.bare_plural" if bare else "", counts=bare)


def _settled(own: Sequence[tuple[Mention, str]], draft: Draft, rules: FigureRules) -> Iterator[Count]:
    """The figures, each once; a part is kept where it names a population that no whole is counted of."""
    fitted = [
        ("part" in mention.candidates, _settle(mention.means, role, draft, rules))
        for mention, role in own
        if isinstance(mention.means, Count)
    ]
    wholes = {(count.what, count.of) for is_part, count in fitted if not is_part}
    told = {(c.what, c.low, c.high, c.of): c for is_part, c in fitted if not (is_part and _is_told(c, wholes))}
    yield from told.values()


def _whose(mention: Mention, parse: Parse) -> Mention:
    """The figure with the population that its sentence gives it: "159 of those killed were civilians"."""
    count, word = mention.means, parse.words[mention.head]
    if not isinstance(count, Count) or count.of is not None or word.tag != "CD" or word.dependency != "nsubj":
        return mention
    if parse.words[word.head].lemma != "be" or "of" not in {parse.words[c].lower for c in _of_whom(parse, word)}:
        return mention
    said = [parse.words[c] for c in parse.children[word.head] if parse.words[c].dependency == "attr"]
    populations = [w.lower for w in said if w.tag == "NNS"]
    return replace(mention, means=replace(count, of=populations[0])) if populations else mention


def _of_whom(parse: Parse, word: Word) -> tuple[int, ...]:
    return (*parse.children[word.index], *parse.children[word.head])


def _is_told(part: Count, wholes: set[tuple[str, str | None]]) -> bool:
    """Whether a part would pass for a second total beside the whole: "49 civilians, including 12 in the suburb"."""
    return bool(wholes) and (part.of is None or (part.what, part.of) in wholes)


def _in_slots(
    draft: Draft, parse: Parse, mentions: Iterable[Mention], rules: FigureRules
) -> Iterator[tuple[Mention, str]]:
    """The figures of an act with their roles; parts and items of a list go with the figure before them."""
    roles = role_by_word(draft, parse)
    whole: str | None = None
    for mention in mentions:
        is_part, is_listed = (flag in mention.candidates for flag in ("part", RESPECTIVELY))
        role = roles.get(mention.head) or _role_within(mention, draft, parse, roles)
        if role is None and (is_part or is_listed):
            role = whole
        belongs = role is not None and rules.belongs(mention, draft.act, role)
        if role is not None and belongs:
            yield mention, role
        if not is_part:
            whole = role if belongs else None


def _role_within(mention: Mention, draft: Draft, parse: Parse, roles: Mapping[int, str]) -> str | None:
    """The role of a numeral inside a figure ("one in five villagers"), or of the act's own word inside it."""
    inside = [word for word in parse.words if mention.start <= word.start < mention.end]
    if any(word.index == draft.head for word in inside):
        return "act"
    return next((roles[word.index] for word in inside if word.tag == "CD" and word.index in roles), None)


def _settle(count: Count, role: str, draft: Draft, rules: FigureRules) -> Count:
    people_act = role in ("target", "act") or (role == "actor" and draft.act.startswith(MOVING))
    fitted = rules.fit(count, draft.act) if people_act else count
    return replace(fitted, basis=fitted.basis or basis_of(draft.act, draft.period))


def basis_of(act: str, period: Period | None) -> Basis | None:
    """A total over a stated time is cumulative, a stock has no basis, the rest counts one incident (docs/claims.md)."""
    if act in STOCKS:
        return None
    if period is not None and period.precision in LONG:
        return "cumulative"
    return "incremental"


def _one(draft: Draft, parse: Parse, rules: FigureRules) -> Iterator[Count]:
    """ "The mayor was shot dead": one, where it happened to one person who is named or pointed at."""
    victims = {i for slot in VICTIMS if slot in draft.row.target for i in draft.arguments.get(slot, ())}
    if len(victims) == 1:
        count = rules.one_person(parse, victims.pop())
        if count is not None:
            yield _settle(count, "target", draft, rules)


def _bare(draft: Draft, parse: Parse, rules: FigureRules) -> Iterator[Count]:
    """ "Soldiers were killed": two or more, on harm claims only."""
    for slot in draft.row.target:
        for i in draft.arguments.get(slot, ()):
            if slot not in ("object", "of", "subject") or parse.words[i].pos != "NOUN":
                continue
            count = rules.bare_plural(parse, i)
            if count is not None:
                yield _settle(count, "target", draft, rules)
                return
    head = parse.words[draft.head]
    count = rules.many_of_harm(parse, draft.head) if head.pos == "NOUN" else None
    if count is not None:
        yield _settle(count, "act", draft, rules)
