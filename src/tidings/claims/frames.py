"""Who does it, to whom and where: the row's frame filled from the grammar around its trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from tidings.claims.country import is_country
from tidings.claims.drafts import Draft, Report, SentenceMentions
from tidings.claims.evidence import evidence_span
from tidings.claims.hearsay import is_with_speaker
from tidings.lexicons.acts import ActRow
from tidings.lexicons.classes import WordClasses
from tidings.lexicons.words import country_of_people, lands_of_groups, words
from tidings.records import Mention, Parse
from tidings.syntax import SUBJECTS, arguments, conjuncts, first_conjunct, is_noun, is_verb, prepositions

NOT_ACTORS = words("actors", "means_not_actors")
WHERE = words("places", "where")
WHERE_OF = WHERE | {"of", "out"}
# Slots of a noun whose filler may be a place as well as a people: "the Kabul attack", "Ghazni's fall".
EITHER = frozenset({"possessive", "modifier", "subject", "object", "of"})
NO_PLACE = ("say.",)
AGENT_LABELS = frozenset({"ORG", "NORP", "PERSON", "GPE"})
AGENTS = frozenset({"people", "side"})
NO_AGENTS = frozenset(
    {
        "weapon", "vehicle", "aircraft", "nature", "abstract", "fighting", "harm", "place", "post", "infrastructure",
        "property", "supplies", "aid", "shots", "ordnance", "explosive", "gas", "deal", "truce", "talks", "money",
        "body",
    }
)  # fmt: skip
OPEN_TARGETS = ("fight.", "destroy.", "aid.", "govern.", "law.", "talk.", "harm.abuse")
PLACES_ACT = ("say.", "talk.", "destroy.", "aid.", "force.support")
BODIES = words("actors", "groups") | words("actors", "units")
# Speech against or for somebody, who may stand deep inside what is said: "condemned the role of Mali's army".
SPOKEN_OF = frozenset({"say.condemn", "say.accuse", "say.pledge", "say.demand", "say.threaten"})
UNTOLD = frozenset(
    {"people", "persons", "person", "others", "other", "many", "some", "several", "bodies", "body", "dead"}
)
DEEP = 4  # words down from a word of speech
Names = Callable[[int], list[str]]
TIME_LABELS = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL", "QUANTITY"})


def make_drafts(report: Report, light: frozenset[str], classes: WordClasses) -> Iterator[Draft]:
    """A draft for each act of each sentence, with actor, target, place and destination from its own clause."""
    for at, (parsed, found) in enumerate(zip(report.sentences, report.mentions, strict=True)):
        triggers = frozenset(mention.head for mention, _ in found.acts)
        for mention, row in found.acts:
            slots = arguments(parsed.parse, mention.head, light)
            if row.act == "displace.flee" and _is_into_goods(parsed.parse, slots, classes):
                continue
            start, end = evidence_span(parsed.parse, mention, triggers)
            draft = Draft(
                at=at, head=mention.head, row=row, mention=mention, start=start, end=end, arguments=slots,
                manner=row.manner, rules=(row.made_by,),
            )  # fmt: skip
            yield _fill(draft, _Sentence(parsed.parse, found, classes, light))


def _is_into_goods(parse: Parse, slots: Mapping[str, tuple[int, ...]], classes: WordClasses) -> bool:
    """Whether it is money that flees: "traders fled to gold", "savers fled into dollars"."""
    return any("supplies" in classes.of(parse, i) for slot in ("to", "into") for i in slots.get(slot, ()))


class _Sentence:
    """A sentence's parse with its actors and places at their head words."""

    def __init__(self, parse: Parse, found: SentenceMentions, classes: WordClasses, light: frozenset[str]) -> None:
        self.parse = parse
        self.light = light
        self.actors = {mention.head: mention for mention in found.actors}
        self.places = {mention.head: mention for mention in found.places}
        self.classes = classes

    def is_agent(self, i: int) -> bool:
        """Whether a word names someone who can act or suffer: a name, a pronoun, a number, a word for people."""
        word = self.parse.words[i]
        if i in self.actors and str(self.actors[i].means) in lands_of_groups():
            return True
        if word.entity in AGENT_LABELS or word.tag in ("PRP", "WP", "CD", "NNP", "NNPS") or word.pos == "PRON":
            return True
        return self.are_people(i)

    def are_people(self, i: int) -> bool:
        """Whether a word is one for people or bodies of men, whatever it is labelled: "Guerrillas" are no town."""
        lemma = self.parse.words[i].lemma.lower()
        return not AGENTS.isdisjoint(self.classes.of(self.parse, i)) or lemma in BODIES

    def is_side(self, i: int) -> bool:
        """Whether a word names somebody: a known group, a body, a people, a country, a person."""
        mention, word = self.actors[i], self.parse.words[i]
        if mention.candidates:
            return False
        named = word.entity in AGENT_LABELS and (i not in self.places or is_country(str(mention.means)))
        return named or str(mention.means) in lands_of_groups()

    def may_act(self, i: int) -> bool:
        """Whether a word that is no known agent may still be one: no weapon, place, happening or force of nature."""
        known = self.classes.of(self.parse, i)
        lemma = self.parse.words[i].lemma
        return lemma in BODIES or (lemma not in NOT_ACTORS and NO_AGENTS.isdisjoint(known))


