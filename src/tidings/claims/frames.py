"""Who does it, to whom and where: the row's frame filled from the grammar around its trigger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from tidings.claims.asked import asked_of
from tidings.claims.clauses import NOT_ACTORS, TIME_LABELS, Clauses
from tidings.claims.country import is_country
from tidings.claims.doers import author_of, by_order_of, doers_of, sought_by
from tidings.claims.drafts import Draft, Report
from tidings.claims.evidence import LONGEST, evidence_span
from tidings.claims.listed import listed_below, listed_places
from tidings.claims.owners import leader_of, named_below, of_people, owner_of, owner_within
from tidings.claims.parties import parties_of
from tidings.claims.registers import opens_register, registered_places
from tidings.claims.sites import with_site
from tidings.claims.whereabouts import only_place, place_in_clause, place_names
from tidings.lexicons.acts import ActRow
from tidings.lexicons.classes import WordClasses
from tidings.lexicons.words import words
from tidings.records import Manner, Parse
from tidings.syntax import Arguments, arguments, first_conjunct, is_noun, is_verb

NO_PLACE = ("say.",)
OPEN_TARGETS = ("fight.", "destroy.", "aid.", "govern.", "law.", "talk.", "harm.abuse")
PLACES_ACT = ("say.", "talk.", "destroy.", "aid.", "force.support", "govern.", "law.")
UNITS = words("places", "units")
WITNESSED = ("fight.", "harm.", "destroy.")
WITNESSING, UNDERGOING = words("actors", "witnessing"), words("actors", "undergoing")
DOCUMENTS = words("actors", "documents")
CARRIERS = frozenset({"vehicle", "aircraft", "weapon"})  # what somebody drives, flies or fires
# Speech against or for somebody, who may stand deep inside what is said: "condemned the role of Mali's army".
SPOKEN_OF = frozenset({"say.condemn", "say.accuse", "say.pledge", "say.demand", "say.threaten"})
UNTOLD = frozenset(
    {
        "people", "persons", "person", "others", "other", "many", "some", "several", "bodies", "body", "dead",
        "one", "nobody", "none", "anyone", "anybody", "everyone", "most", "nothing", "no one", "somebody", "someone",
    }
)  # fmt: skip
CAUSING = frozenset({"cause", "inflict", "commit", "perpetrate"})
BUILT = ("govern.close", "destroy.")
SUFFERED = words("actors", "suffered")
# What is used in a fight is not whom it is against.
MEANS = frozenset({"weapon", "ordnance", "shots", "explosive", "gas", "fighting", "harm", "abstract", "body"})
SELF = "self"  # the trigger itself names who: "there are no soldiers"
Names = Callable[[int], list[str]]


def make_drafts(report: Report, light: frozenset[str], classes: WordClasses) -> Iterator[Draft]:
    """A draft for each act of each sentence, with actor, target, place and destination from its own clause."""
    for at, (parsed, found) in enumerate(zip(report.sentences, report.mentions, strict=True)):
        triggers = frozenset(mention.head for mention, _ in found.acts)
        fights = frozenset(mention.head for mention, row in found.acts if row.act.startswith("fight."))
        for mention, row in found.acts:
            slots = _with_giver(parsed.parse, mention.head, arguments(parsed.parse, mention.head, light))
            if row.act == "displace.flee" and _is_into_goods(parsed.parse, slots, classes):
                continue
            start, end = evidence_span(parsed.parse, mention, triggers)
            draft = Draft(
                at=at, head=mention.head, row=row, mention=mention, start=start, end=end, arguments=slots,
                manner=row.manner or _by_force(parsed.parse, mention.head, row, fights), rules=(row.made_by,),
            )  # fmt: skip
            clauses = Clauses(parsed.parse, found, classes, light)
            placed = _with_places_below(_fill(draft, clauses), report, at)
            yield from (with_site(told, clauses) for told in placed)


def _with_giver(parse: Parse, head: int, slots: Arguments) -> Arguments:
    """The slots with whoever gives or refuses what the trigger names: "Lagos offered two battalions"."""
    top = parse.words[first_conjunct(parse, head)]
    if not is_noun(parse.words[head]) or top.dependency != "dobj" or not is_verb(parse.words[top.head]):
        return slots
    return {**slots, "giver": arguments(parse, top.head).get("subject", ())}


def _with_places_below(draft: Draft, report: Report, at: int) -> Iterator[Draft]:
    """The draft with the places that a register behind it or the lines below tell; "what fell" is nothing without."""
    if not draft.act.startswith("territory."):
        yield draft
        return
    parse = report.sentences[at].parse
    register = registered_places(draft, parse)
    if register:
        yield with_list(draft, register, parse)
    elif not opens_register(draft, parse):
        yield msgspec.structs.replace(draft, place=draft.place or listed_below(report.sentences, at))


def with_list(draft: Draft, places: tuple[str, ...], parse: Parse) -> Draft:
    """The draft with the places of a list, and the list in its evidence as far as that may reach."""
    last = places[-1].split()[-1]
    ends = [w.end for w in parse.words if w.end > draft.end and w.text == last and w.end - draft.start <= LONGEST]
    return msgspec.structs.replace(draft, place=places, end=max([draft.end, *ends[:1]]))


def _by_force(parse: Parse, head: int, row: ActRow, fights: frozenset[int]) -> Manner | None:
    """ "Stormed and took": a capture told in one breath with the fight for it."""
    beside = {parse.words[head].head, *parse.children[head]} & fights
    joined = any("conj" in (parse.words[i].dependency, parse.words[head].dependency) for i in beside)
    return "force" if row.act == "territory.capture" and joined and is_verb(parse.words[head]) else None


def _is_into_goods(parse: Parse, slots: Mapping[str, tuple[int, ...]], classes: WordClasses) -> bool:
    """Whether it is money that flees: "traders fled to gold", "savers fled into dollars"."""
    return any("supplies" in classes.of(parse, i) for slot in ("to", "into") for i in slots.get(slot, ()))


def _fill(draft: Draft, sentence: Clauses) -> Draft:
    parties = parties_of(sentence, draft.head, draft.arguments) if draft.act.startswith("talk.") else {}
    row, used = _row_at(draft, sentence), set(parties.values())
    place = _first(draft, row.place, lambda i: place_names(sentence, i, row.act), used)
    destination = _first(draft, row.destination, lambda i: place_names(sentence, i, row.act), used)
    actor = _doer(draft, row, sentence, used) or tuple(parties)
    open_target = row.act.startswith(OPEN_TARGETS)
    if _is_witness(draft, sentence.parse):
        row, actor = msgspec.structs.replace(row, actor=()), ()
    owner = _owner(draft, sentence) if row.actor and not actor and row is draft.row else ()
    suffered = draft.act.startswith("harm.") and sentence.parse.words[draft.head].lemma in SUFFERED
    if suffered:  # "the army's losses" are not its deed; "casualties caused by the army" are
        actor = doers_of(sentence, draft.head)
    else:
        actor = tuple(of_people(sentence, draft, name) for name in actor or owner)
    actor = actor or tuple(_caused_by(draft, sentence))
    target = _first(draft, row.target, lambda i: _target_names(sentence, i, row.act, anything=open_target), used)
    if not target and row.act.startswith("fight.") and is_noun(sentence.parse.words[draft.head]):
        target = sought_by(sentence, draft.head)
    target = target or _closed(draft, actor, sentence, used)
    if not target and suffered and row is draft.row:
        target = tuple(name for name in owner if _is_possessor(draft, sentence, name))
    target = target or tuple(name for name in asked_of(sentence, draft.head, row.act) if name not in actor)
    if not target and row.act in SPOKEN_OF:
        target = tuple(name for name in named_below(sentence, draft.head) if name not in actor)[:1]
    if draft.act.startswith("harm.") and UNTOLD.issuperset(target):
        target = ()  # "16 people were killed": the figure says so, nobody is named
    if target and not place and row.act.startswith("fight.") and _are_places(sentence, target):
        target, place = (), target  # "an assault on Masaya": where, not whom
    if not place and not row.act.startswith(NO_PLACE):
        place = place_in_clause(draft, sentence, used)
    nearby = only_place(sentence, used)
    filled = msgspec.structs.replace(
        draft, actor=actor, target=target, place=place, destination=destination, nearby=nearby
    )
    listed = listed_places(filled, sentence)
    return filled if listed == place else with_list(filled, listed, sentence.parse)


def _doer(draft: Draft, row: ActRow, sentence: Clauses, used: set[int]) -> tuple[str, ...]:
    """Who stands in the row's slots for the doer, first those known as agents."""
    actor = _first(draft, row.actor, lambda i: _actor_names(sentence, i, row.act), used)
    if not actor:  # "the hijackers threatened": whoever stands as the subject of an act, known as an agent or not
        plain = [slot for slot in row.actor if slot in ("subject", "by")]
        actor = _first(draft, plain, lambda i: _actor_names(sentence, i, row.act, anything=sentence.may_act(i)), used)
    return actor or (("we",) if _is_ours(draft, sentence.parse) else ())  # whoever speaks


