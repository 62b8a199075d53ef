"""Who and what stands in which slot of a trigger: passives, relative clauses, participles, lists and control undone."""

from __future__ import annotations

from collections.abc import Mapping

from tidings.records import Parse
from tidings.syntax.passives import is_passive
from tidings.syntax.prepositions import prepositions
from tidings.syntax.shared import parted_subjects, shared_agent, shared_object, subjects_too
from tidings.syntax.tree import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    child,
    children,
    conjuncts,
    first_conjunct,
    is_noun,
    is_verb,
)

Arguments = Mapping[str, tuple[int, ...]]

CLAUSES = frozenset(
    {"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "conj", "parataxis", "csubj", "csubjpass", "acomp"}
)

# "Accused the army of burning", "stopped the convoy from leaving": who is accused or stopped would do it.
OF_ANOTHER = frozenset({"of", "for", "from", "into"})

CHARGED_WITH = frozenset({"charge", "task", "credit", "reproach", "entrust"})

# Nouns whose infinitive is done by somebody else than themselves: "their plan to attack", "had no wish to stay".
MEANT = frozenset(
    {
        "plan", "intention", "intent", "wish", "desire", "decision", "offer", "attempt", "bid", "effort",
        "threat", "promise", "pledge", "vow", "order", "readiness", "willingness", "refusal", "failure",
        "ability", "right", "agreement", "deal", "proposal", "move", "plot", "preparation", "deadline",
        "demand", "call", "hour", "need", "ambition", "resolve", "scheme", "chance", "mandate", "mission",
        "operation", "campaign",
    }
)  # fmt: skip

CONDITIONS = frozenset({"if", "unless", "until", "till", "provided", "once"})

STAYING = frozenset({"be", "remain", "stay", "seem", "appear", "keep"})

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})


def arguments(parse: Parse, i: int, light: frozenset[str] = frozenset()) -> Arguments:
    """Who and what stands in which slot of trigger word i.

    Verbs: `subject` (who does it, whether active, passive with "by", relative, participial, shared or controlled),
    `object`, `indirect`, `complement`, and every preposition under its own name. Nouns: `possessive`, `modifier`
    (compounds and adjectives), `by`, `of` and other prepositions, `said_of` ("they are in control") and `subject` or
    `object` where a light verb of the set `light` (lemmas: "carry", "launch") lends the noun its own. Coordinated
    nouns are all named. A verb under "if", "unless" or "until" has in `above` who acts on that condition.
    """
    found = _of_verb(parse, i, depth=0) if is_verb(parse.words[i]) else _of_noun(parse, i, light)
    if setter := _who_sets_condition(parse, i):
        found["above"] = setter
    return {slot: tuple(dict.fromkeys(words)) for slot, words in found.items() if words}


def _who_sets_condition(parse: Parse, i: int) -> list[int]:
    """ "The rebels will not talk [unless the garrison leaves]": who would act, or not, on what a clause asks."""
    word = parse.words[i]
    marked = any(parse.words[c].dependency == "mark" and parse.words[c].lower in CONDITIONS for c in parse.children[i])
    if not marked or word.dependency not in ("advcl", "ccomp") or not is_verb(parse.words[word.head]):
        return []
    above = _of_verb(parse, word.head, depth=1)
    return above.get("object" if is_passive(parse, word.head) else "subject", [])


def _of_verb(parse: Parse, i: int, depth: int) -> dict[str, list[int]]:
    found = {name: list(words) for name, words in prepositions(parse, i).items()}
    passive = is_passive(parse, i)
    if passive and (doers := found.pop("by", []) or shared_agent(parse, i)):
        found["subject"] = doers
    _fill_from_children(parse, i, passive, found)
    if not passive and "object" not in found and (shared := shared_object(parse, i)):
        found["object"] = shared
    _resolve_relative(parse, i, found)
    slot = "object" if passive else "subject"
    if slot not in found and depth < 6:
        found |= _displaced_argument(parse, i, slot) or _lent_subject(parse, i, passive, depth, slot)
    return found


def _fill_from_children(parse: Parse, i: int, passive: bool, found: dict[str, list[int]]) -> None:
    """The slots of a verb that its own children fill."""
    for c in (*parse.children[i], *parted_subjects(parse, i)):
        word = parse.words[c]
        if word.dependency in SUBJECTS and not passive:
            found.setdefault("subject", []).extend(conjuncts(parse, c))
        elif word.dependency in PASSIVE_SUBJECTS or (passive and word.dependency in SUBJECTS):
            found.setdefault("object", []).extend(conjuncts(parse, c))
        elif word.dependency in OBJECTS:
            found.setdefault("object" if not passive else "second", []).extend(conjuncts(parse, c))
        elif word.dependency == "oprd" and passive and is_noun(word):
            found.setdefault("second", []).extend(conjuncts(parse, c))  # "the convoy was refused entry"
        elif word.dependency == "dative" and is_noun(word):
            found.setdefault("indirect", []).extend(conjuncts(parse, c))
        elif word.dependency in ("xcomp", "ccomp"):
            found.setdefault("complement", []).append(c)
    too = subjects_too(parse, i)
    if too and (slot := "object" if passive else "subject") in found:
        found[slot] += too


def _lent_subject(parse: Parse, i: int, passive: bool, depth: int, slot: str) -> dict[str, list[int]]:
    inherited = _shared_subject(parse, i, passive, depth)
    return {slot: inherited} if inherited else {}