def _fill(draft: Draft, sentence: _Sentence) -> Draft:
    row, used = _row_at(draft, sentence.parse), set[int]()
    place = _first(draft, row.place, lambda i: _place_names(sentence, i, row.act), used)
    destination = _first(draft, row.destination, lambda i: _place_names(sentence, i, row.act), used)
    actor = _first(draft, row.actor, lambda i: _actor_names(sentence, i, row.act), used)
    open_target = row.act.startswith(OPEN_TARGETS)
    if not actor:  # "the hijackers threatened": whoever stands as the subject of an act, known as an agent or not
        plain = [slot for slot in row.actor if slot in ("subject", "by")]
        actor = _first(draft, plain, lambda i: _actor_names(sentence, i, row.act, anything=sentence.may_act(i)), used)
    if not actor and not is_verb(sentence.parse.words[draft.head]) and row is draft.row:
        actor = tuple(
            _owner_of(sentence, draft.head) or _leader_of(sentence, draft.head) or _owner_within(draft, sentence)
        )
    target = _first(draft, row.target, lambda i: _actor_names(sentence, i, row.act, anything=open_target), used)
    if not target and row.act in SPOKEN_OF:
        target = tuple(name for name in _named_below(sentence, draft.head) if name not in actor)[:1]
    if draft.act.startswith("harm.") and UNTOLD.issuperset(target):
        target = ()  # "16 people were killed": the figure says so, nobody is named
    if target and not place and row.act.startswith("fight.") and _are_places(sentence, target):
        target, place = (), target  # "an assault on Masaya": where, not whom
    if not place and not row.act.startswith(NO_PLACE):
        place = _place_in_clause(draft, sentence, used)
    return msgspec.structs.replace(
        draft, actor=actor, target=target, place=place, destination=destination, nearby=_only_place(sentence, used)
    )


def _row_at(draft: Draft, parse: Parse) -> ActRow:
    """The row as its trigger stands: those who "were dead" or "left wounded" suffered, they did nothing."""
    if draft.act.startswith("harm.") and parse.words[draft.head].dependency in ("acomp", "oprd"):
        return msgspec.structs.replace(draft.row, actor=("by",), target=(*draft.row.target, "subject"))
    return draft.row


def _are_places(sentence: _Sentence, names: tuple[str, ...]) -> bool:
    towns = {str(m.means) for m in sentence.places.values() if not m.candidates and not is_country(str(m.means))}
    return set(names) <= towns


def _first(draft: Draft, slots: Iterable[str], names: Names, used: set[int]) -> tuple[str, ...]:
    """The names in the first slot that holds any; words that another role has taken are left alone."""
    for slot in slots:
        fillers = [i for i in draft.arguments.get(slot, ()) if i not in used]
        found = {name: i for i in fillers for name in names(i)}
        if found:
            used.update(found.values())
            return tuple(found)
    return ()


