"""Where an act was: the names in its slots, in its clause, and the one place that its sentence names."""

from __future__ import annotations

from collections.abc import Iterator

from tidings.claims.clauses import Clauses
from tidings.claims.country import is_country
from tidings.claims.drafts import Draft
from tidings.claims.hearsay import is_with_speaker
from tidings.claims.place_lists import listed_with, named_after
from tidings.lexicons.words import lands_of_groups, words
from tidings.records import Mention, Parse, Word
from tidings.syntax import conjuncts, first_conjunct, is_noun, prepositions

WHERE = words("places", "where")
SIDES = words("places", "directions")
HAPPENING = frozenset({"take", "happen", "occur"})
HOLDING = frozenset({"hold", "carry", "launch", "conduct", "stage", "mount", "sign", "reach", "commit", "perpetrate"})
NUMBERS = ("DATE", "CARDINAL", "QUANTITY", "PERCENT")
WHERE_OF = WHERE | {"of", "out"}


def place_names(sentence: Clauses, i: int, act: str) -> list[str]:
    """The names of the place that word i tells of; none where it tells of none by name."""
    mention = sentence.places.get(i)
    if mention is None:
        return _name_as_place(sentence, i, act)
    if listed := named_after(sentence, i):
        return listed
    if mention.candidates:
        return _named_below(sentence, i)
    if listed := listed_with(sentence, mention):
        return [*listed, str(mention.means)]
    if any(sentence.parse.words[c].dependency == "relcl" for c in sentence.parse.children[i]):
        narrower = sentence.places.get(_within(sentence, i))  # "Burka in Baghlan province, which they hold"
        return [str((narrower or mention).means)]
    return [_inner_place(sentence, i, str(mention.means))]


def _name_as_place(sentence: Clauses, i: int, act: str) -> list[str]:
    """ "Cerska, which fell": where only a place can stand, a name is one, whatever its label."""
    word = sentence.parse.words[i]
    name = sentence.actors.get(i)
    if name is None or not act.startswith("territory.") or str(name.means) in lands_of_groups():
        return []
    is_name = word.pos == "PROPN" and not name.candidates
    return [str(name.means)] if is_name and word.entity not in NUMBERS else []


def _named_below(sentence: Clauses, i: int) -> list[str]:
    """An unnamed place is named by what hangs on it: "the centre of Aden", "Aden's centre", "the base at Bagram"."""
    parse, named = sentence.parse, {j: str(m.means) for j, m in sentence.places.items() if not m.candidates}
    owner = next((c for c in parse.children[i] if parse.words[c].dependency == "poss"), None)
    if owner in named:
        return [named[owner]]
    found = (j for name_of, below in prepositions(parse, i).items() if name_of in WHERE for j in below if j in named)
    capital = parse.words[i].lemma == "capital"
    within = next((j for j in found if not (capital and is_country(named[j]))), None)
    return [] if within is None else [named[_named_at_last(sentence, i, within)]]


def _named_at_last(sentence: Clauses, i: int, within: int) -> int:
    """ "A town in Mopti, Douentza": the one unit is named behind the land it lies in."""
    parse = sentence.parse
    is_one = any(parse.words[c].lower in ("a", "one", "another") for c in parse.children[i])
    if parse.words[i].tag != "NN" or not is_one:
        return within
    behind = (c for c in parse.children[within] if parse.words[c].dependency in ("appos", "conj"))
    named = (c for c in behind if c in sentence.places and not sentence.places[c].candidates)
    return next((c for c in named if [w.text for w in parse.words[within + 1 : c]] == [","]), within)


def _inner_place(sentence: Clauses, i: int, name: str) -> str:
    """The most specific place: of "Burka in Baghlan province, which they hold" it is Burka."""
    parse = sentence.parse
    preposition = parse.words[i].head
    if parse.words[i].dependency != "pobj" or parse.words[preposition].lower != "in":
        return name
    outer = sentence.places.get(parse.words[preposition].head)
    return str(outer.means) if outer is not None and not outer.candidates else name


def only_place(sentence: Clauses, used: set[int]) -> tuple[str, ...]:
    """The one place that a sentence names as a place elsewhere: "the slaughter of Syria's people"."""
    names = {
        str(m.means)
        for i, m in sentence.places.items()
        if not m.candidates and i not in used and _names_where(sentence.parse, i)
    }
    return tuple(names) if len(names) == 1 else ()


def _names_where(parse: Parse, i: int) -> bool:
    """Whether a name stands for where, not for whose or which side: no "US-led", no "Moscow said"."""
    if i == 0 and len(parse.words) > 1 and parse.words[1].text == ":":
        return True  # "Bor: two dead"
    top = first_conjunct(parse, i)
    word = parse.words[top]
    if i + 1 < len(parse.words) and parse.words[i + 1].text == "-":
        return False
    governor = parse.words[word.head]
    if word.dependency == "pobj":
        return governor.lower in WHERE_OF and not is_with_speaker(parse, top)
    return word.dependency in ("poss", "dobj", "appos", "nsubjpass", "advmod")


