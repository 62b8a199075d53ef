"""What is said, by the grammar of its word of speech: clause, infinitive, gerund, noun, or the object of a preposition."""

from __future__ import annotations

from tidings.claims.attribution.page import Line, Page
from tidings.lexicons.speech import SpeechRow

Words = tuple[int, int]
RELATIVES = frozenset("who which that".split())
HEARERS = frozenset("tell inform notify order urge ask warn instruct advise accuse blame beg command request".split())
PLACE_PREPOSITIONS = frozenset("in at on near for from against between along across around inside outside".split())
SPEECH_THINGS = frozenset(
    ("statement remark word comment speech news conference interview thing anything nothing lot more so much").split()
)
PUBLISHED_WORDS = frozenset(
    ("plan proposal decision idea bill law deal policy call record use comment remark statement charge").split()
)


def content_of(page: Page, line: Line, v: int, row: SpeechRow) -> tuple[tuple[Words, ...], int] | None:
    """First and last words of what verb v gives, and its head word, for the first construction of the row that is there."""
    if "to" in row.takes or "clause" in row.takes:
        raised = _raised(line, v)
        if raised is not None:
            return raised
    for construction in row.takes:
        if found := _TAKES.get(construction, _by_preposition)(page, line, v, construction, row):
            return (found[0],), found[1]
    return None


def _raised(line: Line, v: int) -> tuple[tuple[Words, ...], int] | None:
    """ "The town is said to have fallen": the subject and the infinitive are what is said."""
    subject = line.child(v, "nsubjpass")
    if subject is None or line.words[v].lemma in HEARERS:
        return None
    for c in line.parse.children[v]:
        if c > v and line.words[c].dependency in ("xcomp", "ccomp", "advcl") and _has_to(line, c):
            if line.words[subject].lower in RELATIVES:
                return ((max(line.first(c), v + 1), line.last(c)),), c
            return ((line.first(subject), min(line.last(subject), v - 1)), (max(line.first(c), v + 1), line.last(c))), c
    return None