def _closed(draft: Draft, actor: tuple[str, ...], sentence: Clauses, used: set[int]) -> tuple[str, ...]:
    """ "The schools may reopen": what is closed or open, where nobody does it."""
    if draft.act != "govern.close" or actor or draft.arguments.get("object"):
        return ()
    return _first(draft, ("subject",), lambda i: _target_names(sentence, i, draft.act, anything=True), used)


def _is_witness(draft: Draft, parse: Parse) -> bool:
    """Whether the subject lent to a noun of fighting only saw it: "a photographer saw fighting at the prison"."""
    owned = any(draft.arguments.get(slot) for slot in ("by", "possessive", "between", "of", "modifier"))
    return draft.act.startswith(WITNESSED) and not owned and _is_lent_by(WITNESSING, draft, parse)


def _is_lent_by(verbs: frozenset[str], draft: Draft, parse: Parse) -> bool:
    """Whether the trigger is a noun that takes its subject from one of these verbs."""
    word = parse.words[draft.head]
    return is_noun(word) and word.dependency == "dobj" and parse.words[word.head].lemma in verbs


def _is_ours(draft: Draft, parse: Parse) -> bool:
    """ "The town is ours", "it is in our hands"."""
    if draft.act != "territory.hold":
        return False
    slots = (i for slot in ("object", "complement", "possessive") for i in draft.arguments.get(slot, ()))
    below = (c for c in parse.children[draft.head] if parse.words[c].dependency in ("attr", "acomp"))
    return any(parse.words[i].lower in ("ours", "our") for i in (*slots, *below))