def place_in_clause(draft: Draft, sentence: Clauses, used: set[int]) -> tuple[str, ...]:
    """A place that a preposition ties to the act, to what it acts on, or to the verbs above it in the same clause."""
    parse, places = sentence.parse, sentence.places
    span = draft.mention
    joined = [w.index for w in parse.words if w.dependency == "conj" and span.start <= w.start < span.end]
    looked = [draft.head, *joined]  # "killed or wounded in Gao": the place hangs on the last word of the phrase
    i = draft.head
    while parse.words[i].head != i and parse.words[i].dependency not in ("ccomp", "relcl", "parataxis"):
        i = parse.words[i].head
        looked.append(i)
        if len(looked) > 5:
            break
    for j in looked:
        for group in _places_below(parse, j, places, depth=0):
            found = [name for k in group if k not in used for name in place_names(sentence, k, draft.act)]
            if found:
                return tuple(dict.fromkeys(found))
    for j in (c for c in parse.children[draft.head] if _is_at_the_time(parse, c)):
        for group in _places_below(parse, j, places, depth=0):
            found = [name for k in group if k not in used for name in place_names(sentence, k, draft.act)]
            if found:
                return tuple(dict.fromkeys(found))
    return _told_of(sentence, looked[-1], draft.act)


def _is_at_the_time(parse: Parse, i: int) -> bool:
    """Whether a clause tells what went on where it happened: "a bomb went off as a truck drove through Bannu"."""
    marks = (parse.words[c] for c in parse.children[i] if parse.words[c].dependency in ("mark", "advmod"))
    return parse.words[i].dependency == "advcl" and any(mark.lower in ("as", "when", "while") for mark in marks)


def _told_of(sentence: Clauses, i: int, act: str) -> tuple[str, ...]:
    """The place that a clause tells of: "Madaya, where they are cut off", "the town in which they died"."""
    parse = sentence.parse
    if parse.words[i].dependency != "relcl" or not _asks_where(parse, i):
        return ()
    told = parse.words[i].head
    if told not in sentence.places or sentence.places[told].candidates:  # "Deir Ezzor, an area where they rule"
        told = parse.words[told].head if parse.words[told].dependency == "appos" else told
    return tuple(place_names(sentence, _within(sentence, told), act))


def _within(sentence: Clauses, i: int) -> int:
    """The narrower of two places, where the wider follows: "Burka, in Baghlan, where" tells of Burka."""
    wider = sentence.places.get(i)
    if wider is None:
        return i
    words_before = [w for w in sentence.parse.words if w.end <= wider.start][-3:]
    while words_before and words_before[-1].lower in ("in", ","):
        last = words_before.pop()
        if last.lower == "," and words_before and words_before[-1].lower == ",":
            return i
    end = words_before[-1].end if words_before else -1
    return next((head for head, m in sentence.places.items() if m.end == end and not m.candidates), i)


def _asks_where(parse: Parse, i: int) -> bool:
    below = [parse.words[c] for c in parse.children[i]]
    return any(w.lower == "where" for w in below) or any(
        w.lower in ("in", "at", "near") and any(parse.words[p].lower == "which" for p in parse.children[w.index])
        for w in below
    )


def _places_below(parse: Parse, i: int, places: dict[int, Mention], depth: int) -> Iterator[list[int]]:
    """The places under the prepositions of a word and of its noun phrases, those side by side together."""
    for c in parse.children[i]:
        word = parse.words[c]
        where = word.lower in WHERE or (word.lower == "of" and parse.words[i].lower in SIDES)  # "east of Ypres"
        if word.dependency in ("prep", "agent") and (where or word.lower in ("after", "during", "by")):
            for p in parse.children[c]:
                if parse.words[i].lemma == "capital" and p in places and is_country(str(places[p].means)):
                    continue  # "the capital of East Timor" is a town
                if p in places and where and parse.words[p].dependency in ("pobj", "pcomp"):
                    yield [q for q in conjuncts(parse, p) if q in places]
                elif parse.words[p].dependency in ("pobj", "prep") and depth < 4:
                    yield from _places_below(parse, p, places, depth + 1)
            if any(parse.words[p].dependency == "prep" for p in parse.children[c]) and depth < 4:
                yield from _places_below(parse, c, places, depth + 1)
        elif depth < 3 and (_leads_on(word) or _is_held(parse, word)):
            yield from _places_below(parse, c, places, depth + 1)


def _is_held(parse: Parse, word: Word) -> bool:
    """Whether a clause below a noun only says that it was done: "talks held in Abuja", "the raid carried out near"."""
    return word.dependency in ("acl", "relcl") and word.tag == "VBN" and word.lemma in HOLDING


def _leads_on(word: Word) -> bool:
    """Whether a place under this word is the act's too: a noun of the clause, or "the raid, which took place in"."""
    if word.dependency == "relcl":
        return word.lemma in HAPPENING
    roles = ("dobj", "nsubjpass", "nsubj", "attr", "advmod", "npadvmod", "oprd", "pobj")
    return word.dependency in roles and (is_noun(word) or word.pos in ("ADV", "NUM"))
