"""Questions one may ask a Parse: what is its subject, what hangs on it, how far does it reach.

Everything here speaks of word indexes into `Parse.words`. `arguments` is the one door through which the rest of the
reading half sees grammar: it undoes passives, relative clauses, participles, coordination and control, so that a
lexicon row can say `actor = "subject"` and mean it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tidings.records import Parse, Word

Arguments = Mapping[str, tuple[int, ...]]

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
FINDING = frozenset({"report", "find", "leave", "see", "count", "record", "want", "get", "have"})
OBJECTS = frozenset({"dobj", "obj", "attr"})
CLAUSES = frozenset(
    {"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "conj", "parataxis", "csubj", "csubjpass", "acomp"}
)
# What one suffers rather than does where no object follows a passive.
UNDERGONE = frozenset(
    {
        "shoot",
        "kill",
        "stab",
        "behead",
        "execute",
        "hang",
        "burn",
        "bury",
        "beat",
        "rape",
        "torture",
        "detain",
        "arrest",
        "hack",
    }
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
# "As did", "so have", "as were" and whom it is said of.
SHORT_VERBS = frozenset({"do", "have", "be"})
SHORT_PARTS = frozenset({"nsubj", "mark", "advmod", "punct", "cc"})
CONDITIONS = frozenset({"if", "unless", "until", "till", "provided", "once"})
STAYING = frozenset({"be", "remain", "stay", "seem", "appear", "keep"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})


def child(parse: Parse, i: int, *dependencies: str) -> int | None:
    """The first child of word i with one of these dependencies, or None."""
    for c in parse.children[i]:
        if parse.words[c].dependency in dependencies:
            return c
    return None


def children(parse: Parse, i: int, *dependencies: str) -> list[int]:
    """The children of word i with one of these dependencies, in order."""
    return [c for c in parse.children[i] if parse.words[c].dependency in dependencies]


def subtree(parse: Parse, i: int) -> list[int]:
    """Word i and all that hangs on it, in order."""
    found, stack = [], [i]
    while stack:
        j = stack.pop()
        found.append(j)
        stack.extend(parse.children[j])
    return sorted(found)


def ancestors(parse: Parse, i: int) -> Iterator[int]:
    """The head of word i, its head's head, up to the root."""
    while parse.words[i].head != i:
        i = parse.words[i].head
        yield i


def conjuncts(parse: Parse, i: int) -> list[int]:
    """Word i and the words coordinated under it ("A, B and C"), in order."""
    found, stack = [], [i]
    while stack:
        j = stack.pop()
        found.append(j)
        stack.extend(c for c in parse.children[j] if parse.words[c].dependency == "conj" and _alike(parse, i, c))
    return sorted(found)


def _alike(parse: Parse, i: int, j: int) -> bool:
    return is_verb(parse.words[i]) == is_verb(parse.words[j])


def first_conjunct(parse: Parse, i: int) -> int:
    """The word that a coordinated word hangs under, or word i itself."""
    while parse.words[i].dependency == "conj":
        i = parse.words[i].head
    return i


def is_verb(word: Word) -> bool:
    return word.pos in ("VERB", "AUX") or word.tag.startswith("VB")


def is_noun(word: Word) -> bool:
    return word.pos in ("NOUN", "PROPN")


def is_passive(parse: Parse, i: int) -> bool:
    """Whether verb i is passive: with its auxiliary, or a bare participle ("soldiers killed in the raid")."""
    word = parse.words[i]
    if child(parse, i, "auxpass") is not None or child(parse, i, *PASSIVE_SUBJECTS) is not None:
        return True
    if _is_undergone(parse, i) or _is_found_so(parse, i):
        return True
    if word.tag != "VBN" or child(parse, i, "aux") is not None:
        return False
    if child(parse, i, *SUBJECTS) is not None:
        return _is_short_passive(parse, i)
    if word.dependency == "conj":
        head = word.head
        return is_verb(parse.words[head]) and parse.words[head].tag == "VBN" and is_passive(parse, head)
    return word.dependency in ("acl", "amod", "advcl", "relcl", "ROOT", "ccomp", "dep")


def _is_undergone(parse: Parse, i: int) -> bool:
    """ "Had been dragged from the bus and shot": a participle like a past tense, with nobody as its object."""
    word = parse.words[i]
    if word.dependency != "conj" or word.tag != "VBD" or word.lemma not in UNDERGONE:
        return False
    if child(parse, i, *OBJECTS, *SUBJECTS, "aux", "prt") is not None:
        return False
    return is_verb(parse.words[word.head]) and child(parse, word.head, "auxpass") is not None


def _is_found_so(parse: Parse, i: int) -> bool:
    """ "Report 900 people displaced": who is found so did nothing, whatever a parser takes the participle for."""
    word = parse.words[i]
    if word.dependency != "ccomp" or word.tag not in ("VBN", "VBD") or word.lemma not in UNDERGONE | {"displace"}:
        return False
    if child(parse, i, *OBJECTS, "aux", "mark", "prt") is not None or child(parse, i, *SUBJECTS) is None:
        return False
    return parse.words[word.head].lemma in FINDING