def _owner(draft: Draft, sentence: Clauses) -> tuple[str, ...]:
    """Whose act it is, where the word for it is a noun."""
    if is_verb(sentence.parse.words[draft.head]):
        return by_order_of(sentence, draft.head)
    return tuple(owner_of(sentence, draft.head) or leader_of(sentence, draft.head) or owner_within(draft, sentence))


def _caused_by(draft: Draft, sentence: Clauses) -> list[str]:
    """ "Deaths allegedly caused by the militia", "losses inflicted by the army"."""
    parse = sentence.parse
    causes = (c for c in parse.children[draft.head] if parse.words[c].lemma in CAUSING and parse.words[c].tag == "VBN")
    agents = (a for c in causes for a in parse.children[c] if parse.words[a].dependency == "agent")
    doers = (p for a in agents for p in parse.children[a] if parse.words[p].dependency == "pobj")
    return [name for p in doers for name in _actor_names(sentence, p, draft.act)]


def _is_possessor(draft: Draft, sentence: Clauses, name: str) -> bool:
    """Whether a name stands before its noun: "the army's losses", "Communist dead"."""
    before = (*draft.arguments.get("possessive", ()), *draft.arguments.get("modifier", ()))
    return any(i in sentence.actors and name.startswith(str(sentence.actors[i].means)) for i in before)