def _actor_names(sentence: _Sentence, i: int, act: str, *, anything: bool = False) -> list[str]:
    word = sentence.parse.words[i]
    if word.entity in TIME_LABELS and word.tag != "CD":
        return []
    if word.lemma in NOT_ACTORS and not anything:
        return _owner_of(sentence, i)
    mention = sentence.actors.get(i)
    if mention is None or is_verb(word) or not (anything or sentence.is_agent(i)):
        return []
    place = sentence.places.get(i)
    if place and not act.startswith(PLACES_ACT) and not is_country(str(place.means)) and not sentence.are_people(i):
        return []
    return [str(mention.means)]


def _owner_of(sentence: _Sentence, i: int) -> list[str]:
    """Whose bomb, raid or fire it is: "US air strikes killed", "an attack by rebels wounded"."""
    slots = arguments(sentence.parse, i, sentence.light)
    for slot in ("subject", "by", "possessive", "modifier", "from"):
        for j in slots.get(slot, ()):
            word = sentence.parse.words[j]
            if (
                j in sentence.actors
                and word.lemma not in NOT_ACTORS
                and word.entity not in TIME_LABELS
                and sentence.is_agent(j)
            ):
                return [_whose(sentence, i, str(sentence.actors[j].means))]
    return _claimed_by(sentence, i)


def _named_below(sentence: _Sentence, head: int) -> Iterator[str]:
    """Those named in what hangs on a word, nearest first, but not its subject nor clauses beside it."""
    parse = sentence.parse
    level = [
        c for c in parse.children[head] if parse.words[c].dependency not in (*SUBJECTS, "conj", "advcl", "parataxis")
    ]
    for _ in range(DEEP):
        for i in level:
            if i in sentence.actors and sentence.is_side(i):
                yield str(sentence.actors[i].means)
        level = [c for i in level for c in parse.children[i]]


def _owner_within(draft: Draft, sentence: _Sentence) -> list[str]:
    """Whose it is where the trigger is no noun itself: "under IS control", "in the army's hands"."""
    inside = (w.index for w in sentence.parse.words if draft.mention.start <= w.start and w.end <= draft.mention.end)
    nouns = [i for i in inside if i != draft.head and is_noun(sentence.parse.words[i]) and i not in sentence.places]
    return next((owner for i in nouns if (owner := _owner_of(sentence, i))), [])


def _whose(sentence: _Sentence, i: int, name: str) -> str:
    """ "Israeli jets" and their strikes are Israel's; an "Iraqi offensive" is that of Iraqi forces."""
    country = None if name.endswith("s") else country_of_people(name)
    if country is None:
        return name
    lemma = sentence.parse.words[i].lemma
    return (
        country
        if "aircraft" in sentence.classes.of(sentence.parse, i) or lemma.endswith("strike")
        else f"{name} forces"
    )


def _leader_of(sentence: _Sentence, i: int) -> list[str]:
    """ "US-led airstrikes", "a coalition-backed offensive": the name before the hyphen, with the word behind it."""
    parse = sentence.parse
    for c in parse.children[i]:
        word = parse.words[c]
        if (
            word.dependency == "amod"
            and word.lemma in ("lead", "led", "back", "back", "run")
            and c >= 2
            and parse.words[c - 1].text == "-"
        ):
            return [f"{parse.words[c - 2].text}-{word.text}"]
    return []


def _claimed_by(sentence: _Sentence, i: int) -> list[str]:
    """ "A bombing claimed by the group", "an attack blamed on rebels"."""
    for c in sentence.parse.children[i]:
        if sentence.parse.words[c].dependency == "acl" and sentence.parse.words[c].lemma in (
            "claim",
            "blame",
            "attribute",
        ):
            for slot in ("subject", "on", "to"):
                for j in arguments(sentence.parse, c).get(slot, ()):
                    if j in sentence.actors and j != i:
                        return [str(sentence.actors[j].means)]
    return []