def _is_short_passive(parse: Parse, i: int) -> bool:
    """Whether a participle with a subject leaves out its auxiliary: "leave was cancelled and checkpoints set up"."""
    word = parse.words[i]
    if child(parse, i, *OBJECTS, "xcomp", "ccomp") is not None:
        return False
    if word.dependency == "conj" and parse.words[word.head].tag == "VBN":
        return is_passive(parse, word.head)
    if word.dependency == "ccomp" and child(parse, i, "mark") is None:
        return is_verb(parse.words[word.head])  # "doctors counted 60 villagers killed", "the army had 12 men wounded"
    return word.dependency == "advcl" and word.head > i  # "the group, expelled in May, is back"


def prepositions(parse: Parse, i: int) -> dict[str, list[int]]:
    """What stands under each preposition of word i: `{"in": [4], "out of": [7]}`, coordinated nouns included."""
    found: dict[str, list[int]] = {}
    for c in parse.children[i]:
        if parse.words[c].dependency in ("prep", "agent", "dative") and parse.words[c].pos in ("ADP", "SCONJ", "PART"):
            _below_preposition(parse, c, parse.words[c].lower, found)
    return found


def _below_preposition(parse: Parse, p: int, name: str, found: dict[str, list[int]]) -> None:
    for c in parse.children[p]:
        word = parse.words[c]
        if word.dependency in ("pobj", "pcomp"):
            found.setdefault(name, []).extend(conjuncts(parse, c) if word.dependency == "pobj" else [c])
        elif word.dependency == "prep":
            _below_preposition(parse, c, f"{name} {word.lower}", found)
        elif word.dependency == "conj" and word.pos == "ADP":
            _below_preposition(parse, c, word.lower, found)


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
    if passive and (doers := found.pop("by", []) or _shared_agent(parse, i)):
        found["subject"] = doers
    _fill_from_children(parse, i, passive, found)
    if not passive and "object" not in found and (shared := _shared_object(parse, i)):
        found["object"] = shared
    _resolve_relative(parse, i, found)
    slot = "object" if passive else "subject"
    if slot not in found and depth < 6:
        found |= _displaced_argument(parse, i, slot) or _lent_subject(parse, i, passive, depth, slot)
    return found


def _fill_from_children(parse: Parse, i: int, passive: bool, found: dict[str, list[int]]) -> None:
    """The slots of a verb that its own children fill."""
    for c in (*parse.children[i], *_parted_subjects(parse, i)):
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


def subjects_too(parse: Parse, i: int) -> list[int]:
    """Of whom the same is said in short: "Kandahar fell on Friday, as did Herat and Qalat"; "and so did Herat"."""
    found: list[int] = []
    for c in parse.children[i]:
        word = parse.words[c]
        if word.lemma not in SHORT_VERBS or word.dependency not in ("advcl", "conj") or c < i:
            continue
        below = [parse.words[b] for b in parse.children[c]]
        opens = any(w.lower in ("as", "so") and w.index < c for w in below)
        if opens and all(w.dependency in SHORT_PARTS for w in below):
            found += [j for w in below if w.dependency in SUBJECTS and w.index > c for j in conjuncts(parse, w.index)]
    return found


def _parted_subjects(parse: Parse, i: int) -> list[int]:
    """Subjects that a parser gives to the auxiliary: "gunmen had by then closed the streets"."""
    return [s for c in children(parse, i, "aux", "auxpass") for s in children(parse, c, *SUBJECTS, *PASSIVE_SUBJECTS)]


def _shared_agent(parse: Parse, i: int) -> list[int]:
    """The doer that the last of several passives names for all: "was seized and beaten by policemen"."""
    for c in parse.children[i]:
        if parse.words[c].dependency == "conj" and parse.words[c].tag == "VBN" and child(parse, c, "nsubjpass") is None:
            return prepositions(parse, c).get("by", []) or _shared_agent(parse, c)
    return []


def _shared_object(parse: Parse, i: int) -> list[int]:
    """What two verbs side by side are done to: "shot and killed him", "attacked or looted the stores"."""
    if i + 2 >= len(parse.words) or parse.words[i + 1].lower not in ("and", "or"):
        return []
    other = parse.words[i + 2]
    if other.dependency != "conj" or other.head != i or other.tag != parse.words[i].tag:
        return []
    return [j for c in children(parse, other.index, "dobj") for j in conjuncts(parse, c)]


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


def clause_span(parse: Parse, i: int) -> tuple[int, int]:
    """First and last word of the clause of word i, without clauses that stand beside or above it.

    For a verb, its subtree up to coordinated verbs, reported clauses and relative clauses of others; for a noun, its
    phrase. The evidence of a claim is such a clause.
    """
    stop = {"conj", "parataxis"} if is_verb(parse.words[i]) else {"relcl", "appos", "conj"}
    found, stack = [], [i]
    while stack:
        j = stack.pop()
        found.append(j)
        for c in parse.children[j]:
            word = parse.words[c]
            if j == i and (word.dependency in stop or word.dependency == "cc" or word.pos == "PUNCT"):
                continue
            stack.append(c)
    return min(found), max(found)


def entity_spans(parse: Parse) -> Iterator[tuple[int, int]]:
    """First and last word of each entity that the parser labels."""
    first = None
    for word in parse.words:
        if first is not None and (not word.entity or word.entity_starts or word.entity != parse.words[first].entity):
            yield first, word.index - 1
            first = None
        if word.entity and first is None:
            first = word.index
    if first is not None:
        yield first, len(parse.words) - 1
