"""Who does it, to whom and where: the row's frame filled from the grammar around its trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tidings.claims.drafts import Draft, Report, SentenceMentions
from tidings.claims.evidence import evidence_span
from tidings.lexicons.acts import ActRow
from tidings.lexicons.words import words
from tidings.records import Mention, Parse
from tidings.syntax import arguments, conjuncts, is_noun, is_verb, prepositions

NOT_ACTORS = words("actors", "means_not_actors")
WHERE = words("places", "where")
# Slots of a noun whose filler may be a place as well as a people: "the Kabul attack", "Ghazni's fall".
EITHER = frozenset({"possessive", "modifier", "subject", "object", "of"})
NO_PLACE = ("say.",)
TIME_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL", "QUANTITY"})


def make_drafts(report: Report, light: frozenset[str]) -> Iterator[Draft]:
    """A draft for each act of each sentence, with actor, target, place and destination from its own clause."""
    for at, (parsed, found) in enumerate(zip(report.sentences, report.mentions, strict=True)):
        triggers = frozenset(mention.head for mention, _ in found.acts)
        for mention, row in found.acts:
            slots = arguments(parsed.parse, mention.head, light)
            start, end = evidence_span(parsed.parse, mention, triggers)
            draft = Draft(
                at=at, head=mention.head, row=row, mention=mention, start=start, end=end, arguments=slots, manner=row.manner,
                rules=(row.made_by,),
            )  # fmt: skip
            yield _fill(draft, parsed.parse, found)


def _fill(draft: Draft, parse: Parse, found: SentenceMentions) -> Draft:
    actors = {mention.head: mention for mention in found.actors}
    places = {mention.head: mention for mention in found.places}
    row, used = draft.row, set[int]()
    place = _first(draft, row.place, lambda i: _place_names(parse, i, places), used)
    destination = _first(draft, row.destination, lambda i: _place_names(parse, i, places), used)
    actor = _first(draft, row.actor, lambda i: _actor_names(parse, i, actors, places, row), used)
    target = _first(draft, row.target, lambda i: _actor_names(parse, i, actors, places, row), used)
    if not place and not row.act.startswith(NO_PLACE):
        place = _place_in_clause(draft, parse, places, used)
    from msgspec.structs import replace

    return replace(draft, actor=actor, target=target, place=place, destination=destination)


def _first(draft: Draft, slots: Iterable[str], names: "Names", used: set[int]) -> tuple[str, ...]:
    """The names in the first slot that holds any; words that another role has taken are left alone."""
    for slot in slots:
        fillers = [i for i in draft.arguments.get(slot, ()) if i not in used]
        found = {name: i for i in fillers for name in names(i)}
        if found:
            used.update(found.values())
            return tuple(found)
    return ()


from collections.abc import Callable  # noqa: E402

Names = Callable[[int], list[str]]


def _actor_names(
    parse: Parse, i: int, actors: dict[int, Mention], places: dict[int, Mention], row: ActRow
) -> list[str]:
    word = parse.words[i]
    if word.entity in TIME_LABELS and word.tag != "CD":
        return []
    if word.lemma in NOT_ACTORS:
        return _owner_of(parse, i, actors)
    mention = actors.get(i)
    if mention is None or is_verb(word):
        return []
    place = places.get(i)
    if place and not row.act.startswith(("say.", "talk.", "destroy.", "aid.")) and ("unnamed" in place.candidates or word.entity in ("LOC", "FAC")):
        return []
    return [str(mention.means)]


def _owner_of(parse: Parse, i: int, actors: dict[int, Mention]) -> list[str]:
    """Whose bomb, raid or fire it is: "US air strikes killed", "an attack by rebels wounded"."""
    slots = arguments(parse, i)
    for slot in ("subject", "by", "possessive", "modifier", "from"):
        for j in slots.get(slot, ()):
            word = parse.words[j]
            if j in actors and word.entity in ("ORG", "NORP", "GPE", "PERSON") or (slot == "by" and j in actors):
                if word.lemma not in NOT_ACTORS:
                    return [str(actors[j].means)]
    return []


def _place_names(parse: Parse, i: int, places: dict[int, Mention]) -> list[str]:
    mention = places.get(i)
    if mention is None:
        return []
    if mention.candidates:  # an unnamed place: "the centre of Aden", "the base at Bagram" is named by what hangs on it
        for name, below in prepositions(parse, i).items():
            if name in WHERE:
                for j in below:
                    if j in places and not places[j].candidates:
                        return [str(places[j].means)]
        return []
    return [str(mention.means)]


def _place_in_clause(draft: Draft, parse: Parse, places: dict[int, Mention], used: set[int]) -> tuple[str, ...]:
    """A place that a preposition ties to the act, to what it acts on, or to the verbs above it in the same clause."""
    looked = [draft.head]
    i = draft.head
    while parse.words[i].head != i and parse.words[i].dependency not in ("ccomp", "relcl", "parataxis"):
        i = parse.words[i].head
        looked.append(i)
        if len(looked) > 5:
            break
    for j in looked:
        found = [name for k in _places_below(parse, j, places, depth=0) if k not in used for name in _place_names(parse, k, places)]
        if found:
            return tuple(dict.fromkeys(found[:1]))
    return ()


def _places_below(parse: Parse, i: int, places: dict[int, Mention], depth: int) -> Iterator[int]:
    for c in parse.children[i]:
        word = parse.words[c]
        if word.dependency in ("prep", "agent") and (word.lower in WHERE or word.lower in ("after", "during", "by")):
            for p in parse.children[c]:
                if p in places and word.lower in WHERE and parse.words[p].dependency in ("pobj", "pcomp"):
                    yield from (q for q in conjuncts(parse, p) if q in places)
                elif parse.words[p].dependency in ("pobj", "prep") and depth < 4:
                    yield from _places_below(parse, p, places, depth + 1)
            if any(parse.words[p].dependency == "prep" for p in parse.children[c]) and depth < 4:
                yield from _places_below(parse, c, places, depth + 1)
        elif word.dependency in ("dobj", "nsubjpass", "nsubj", "attr", "advmod", "npadvmod", "oprd", "pobj") and depth < 3 and (is_noun(word) or word.pos in ("ADV", "NUM")):
            yield from _places_below(parse, c, places, depth + 1)