def _displaced_argument(parse: Parse, i: int, slot: str) -> dict[str, list[int]]:
    """What a parser hangs on another word: "recovered were ten rifles", "the group, expelled in May, is back"."""
    for c in parse.children[i]:
        word = parse.words[c]
        if word.dependency == "auxpass" and c > i:
            found = child(parse, c, "attr")
        elif word.dependency == "advcl" and c < i and word.tag == "VBN":
            found = child(parse, c, *SUBJECTS)
        else:
            continue
        if found is not None:
            return {slot: conjuncts(parse, found)}
    return {}


def _resolve_relative(parse: Parse, i: int, found: dict[str, list[int]]) -> None:
    """Put the noun itself in the place of "who", "which", "that", or into the slot that a bare clause leaves open."""
    word = parse.words[i]
    if word.dependency not in ("relcl", "acl") or word.head == i:
        return
    noun, open_slot = word.head, True
    for slot, fillers in found.items():
        for k, filler in enumerate(fillers):
            if parse.words[filler].lower in RELATIVE_PRONOUNS and parse.words[filler].tag[0] in "WI":
                found[slot][k : k + 1] = conjuncts(parse, noun)[:1]
                open_slot = False
                break
    if open_slot:
        _fill_open_slot(parse, i, found)


def _fill_open_slot(parse: Parse, i: int, found: dict[str, list[int]]) -> None:
    """Put the noun of a bare relative clause or participle where nothing stands yet."""
    word = parse.words[i]
    noun = word.head
    if word.dependency == "acl" and parse.words[noun].lemma in MEANT and _is_infinitive(parse, i):
        if not is_passive(parse, i) and (doers := _who_means(parse, noun)):
            found.setdefault("subject", doers)
    elif word.dependency == "acl":
        slot = "object" if is_passive(parse, i) else "subject"
        found.setdefault(slot, [noun])
    elif "subject" not in found and parse.words[i].tag == "VB":
        found["subject"] = [noun]  # "the last town to fall"
    elif "object" not in found and "subject" in found:
        found["object"] = [noun]


def _is_infinitive(parse: Parse, i: int) -> bool:
    return any(parse.words[c].lower == "to" and parse.words[c].tag == "TO" for c in parse.children[i])


def _who_means(parse: Parse, noun: int) -> list[int]:
    """Whose plan it is: the possessor, or the subject of the verb that has the plan."""
    owners = children(parse, noun, "poss")
    head = parse.words[noun].head
    if owners or parse.words[noun].dependency != "dobj" or not is_verb(parse.words[head]):
        return owners
    return [subject for c in children(parse, head, "nsubj") for subject in conjuncts(parse, c)]


def _shared_subject(parse: Parse, i: int, passive: bool, depth: int) -> list[int]:
    """The subject that verb i takes from the verb it hangs on: coordination, control, participles."""
    word = parse.words[i]
    head = word.head
    if head == i or word.dependency not in CLAUSES:
        return []
    of_another = False
    if word.dependency == "pcomp":
        preposition, head = parse.words[head].lower, parse.words[head].head
        charged = preposition == "with" and parse.words[head].lemma in CHARGED_WITH
        of_another = preposition in OF_ANOTHER or charged
        if parse.words[parse.words[head].head].dependency == "agent":  # "are accused by the army of shelling"
            head = parse.words[parse.words[head].head].head
    if parse.words[head].dependency == "acomp":  # "is about to fall", "are ready to march"
        head = parse.words[head].head
    if not is_verb(parse.words[head]):
        return []
    above = _of_verb(parse, head, depth + 1)
    if (word.dependency == "xcomp" or of_another) and above.get("object") and not is_passive(parse, head):
        return list(above["object"])
    if is_passive(parse, head):
        return list(above.get("object", []))
    return list(above.get("subject", []))


def _of_noun(parse: Parse, i: int, light: frozenset[str]) -> dict[str, list[int]]:
    found = {name: list(words) for name, words in prepositions(parse, i).items()}
    for c in parse.children[i]:
        word = parse.words[c]
        if word.dependency == "poss":
            found.setdefault("possessive", []).extend(conjuncts(parse, c))
        elif word.dependency in ("compound", "amod", "nmod"):
            found.setdefault("modifier", []).append(c)
    if parse.words[i].dependency in ("acomp", "oprd") and is_verb(parse.words[parse.words[i].head]):
        found["subject"] = _of_verb(parse, parse.words[i].head, depth=0).get("subject", [])
    if said_of := _said_of(parse, i):
        found["said_of"] = said_of
    _borrow_from_light_verb(parse, i, light, found)
    return found


def _said_of(parse: Parse, i: int) -> list[int]:
    """Of whom a phrase under a preposition says how they are: "the marines were in control of the airport"."""
    preposition = parse.words[parse.words[i].head]
    above = parse.words[preposition.head]
    if parse.words[i].dependency != "pobj" or above.lemma not in STAYING or not is_verb(above):
        return []
    return _of_verb(parse, above.index, depth=0).get("subject", [])


def _borrow_from_light_verb(parse: Parse, i: int, light: frozenset[str], found: dict[str, list[int]]) -> None:
    top = first_conjunct(parse, i)
    word = parse.words[top]
    if word.head == top:
        return
    verb = word.head
    if not is_verb(parse.words[verb]) or parse.words[verb].lemma not in light:
        return
    if word.dependency not in OBJECTS and word.dependency not in PASSIVE_SUBJECTS:
        return
    lent = _of_verb(parse, verb, depth=0)
    if lent.get("subject"):
        found["subject"] = lent["subject"]
    for name, words in lent.items():
        if name not in ("subject", "object", "complement", "indirect", "second"):
            found.setdefault(name, []).extend(words)
