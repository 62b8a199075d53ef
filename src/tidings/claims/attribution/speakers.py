"""Who speaks: the word that names who does a verb of speech, wherever the sentence puts it."""

from __future__ import annotations

from tidings.claims.attribution.page import Line
from tidings.records import Word

RELATIVES = frozenset("who which that".split())
SHARING = frozenset(
    "conj xcomp advcl ccomp parataxis dep relcl".split()
)  # a verb so hung may take its subject from above
DEEPEST = 4  # verbs that a subject is looked for above


def speaker_of(line: Line, v: int) -> int | None:
    """Who speaks with verb v: its subject; in the passive the hearer, or the body where it was said."""
    source = subject_of(line, v)
    passive = line.child(v, "auxpass") is not None
    if source is None and not passive:
        source = _after_the_verb(line, v)
    elif source is None:
        hearer = _hearer(line, v)
        source = hearer if hearer is not None else _at_a_body(line, v)
    if source is not None and passive and line.words[source].lower in ("it", "there"):
        return None
    return source


def subject_of(line: Line, v: int, depth: int = 0) -> int | None:
    """The subject of verb v, its agent in the passive, or what it shares with the verb above it."""
    word = line.words[v]
    if word.lemma == "know" and line.words[word.head].lemma in ("let", "make") and depth <= DEEPEST:
        return subject_of(line, word.head, depth + 1)  # "let it be known that"
    own = _own_subject(line, v)
    if own is not None and line.child(v, "auxpass") is None:
        return _past_relative(line, own, v)
    if line.child(v, "nsubjpass", "auxpass") is not None:
        return agent_of(line, v)
    if word.head == v or depth > DEEPEST:
        return None
    return _shared(line, word, line.words[word.head], depth)


def _shared(line: Line, word: Word, above: Word, depth: int) -> int | None:
    if word.tag == "VBN" and word.dependency in ("acl", "advcl"):
        return agent_of(line, word.index)
    if word.dependency == "acl":
        return above.index
    if word.dependency == "pcomp":
        return _through_preposition(line, above, depth)
    if word.dependency == "xcomp" and above.dependency == "acomp":  # "was careful to add"
        return subject_of(line, above.head, depth + 1)
    if word.dependency not in SHARING or above.pos not in ("VERB", "AUX"):
        return None
    controlled = line.child(above.index, "dobj") if word.dependency == "xcomp" else None
    return controlled if controlled is not None else _above(line, above.index, depth)


def _own_subject(line: Line, v: int) -> int | None:
    """The subject that hangs on the verb itself; of two ("Five, says the mayor") the one that stands by it."""
    own = [c for c in line.parse.children[v] if line.words[c].dependency in ("nsubj", "csubj")]
    if len(own) < 2:
        return own[0] if own else None
    beside = [c for c in own if not any(line.words[i].text == "," for i in range(min(c, v), max(c, v)))]
    return min(beside or own, key=lambda c: abs(c - v))


def _past_relative(line: Line, subject: int, v: int) -> int:
    if line.words[subject].lower in RELATIVES and line.words[v].dependency in ("relcl", "acl", "ccomp"):
        return line.words[v].head
    return subject


def agent_of(line: Line, v: int) -> int | None:
    by = line.child(v, "agent")
    agent = line.child(by, "pobj") if by is not None else None
    return None if agent is not None and line.words[agent].entity in ("DATE", "TIME", "CARDINAL") else agent


def _through_preposition(line: Line, preposition: Word, depth: int) -> int | None:
    """In "quoted X as saying" X speaks; in "X was quoted as saying" X does; in "in saying that" the verb's subject."""
    verb = preposition.head
    if line.words[verb].pos not in ("VERB", "AUX"):
        return verb if preposition.lower == "as" else None
    if preposition.lower == "as" or line.words[verb].lemma in ("quote", "cite"):
        return line.child(verb, "dobj", "nsubjpass")
    if preposition.lower == "with":
        return None
    return _above(line, verb, depth)


def _above(line: Line, verb: int, depth: int) -> int | None:
    """The subject that a verb shares with the one above it, which may be passive ("was forced to deny")."""
    passive = line.child(verb, "nsubjpass")
    return passive if passive is not None else subject_of(line, verb, depth + 1)


def _after_the_verb(line: Line, v: int) -> int | None:
    """ "…,” said the general": a speaker that was read as an object."""
    thing = line.child(v, "dobj", "attr")
    if (
        thing is None
        or thing < v
        or v == 0
        or not line.is_mark(v - 1)
        or line.words[v].tag not in ("VBD", "VBZ", "VBP")
    ):
        return None
    return thing


def _hearer(line: Line, v: int) -> int | None:
    """ "Partners were told that …": where nobody is named who told them, they pass it on."""
    hearer = line.child(v, "nsubjpass")
    return hearer if line.words[v].lemma in ("tell", "inform") and hearer is not None else None


def _at_a_body(line: Line, v: int) -> int | None:
    """ "It was stated at the ministry"."""
    for c in line.parse.children[v]:
        if line.words[c].dependency == "prep" and line.words[c].lower in ("at", "from"):
            below = line.child(c, "pobj")
            if below is not None and line.words[below].entity == "ORG":
                return below
    return None


def speaker_span(line: Line, head: int, v: int) -> tuple[int, int]:
    """First and last word of the speaker's phrase, which ends before the word of speech."""
    first, last = line.first(head), line.last(head)
    words = line.words
    if head < v:
        last = min(last, v - 1)
    elif first <= v:
        first = v + 1
    while last > head and (line.is_mark(last) and words[last].tag != "''"):
        last -= 1
    while first < head and line.is_mark(first):
        first += 1
    return first, last
