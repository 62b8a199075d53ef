"""What is said, by the grammar of its word of speech: a clause, an infinitive, a gerund; objects.py has the rest."""

from __future__ import annotations

from collections.abc import Callable

from tidings.claims.attribution import objects, sights
from tidings.claims.attribution.objects import Found, Words, find_under, has_to
from tidings.claims.attribution.page import Line, Page
from tidings.lexicons.speech import SpeechRow

RELATIVES = frozenset("who which that".split())
HEARERS = frozenset("tell inform notify order urge ask warn instruct advise accuse blame beg command request".split())
CLAUSES = frozenset("xcomp acl parataxis".split())  # what a clause with "that" may be read as, besides ccomp
FINITE = frozenset("VBD VBZ VBP MD".split())
CONTRASTS = frozenset("while whereas although though".split())
FARTHEST_CLAUSE = 16  # words from the verb to a "that" that a parser hung on a noun between


def content_of(page: Page, line: Line, v: int, row: SpeechRow) -> tuple[tuple[Words, ...], int] | None:
    """First and last words of what verb v gives, and its head word, by the first construction of its row found."""
    if "to" in row.takes or "clause" in row.takes:
        raised = _raised(line, v)
        if raised is not None:
            return raised
    for construction in row.takes:
        find = TAKES.get(construction)
        found = find(page, line, v, row) if find else find_under(line, v, construction, row)
        if found is not None:
            return (found[0],), found[1]
    return None


def _raised(line: Line, v: int) -> tuple[tuple[Words, ...], int] | None:
    """ "The town is said to have fallen": the subject and the infinitive are what is said."""
    subject = line.child(v, "nsubjpass")
    if subject is None or line.words[v].lemma in HEARERS:
        return None
    for c in line.parse.children[v]:
        if c > v and line.words[c].dependency in ("xcomp", "ccomp", "advcl") and has_to(line, c):
            if line.words[subject].lower in RELATIVES:
                return ((max(line.first(c), v + 1), line.last(c)),), c
            return ((line.first(subject), min(line.last(subject), v - 1)), (max(line.first(c), v + 1), line.last(c))), c
    return None