def _place_names(sentence: _Sentence, i: int, act: str) -> list[str]:
    mention = sentence.places.get(i)
    if mention is None:
        word = sentence.parse.words[i]
        name = sentence.actors.get(i)
        # "Cerska, which fell": where only a place can stand, a name is one, whatever its label
        if (
            name
            and act.startswith("territory.")
            and str(name.means) not in lands_of_groups()
            and word.pos == "PROPN"
            and not name.candidates
            and word.entity != "DATE"
        ):
            return [str(name.means)]
        return []
    if not mention.candidates:
        return [_inner_place(sentence, i, str(mention.means))]
    # an unnamed place: "the centre of Aden", "the base at Bagram" is named by what hangs on it
    for name_of, below in prepositions(sentence.parse, i).items():
        if name_of in WHERE:
            for j in below:
                if j in sentence.places and not sentence.places[j].candidates:
                    return [str(sentence.places[j].means)]
    return []


def _inner_place(sentence: _Sentence, i: int, name: str) -> str:
    """The most specific place: of "Burka in Baghlan province, which they hold" it is Burka."""
    parse = sentence.parse
    preposition = parse.words[i].head
    if parse.words[i].dependency != "pobj" or parse.words[preposition].lower != "in":
        return name
    outer = sentence.places.get(parse.words[preposition].head)
    return str(outer.means) if outer is not None and not outer.candidates else name


def _only_place(sentence: _Sentence, used: set[int]) -> tuple[str, ...]:
    """The one place that a sentence names as a place elsewhere: "the slaughter of Syria's people"."""
    names = {
        str(m.means)
        for i, m in sentence.places.items()
        if not m.candidates and i not in used and _names_where(sentence.parse, i)
    }
    return tuple(names) if len(names) == 1 else ()


def _names_where(parse: Parse, i: int) -> bool:
    """Whether a name stands for where, not for whose or which side: no "US-led", no "Moscow said"."""
    top = first_conjunct(parse, i)
    word = parse.words[top]
    if i + 1 < len(parse.words) and parse.words[i + 1].text == "-":
        return False
    governor = parse.words[word.head]
    if word.dependency == "pobj":
        return governor.lower in WHERE_OF and not is_with_speaker(parse, top)
    return word.dependency in ("poss", "dobj", "appos", "nsubjpass", "advmod")


def _place_in_clause(draft: Draft, sentence: _Sentence, used: set[int]) -> tuple[str, ...]:
    """A place that a preposition ties to the act, to what it acts on, or to the verbs above it in the same clause."""
    parse, places = sentence.parse, sentence.places
    looked = [draft.head]
    i = draft.head
    while parse.words[i].head != i and parse.words[i].dependency not in ("ccomp", "relcl", "parataxis"):
        i = parse.words[i].head
        looked.append(i)
        if len(looked) > 5:
            break
    for j in looked:
        for group in _places_below(parse, j, places, depth=0):
            found = [name for k in group if k not in used for name in _place_names(sentence, k, draft.act)]
            if found:
                return tuple(dict.fromkeys(found))
    return ()


def _places_below(parse: Parse, i: int, places: dict[int, Mention], depth: int) -> Iterator[list[int]]:
    """The places under the prepositions of a word and of its noun phrases, those side by side together."""
    for c in parse.children[i]:
        word = parse.words[c]
        if word.dependency in ("prep", "agent") and (word.lower in WHERE or word.lower in ("after", "during", "by")):
            for p in parse.children[c]:
                if p in places and word.lower in WHERE and parse.words[p].dependency in ("pobj", "pcomp"):
                    yield [q for q in conjuncts(parse, p) if q in places]
                elif parse.words[p].dependency in ("pobj", "prep") and depth < 4:
                    yield from _places_below(parse, p, places, depth + 1)
            if any(parse.words[p].dependency == "prep" for p in parse.children[c]) and depth < 4:
                yield from _places_below(parse, c, places, depth + 1)
        elif (
            word.dependency in ("dobj", "nsubjpass", "nsubj", "attr", "advmod", "npadvmod", "oprd", "pobj")
            and depth < 3
            and (is_noun(word) or word.pos in ("ADV", "NUM"))
        ):
            yield from _places_below(parse, c, places, depth + 1)
