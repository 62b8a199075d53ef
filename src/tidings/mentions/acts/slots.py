"""What stands around a trigger word, and whether it meets the conditions of a row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tidings.lexicons.act_rows import ABSENT, ANY, ActRow, Condition
from tidings.lexicons.acts import ActLexicon
from tidings.records import Parse, Word
from tidings.syntax import arguments, children, conjuncts, first_conjunct, is_noun, is_verb, prepositions

# Rows of these kinds may take a pronoun for what they ask for.
LOOSE_KINDS = frozenset({"verb", "noun"})
# Words of everyday, which a row can only read with the word beside them.
PLAIN = frozenset(
    {"be", "go", "come", "do", "get", "use", "meet", "bring", "ask", "accept", "leave", "see", "say", "tell"}
)
PRONOUNS = frozenset({"it", "they", "them", "this", "that", "these", "those", "another", "which"})
COPULAR = frozenset({"acomp", "attr", "oprd", "ccomp", "advcl"})

Slots = dict[str, tuple[int, ...]]


class Trigger:
    """A word at which rows are tried; its arguments are worked out once, and only when a row asks."""

    def __init__(self, parse: Parse, i: int, lexicon: ActLexicon) -> None:
        self.parse = parse
        self.index = i
        self.lexicon = lexicon

    @cached_property
    def arguments(self) -> Slots:
        parse, i = self.parse, self.index
        found: Slots = dict(arguments(parse, i, self.lexicon.light))
        word = parse.words[i]
        found.update(_loose_slots(parse, word, found))
        found["governor"] = find_governors(parse, i)
        above = parse.words[parse.words[first_conjunct(parse, i)].head]
        found["under"] = (above.index,) if above.pos == "ADP" else ()
        found["number"] = tuple(c for c in parse.children[i] if parse.words[c].dependency == "nummod")
        found["determiner"] = tuple(c for c in parse.children[i] if parse.words[c].dependency == "det")
        found["auxiliary"] = tuple(c for c in parse.children[i] if parse.words[c].dependency in ("aux", "auxpass"))
        found["object_of"] = tuple(_find_takers(parse, i))
        if not is_verb(word) or word.dependency in ("acomp", "oprd", "amod"):
            found.update(_predicate_slots(parse, i, found))
        complements = [c for j in found.get("complement", ()) for c in conjuncts(parse, j)]
        complements += children(parse, i, "oprd", "acomp")
        if complements:
            found["complement"] = tuple(complements)
        found.update(_clause_slots(parse, i, found))
        return found

    def meets(self, condition: Condition) -> bool:
        fillers = [j for slot in condition.slots for j in self.arguments.get(slot, ())]
        if not fillers:
            return ABSENT in condition.classes
        return any(self._answers(condition, j) for j in fillers)

    def _answers(self, condition: Condition, j: int) -> bool:
        word = self.parse.words[j]
        if ANY in condition.classes or word.lemma in condition.lemmas or word.lower in condition.lemmas:
            return True
        return not condition.classes.isdisjoint(self.lexicon.classes.of(self.parse, j))

    def allows(self, row: ActRow) -> bool:
        return all(map(self.meets, row.when)) and not any(map(self.meets, row.unless))

    def may_allow(self, row: ActRow) -> bool:
        """Whether a row would fit if one word that says nothing of itself, or nobody named, were what it asks for."""
        if row.kind not in LOOSE_KINDS or not self._is_telling:
            return False
        unmet = [condition for condition in row.when if not self.meets(condition)]
        return len(unmet) == 1 and self._may_meet(unmet[0]) and not any(map(self.meets, row.unless))

    @cached_property
    def _is_telling(self) -> bool:
        """Whether the word means the same kind of act wherever it stands: "defuse" does, "use" and "fall" do not."""
        word = self.parse.words[self.index]
        if word.lemma in PLAIN or self.lexicon.classes.has("light_verb", word.lemma):
            return False
        return len({row.act.partition(".")[0] for row in self.lexicon.rows_at(word)}) == 1

    def _may_meet(self, condition: Condition) -> bool:
        if not condition.classes:
            return False
        fillers = [self.parse.words[j] for slot in condition.slots for j in self.arguments.get(slot, ())]
        if not fillers:  # "the post was overrun", by whomever
            passive = self.parse.words[self.index].tag == "VBN" and "object" in self.arguments
            return passive and "subject" in condition.slots
        return any(word.lower in PRONOUNS for word in fillers)


def _clause_slots(parse: Parse, i: int, found: Slots) -> Slots:
    """The word itself, the modal above it, its clauses with "to" and those that ask ("asked if they had")."""
    slots: Slots = {"itself": (i,)}
    governor = find_governors(parse, i)
    if modals := [c for g in governor for c in children(parse, g, "aux") if parse.words[c].tag == "MD"]:
        slots["governing_modal"] = tuple(modals)
    clauses = (*found.get("complement", ()), *children(parse, i, "advcl"))
    infinitive = tuple(c for c in clauses if any(parse.words[d].tag == "TO" for d in parse.children[c]))
    question = tuple(c for c in clauses if any(_asks(parse.words[d]) for d in parse.children[c]))
    return slots | {name: some for name, some in (("infinitive", infinitive), ("question", question)) if some}


def _asks(word: Word) -> bool:
    return word.tag in ("WRB", "WP", "WDT", "WP$") or (word.dependency == "mark" and word.lower in ("if", "whether"))


def _loose_slots(parse: Parse, word: Word, found: Slots) -> Slots:
    """Slots of a verb that a parser hangs elsewhere: "rebel-held ground", "took the wounded [to a clinic]"."""
    slots: Slots = {}
    if word.dependency == "amod" and word.tag == "VBN":
        slots["object"] = found.get("object") or (word.head,)
        holders = tuple(children(parse, word.index, "npadvmod"))
        if holders and "subject" not in found:
            slots["subject"] = holders
    for j in found.get("object" if is_verb(word) else "of", ()):
        for name, below in prepositions(parse, j).items():
            if name not in found:
                slots.setdefault(name, tuple(below))
    return slots


def _predicate_slots(parse: Parse, i: int, found: Slots) -> Slots:
    """What an adjective or noun says something of ("the road is closed", "houses left empty"), and its own clause."""
    slots: Slots = {}
    clauses = children(parse, i, "xcomp", "ccomp", "acl")
    if clauses:
        slots["complement"] = tuple(clauses)
    word = parse.words[first_conjunct(parse, i)]
    own = children(parse, i, "nsubj", "nsubjpass")
    if "subject" not in found and own:
        slots["subject"] = tuple(own)  # "left nine families homeless"
    elif "subject" not in found and word.dependency in COPULAR and is_verb(parse.words[word.head]):
        above = arguments(parse, word.head)
        said_of = above.get("object" if word.dependency in ("oprd", "ccomp") else "subject") or above.get("subject", ())
        if said_of:
            slots["subject"] = said_of
    elif "subject" not in found and word.dependency == "amod" and word.head < word.index:
        slots["subject"] = (word.head,)  # "two policemen dead in Kupwara"
    return slots


def _find_takers(parse: Parse, i: int) -> Iterator[int]:
    """What noun i is the object of: "refused troops", "troops were ruled out", "no need for troops", "guns sent"."""
    if not is_noun(parse.words[i]):
        return
    word = parse.words[first_conjunct(parse, i)]
    above = parse.words[word.head]
    if word.dependency in ("dobj", "nsubjpass"):
        yield above.index
    elif word.dependency == "pobj" and above.lower in ("for", "of", "on", "against"):
        yield above.head
    yield from (c for c in children(parse, i, "acl") if parse.words[c].tag == "VBN")


def find_governors(parse: Parse, i: int) -> tuple[int, ...]:
    """The word that word i hangs on, past coordination and prepositions."""
    word = parse.words[first_conjunct(parse, i)]
    while word.head != word.index:
        word = parse.words[word.head]
        if word.pos != "ADP":
            return (word.index,)
    return ()