def _clause(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:  # noqa: ARG001
    """A finite clause after the verb: "said (that) …"."""
    words = line.words
    for c in line.parse.children[v]:
        word = words[c]
        if c < v or word.dependency not in ("ccomp", "xcomp", "acl", "advcl", "parataxis"):
            continue
        if word.dependency != "ccomp" and not _is_that_clause(line, c):
            continue
        if not _is_finite(line, c):
            continue
        first = line.first(c)
        if first <= v:
            first = v + 1
        return (first, line.last(c)), c
    if (beyond := _beyond_a_phrase(line, v)) is not None:
        return beyond
    if line.child(v, "auxpass") is not None:  # "it was reported that"
        subject = line.child(v, "csubjpass", "csubj")
        if subject is not None and subject > v:
            return (max(line.first(subject), v + 1), line.last(subject)), subject
    return None


def _beyond_a_phrase(line: Line, v: int) -> tuple[Words, int] | None:
    """ "Said in a message that …": a clause that a parser hung on the noun before it."""
    words = line.words
    for i in range(v + 2, min(v + 16, len(words))):
        if words[i].lower not in ("that", "whether") or words[i].dependency != "mark" or words[i].tag != "IN":
            continue
        head = words[i].head
        if words[head].dependency not in ("relcl", "acl", "ccomp") or not line.is_below(head, v):
            return None
        above = words[head].head
        while above != v and words[above].pos in ("NOUN", "PROPN", "ADP", "NUM"):
            above = words[above].head
        return ((i, line.last(head)), head) if above == v else None
    return None


def _that_clause(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:
    """A clause with "that": for verbs that say something only so ("holds that", not "may hold")."""
    found = _clause(page, line, v, construction, row)
    return found if found is not None and line.words[found[0][0]].lower == "that" else None


def _is_that_clause(line: Line, c: int) -> bool:
    mark = line.child(c, "mark")
    return (
        mark is not None and line.words[mark].lower in ("that", "whether", "if") and line.words[c].dependency != "advcl"
    )


def _is_finite(line: Line, c: int) -> bool:
    word = line.words[c]
    if word.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    for d in line.parse.children[c]:
        child = line.words[d]
        if child.dependency in ("aux", "auxpass", "cop") and child.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if child.tag == "TO" and child.dependency == "aux":
            return any(line.words[e].lower in ("how", "where", "when", "what", "who") for e in line.parse.children[c])
    if line.child(c, "nsubj", "nsubjpass") is not None:
        return word.tag != "VBG"
    return word.pos not in ("VERB", "AUX") and word.dependency == "ccomp"


def _infinitive(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:
    """The speaker's own act: "claimed to have"; in the passive what others say of it ("is said to have")."""
    for c in line.parse.children[v]:
        if c > v and line.words[c].dependency in ("xcomp", "ccomp", "advcl") and _has_to(line, c):
            if line.child(c, "nsubj") is not None or line.child(v, "dobj") is not None:
                continue
            return (max(line.first(c), v + 1), line.last(c)), c
    return _by_preposition(page, line, v, construction, row)


def _others_infinitive(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:  # noqa: ARG001
    """Somebody and an infinitive: "urged residents to leave"."""
    for c in line.parse.children[v]:
        if c < v or line.words[c].dependency not in ("xcomp", "ccomp", "advcl", "dobj") or not _has_to(line, c):
            continue
        first = line.first(c)
        addressee = line.child(v, "dobj", "dative")
        if addressee is not None and v < addressee < c:
            first = min(first, line.first(addressee))
        elif line.child(c, "nsubj") is None and line.child(v, "auxpass") is None:
            continue
        return (max(first, v + 1), line.last(c)), c
    thing = line.child(v, "dobj")
    if thing is not None and thing > v:  # "urged residents to leave", read as "residents who are to leave"
        for c in line.parse.children[thing]:
            if line.words[c].dependency in ("acl", "relcl") and _has_to(line, c):
                return (line.first(thing), line.last(thing)), c
    return None


def _has_to(line: Line, c: int) -> bool:
    return any(line.words[d].tag == "TO" for d in line.parse.children[c])


def _gerund(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:  # noqa: ARG001
    for c in line.parse.children[v]:
        word = line.words[c]
        if c > v and word.tag == "VBG" and word.dependency in ("xcomp", "ccomp", "dobj", "advcl", "pcomp"):
            first = line.first(c)
            if word.dependency == "advcl" and (line.is_mark(first - 1) or first <= v):
                continue
            return (first, line.last(c)), c
    return None


def _thing(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:  # noqa: ARG001
    """A noun phrase: the object, or in the passive the subject ("the attack was confirmed by")."""
    thing = line.child(v, "dobj", "attr")
    if row.cue_class == "deny" and line.child(v, "dative") is not None:
        return None  # "denied them shelter"
    if line.child(v, "auxpass") is not None:
        thing = line.child(v, "nsubjpass")
    elif line.words[v].tag == "VBN" and line.words[v].dependency == "acl" and thing is None:
        thing = line.words[v].head
        return (line.first(thing), v - 1), thing
    if thing is None or not _is_accepted(page, line, thing, row):
        return None
    first, last = line.first(thing), line.last(thing)
    if thing < v:
        return (first, min(last, v - 1)), thing
    for c in line.parse.children[v]:  # "announced an operation in the hills": hung on the verb, said of the thing
        place = line.words[c].dependency == "prep" and line.words[c].lower in PLACE_PREPOSITIONS
        if line.first(c) == last + 1 and (place or line.words[c].dependency in ("acl", "npadvmod")):
            last = line.last(c)
    return (max(first, v + 1), last), thing


def _is_accepted(page: Page, line: Line, thing: int, row: SpeechRow) -> bool:
    word = line.words[thing]
    if word.pos == "PRON" and word.lower not in ("it", "this", "that", "which"):
        return False
    if row.accepts == "reports":
        return word.lemma in page.speech.nouns or word.lemma in page.speech.words["documents"]
    if row.accepts == "words":
        return word.lemma in page.speech.nouns or word.lemma in PUBLISHED_WORDS
    if row.lemma in ("say", "guess"):  # "says 40"
        return word.tag == "CD" or line.child(thing, "nummod") is not None
    if row.cue_class in ("say", "show"):
        return word.lemma not in SPEECH_THINGS and word.pos != "PRON"
    return True


def _event(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:
    found = _thing(page, line, v, construction, row)
    if found is None:
        return None
    word = line.words[found[1]]
    endings = tuple(page.speech.words["events"])
    if row.cue_class == "claim" and word.lemma in page.speech.words["deeds"]:
        return None  # "claimed the attack": its deed, not its word
    return found if word.lemma.endswith(endings) and word.lemma != "responsibility" else None


def _as(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:  # noqa: ARG001
    thing = line.child(v, "dobj", "nsubjpass")
    for c in line.parse.children[v]:
        if c > v and line.words[c].lower == "as" and line.words[c].dependency in ("prep", "mark"):
            first = line.first(thing) if thing is not None and thing > v else c
            return (max(first, v + 1), line.last(c)), thing if thing is not None else c
    return None


def _named(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:  # noqa: ARG001
    name = line.child(v, "oprd", "ccomp", "xcomp")
    if name is None or name < v:
        return None
    thing = line.child(v, "dobj")
    first = line.first(thing) if thing is not None and thing > v else line.first(name)
    return (max(first, v + 1), line.last(name)), name


def _called_false(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:
    """ "Called the reports lies", "dismissed it as propaganda": a denial, whatever the verb."""
    found = _named(page, line, v, construction, row) or _as(page, line, v, construction, row)
    thing = line.child(v, "dobj", "nsubjpass", "nsubj")
    if thing is None:
        clause = line.child(v, "ccomp")
        thing = line.child(clause, "nsubj") if clause is not None else None
    if found is None or thing is None:
        return None
    (first, last), _ = found
    start = line.last(thing) + 1 if thing > v else first
    if not any(w.lower in page.speech.words["falsehoods"] for w in line.words[start : last + 1]):
        return None
    return ((max(line.first(thing), v + 1), line.last(thing)) if thing > v else (line.first(thing), v - 1)), thing


def _by_preposition(page: Page, line: Line, v: int, construction: str, row: SpeechRow) -> tuple[Words, int] | None:  # noqa: ARG001
    """What stands under a preposition: "accused the army of …", "warned of …"."""
    if construction in ("to", "thing", "clause") and row.particle != construction:
        if construction != "to":
            return None
    words = line.words
    beside = ("dobj", "prt", "prep", "advmod", "oprd", "ccomp")
    holders = [v, *(c for c in line.parse.children[v] if words[c].dependency in beside and c > v)]
    for h in holders:
        for c in line.parse.children[h]:
            word = words[c]
            if c <= v or word.lower != construction or word.dependency not in ("prep", "dative", "mark", "agent"):
                continue
            below = line.child(c, "pobj", "pcomp")
            if below is None or (construction == "to" and row.particle != "to" and words[below].pos != "VERB"):
                continue
            last = line.last(c)
            if construction in ("on", "upon") and row.particle:  # "called on X to do"
                last = max(
                    [
                        last,
                        *(
                            line.last(d)
                            for d in line.parse.children[v]
                            if d > c and words[d].dependency in ("xcomp", "ccomp", "advcl")
                        ),
                    ]
                )
            if construction == "at" and row.lemma == "put":
                return _figure(line, v, c)
            return (c + 1, last), below
    return None


def _figure(line: Line, v: int, at: int) -> tuple[Words, int] | None:
    """ "Put the toll at 12": the thing counted and its figure."""
    thing = line.child(v, "dobj")
    below = line.child(at, "pobj")
    if thing is None or below is None or thing < v:
        return None
    figure = line.words[below]
    counted = figure.tag == "CD" or any(line.words[c].tag == "CD" for c in line.parse.children[below])
    return ((line.first(thing), line.last(at)), thing) if counted else None


_TAKES = {
    "clause": _clause,
    "that": _that_clause,
    "to": _infinitive,
    "whom-to": _others_infinitive,
    "ing": _gerund,
    "thing": _thing,
    "event": _event,
    "as": _as,
    "named": _named,
    "false": _called_false,
}