def _row_at(draft: Draft, sentence: Clauses) -> ActRow:
    """The row as its trigger stands: those who "were dead", or who "faced criticism", did nothing."""
    parse, row = sentence.parse, draft.row
    if "subject" in row.actor and _is_lent_by(UNDERGOING, draft, parse):
        actor = tuple(slot for slot in row.actor if slot != "subject")
        return msgspec.structs.replace(row, actor=actor, target=(*row.target, "subject"))
    if draft.act.startswith("harm.") and parse.words[draft.head].dependency in ("acomp", "oprd"):
        return msgspec.structs.replace(draft.row, actor=("by",), target=(*draft.row.target, "subject"))
    return draft.row


def _are_places(sentence: Clauses, names: tuple[str, ...]) -> bool:
    towns = {str(m.means) for m in sentence.places.values() if not m.candidates and not is_country(str(m.means))}
    return set(names) <= towns and all(name[:1].isupper() for name in names)


def _first(draft: Draft, slots: Iterable[str], names: Names, used: set[int]) -> tuple[str, ...]:
    """The names in the first slot that holds any; words that another role has taken are left alone."""
    for slot in slots:
        told = (draft.head,) if slot == SELF else draft.arguments.get(slot, ())
        fillers = [i for i in told if i not in used]
        found = {name: i for i in fillers for name in names(i)}
        if found:
            used.update(found.values())
            return tuple(found)
    return ()


def _target_names(sentence: Clauses, i: int, act: str, *, anything: bool) -> list[str]:
    is_means = not MEANS.isdisjoint(sentence.classes.of(sentence.parse, i)) and not sentence.are_people(i)
    if is_means and act.startswith("fight."):
        return []
    found = _actor_names(sentence, i, act, anything=anything)
    unnamed = sentence.places.get(i)
    if not found and act.startswith(BUILT) and unnamed is not None and unnamed.candidates:
        return [sentence.parse.words[i].lower]  # "shut schools, hospitals and courts"
    return found


def _actor_names(sentence: Clauses, i: int, act: str, *, anything: bool = False) -> list[str]:
    """Whom a word names as one who acts: of a document its author, of a raid or a ship whose it is."""
    if act.startswith("say.") and sentence.parse.words[i].lemma in DOCUMENTS and (author := author_of(sentence, i)):
        return author
    return _names_at(sentence, i, act, anything=anything)


def _names_at(sentence: Clauses, i: int, act: str, *, anything: bool) -> list[str]:
    word = sentence.parse.words[i]
    if word.entity in TIME_LABELS and (word.tag != "CD" or word.entity == "DATE"):
        return []
    if (word.lemma in NOT_ACTORS and not anything) or (
        i in sentence.acts and is_noun(word) and not sentence.is_agent(i)
    ):
        return owner_of(sentence, i)  # "the raid killed", "the Taliban's capture of the town cost"
    is_agent = sentence.is_agent(i)
    if not anything and not is_agent and not CARRIERS.isdisjoint(sentence.classes.of(sentence.parse, i)):
        return owner_of(sentence, i)  # "Turkish warships will escort them"
    mention = sentence.actors.get(i)
    rules = act.startswith("govern.") and word.lemma in UNITS and word.dependency == "nsubj"  # "five states have shut"
    if mention is None or is_verb(word) or not (anything or rules or is_agent):
        return []
    place = sentence.places.get(i)
    if place and not act.startswith(PLACES_ACT) and not is_country(str(place.means)) and not sentence.are_people(i):
        return []
    return [str(mention.means)]