def _clause(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """A finite clause after the verb: "said (that) …"."""
    for c in line.parse.children[v]:
        dependency = line.words[c].dependency
        if c < v or not (dependency == "ccomp" or (dependency in CLAUSES and _has_that(line, c))):
            continue
        first = max(line.first(c), v + 1)
        if _is_finite(line, c) and not _stands_apart(line, v, first):
            return (first, line.last(c)), c
    beyond = _beyond_a_phrase(line, v) or _after_a_hearer(line, v)
    if beyond is not None or line.child(v, "auxpass") is None:
        return beyond
    subject = line.child(v, "csubjpass", "csubj")  # "it was reported that"
    return ((line.first(subject), line.last(subject)), subject) if subject is not None and subject > v else None


def _stands_apart(line: Line, v: int, first: int) -> bool:
    """Whether a clause that a parser hung on the verb is another one: "…, while residents said", past a semicolon.

    Past a colon too, where the words of speech close what stands before them: "…, the mayor told the council: …".
    """
    words = line.words
    before = any(c < v and words[c].dependency == "ccomp" for c in line.parse.children[v])
    ends = ";:" if before else ";"
    return words[first].lower in CONTRASTS or any(words[i].text in ends for i in range(v + 1, first))


def _beyond_a_phrase(line: Line, v: int) -> Found | None:
    """ "Said in a message that …": a clause that a parser hung on the noun before it."""
    words = line.words
    for i in range(v + 2, min(v + FARTHEST_CLAUSE, len(words))):
        if words[i].lower not in ("that", "whether") or words[i].dependency != "mark":
            continue
        head = words[i].head
        if words[head].dependency not in ("relcl", "acl", "ccomp") or not line.is_below(head, v):
            return None
        above = words[head].head
        while above != v and words[above].pos in ("NOUN", "PROPN", "ADP", "NUM"):
            above = words[above].head
        return ((i, line.last(head)), head) if above == v else None
    return None


def _after_a_hearer(line: Line, v: int) -> Found | None:
    """ "Told the inquiry the ward had been full", read as "the inquiry that the ward had been"."""
    hearer = line.child(v, "dobj", "dative")
    if hearer is None or hearer < v or line.words[v].lemma not in HEARERS:
        return None
    for c in line.parse.children[hearer]:
        own = line.child(c, "nsubj", "nsubjpass")
        if line.words[c].dependency == "relcl" and own is not None and line.words[own].lower not in RELATIVES:
            first = line.first(c)
            return ((first, line.last(c)), c) if line.words[first].tag[0] != "W" else None
    return None


def _that_clause(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """A clause with "that": for verbs that say something only so ("holds that", not "may hold")."""
    found = _clause(page, line, v, row)
    return found if found is not None and line.words[found[0][0]].lower == "that" else None


def _has_that(line: Line, c: int) -> bool:
    mark = line.child(c, "mark")
    return mark is not None and line.words[mark].lower in ("that", "whether", "if")


def _is_finite(line: Line, c: int) -> bool:
    """Whether clause c says something: a finite verb, "how to …", or the bare predicate of a telegram."""
    word = line.words[c]
    if word.tag in FINITE:
        return True
    below = [line.words[d] for d in line.parse.children[c]]
    if any(b.dependency in ("aux", "auxpass", "cop") and b.tag in FINITE for b in below):
        return True
    if any(b.tag == "TO" and b.dependency == "aux" for b in below):
        return any(b.lower in ("how", "where", "when", "what", "who") for b in below)
    if line.child(c, "nsubj", "nsubjpass") is not None:
        return word.tag != "VBG"
    return word.pos not in ("VERB", "AUX") and word.dependency == "ccomp"


def _infinitive(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """The speaker's own act: "claimed to have"; in the passive what others say of it ("is said to have")."""
    for c in line.parse.children[v]:
        if c > v and line.words[c].dependency in ("xcomp", "ccomp", "advcl") and has_to(line, c):
            if line.child(c, "nsubj") is not None or line.child(v, "dobj") is not None:
                continue
            return (max(line.first(c), v + 1), line.last(c)), c
    return find_under(line, v, "to", row)


def _others_infinitive(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """Somebody and an infinitive: "urged residents to leave"."""
    for c in line.parse.children[v]:
        if c < v or line.words[c].dependency not in ("xcomp", "ccomp", "advcl", "dobj") or not has_to(line, c):
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
            if line.words[c].dependency in ("acl", "relcl") and has_to(line, c):
                return (line.first(thing), line.last(thing)), c
    return None


def _gerund(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    for c in line.parse.children[v]:
        word = line.words[c]
        if c > v and _is_gerund(line, c) and word.dependency in ("xcomp", "ccomp", "dobj", "advcl", "pcomp"):
            first = line.first(c)
            if word.dependency == "advcl" and (line.is_mark(first - 1) or first <= v):
                continue
            return (first, line.last(c)), c
    return None


def _is_gerund(line: Line, c: int) -> bool:
    """ "Burning", "having burned", "being held"."""
    words = line.words
    helped = (words[d] for d in line.parse.children[c] if words[d].dependency in ("aux", "auxpass"))
    return words[c].tag == "VBG" or any(h.tag == "VBG" and h.lower in ("having", "being") for h in helped)


TAKES: dict[str, Callable[[Page, Line, int, SpeechRow], Found | None]] = {
    "clause": _clause,
    "that": _that_clause,
    "to": _infinitive,
    "whom-to": _others_infinitive,
    "ing": _gerund,
    "thing": objects.find_thing,
    "event": objects.find_event,
    "as": objects.find_as,
    "named": objects.find_named,
    "false": objects.find_called_false,
    "toll": sights.find_toll,
    "scene": sights.find_scene,
    "charge": sights.find_charge,
}
