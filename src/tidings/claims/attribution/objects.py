"""What is said as a noun phrase or under a preposition: "confirmed the death of", "accused the army of"."""

from __future__ import annotations

from tidings.claims.attribution.page import Line, Page
from tidings.lexicons.speech import SpeechRow

Words = tuple[int, int]
Found = tuple[Words, int]  # first and last word of what is said, and its head word
PLACE_PREPOSITIONS = frozenset("in at on near for from against between along across around inside outside".split())
HOLDERS = frozenset("dobj prt prep advmod oprd ccomp".split())  # words that a verb's preposition may be hung on


def has_to(line: Line, c: int) -> bool:
    return any(line.words[d].tag == "TO" for d in line.parse.children[c])


def find_thing(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """A noun phrase: the object, or in the passive the subject ("the attack was confirmed by")."""
    thing = line.child(v, "dobj", "attr")
    if row.cue_class == "deny" and line.child(v, "dative") is not None:
        return None  # "denied them shelter"
    if line.child(v, "auxpass") is not None:
        thing = line.child(v, "nsubjpass")
    elif line.words[v].tag == "VBN" and line.words[v].dependency == "acl" and thing is None:
        thing = line.words[v].head
        return (line.first(thing), v - 1), thing
    elif thing is None and (bare := _bare_relative(line, v)) is not None:
        return (line.first(bare), line.first(v) - 1), bare
    if thing is None or not _is_accepted(page, line, thing, row):
        return None
    first, last = line.first(thing), line.last(thing)
    if thing < v:
        return (first, min(last, v - 1)), thing
    return (max(first, v + 1), _extended(line, v, last, row)), thing


def _bare_relative(line: Line, v: int) -> int | None:
    """ "A claim the government rejects": the noun that a clause without "which" hangs on."""
    word = line.words[v]
    own = line.child(v, "nsubj")
    if (
        word.dependency != "relcl"
        or own is None
        or line.words[own].tag[0] == "W"
        or line.words[word.head].pos != "NOUN"
    ):
        return None
    return word.head if word.head < own else None


def _extended(line: Line, v: int, last: int, row: SpeechRow) -> int:
    """ "Announced an operation in the hills": what a parser hung on the verb, but is said of the thing."""
    for c in line.parse.children[v]:
        word = line.words[c]
        if line.first(c) != last + 1:
            continue
        place = word.dependency == "prep" and (word.lower in PLACE_PREPOSITIONS or word.lower in row.takes)
        if place or word.dependency in ("acl", "npadvmod") or (word.dependency == "advcl" and word.tag == "VBN"):
            last = line.last(c)
    return last


def _is_accepted(page: Page, line: Line, thing: int, row: SpeechRow) -> bool:
    word = line.words[thing]
    if word.pos == "PRON" and word.lower not in ("it", "this", "that", "which"):
        return False
    if row.accepts == "reports":
        return word.lemma in page.speech.nouns or word.lemma in page.speech.words["documents"]
    if row.accepts == "words":
        return word.lemma in page.speech.nouns or word.lemma in page.speech.words["published_words"]
    if row.lemma in ("say", "guess"):  # "says 40"
        return word.tag == "CD" or line.child(thing, "nummod") is not None
    if row.cue_class in ("say", "show"):
        return word.lemma not in page.speech.words["speech_things"] and word.pos != "PRON"
    return True


def find_event(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """A noun phrase that names something that happens: "claimed the capture of", not "claimed a hill"."""
    found = find_thing(page, line, v, row)
    if found is None:
        return None
    word = line.words[found[1]]
    endings = tuple(page.speech.words["events"])
    if row.cue_class == "claim" and word.lemma in page.speech.words["deeds"]:
        return None  # "claimed the attack": its deed, not its word
    return found if word.lemma.endswith(endings) and word.lemma != "responsibility" else None


def find_as(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """Somebody or something and "as": "described it as"."""
    thing = line.child(v, "dobj", "nsubjpass")
    for c in line.parse.children[v]:
        if c > v and line.words[c].lower == "as" and line.words[c].dependency in ("prep", "mark"):
            first = line.first(thing) if thing is not None and thing > v else c
            return (max(first, v + 1), line.last(c)), thing if thing is not None else c
    return None


def find_named(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """Somebody or something and a name for it: "called it a crime"."""
    name = line.child(v, "oprd", "ccomp", "xcomp")
    if name is None or name < v:
        return None
    thing = line.child(v, "dobj")
    first = line.first(thing) if thing is not None and thing > v else line.first(name)
    return (max(first, v + 1), line.last(name)), name


def find_called_false(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """ "Called the reports lies", "dismissed it as propaganda": a denial, whatever the verb."""
    falsehoods = page.speech.words["falsehoods"]
    thing = line.child(v, "dobj")
    if thing is None:
        thing = line.child(v, "nsubjpass")
    clause = line.child(v, "ccomp")
    if thing is None and clause is not None:
        thing = line.child(clause, "nsubj")
    if thing is None or line.words[thing].lower == "it":
        as_false = _as_false(page, line, v)
        if as_false is not None or thing is None:
            return as_false
    first, last = line.first(thing), line.last(thing)
    if thing > v and line.words[last].lower in falsehoods:  # "called reports of a mutiny baseless", read as one phrase
        return (max(first, v + 1), last - 1), thing
    found = find_named(page, line, v, row) or find_as(page, line, v, row)
    if found is None:
        return None
    (start, end), _ = found
    if not any(w.lower in falsehoods for w in line.words[last + 1 if thing > v else start : end + 1]):
        return None
    return ((max(first, v + 1), last) if thing > v else (first, v - 1)), thing


def _as_false(page: Page, line: Line, v: int) -> Found | None:
    """ "Dismissed as false reports that …", "described as invented a report that …"."""
    falsehoods = page.speech.words["falsehoods"]
    for c in line.parse.children[v]:
        if c < v or line.words[c].lower != "as":
            if line.words[c].dependency != "advcl" or line.words[c].lower not in falsehoods:
                continue
            thing = line.child(c, "dobj")
        else:
            thing = line.child(c, "pobj")
            if thing is not None and not any(line.words[d].lower in falsehoods for d in line.parse.children[thing]):
                thing = None
        if thing is not None and line.words[thing].lemma in page.speech.nouns:
            return (line.first(thing), line.last(thing)), thing
    return None


def find_under(line: Line, v: int, preposition: str, row: SpeechRow) -> Found | None:
    """What stands under a preposition: "accused the army of …", "warned of …", "called on them to …"."""
    words = line.words
    if preposition == "at" and row.lemma == "put":
        return next((f for c in range(v + 2, line.last(v) + 1) if (f := _figure(line, v, c)) is not None), None)
    holders = [v, *(c for c in line.parse.children[v] if words[c].dependency in HOLDERS and c > v)]
    for c in (c for h in holders for c in line.parse.children[h]):
        if c <= v or words[c].lower != preposition or words[c].dependency not in ("prep", "dative", "mark", "agent"):
            continue
        below = line.child(c, "pobj", "pcomp")
        if below is None or (preposition == "to" and row.particle != "to" and words[below].pos != "VERB"):
            continue
        last = _extended(line, v, line.last(c), row)
        if row.particle in ("on", "upon"):
            clauses = (
                d for d in line.parse.children[v] if d > c and words[d].dependency in ("xcomp", "ccomp", "advcl")
            )
            last = max([last, *(line.last(d) for d in clauses)])
        return (c + 1, last), below
    return None


def _figure(line: Line, v: int, at: int) -> Found | None:
    """ "Put the toll at 12": the thing counted and its figure."""
    thing = line.child(v, "dobj")
    below = line.child(at, "pobj") if line.words[at].lower == "at" else None
    if thing is None or below is None or thing < v or at < thing:
        return None
    figure = line.words[below]
    counted = figure.tag == "CD" or any(line.words[c].tag == "CD" for c in line.parse.children[below])
    return ((line.first(thing), max(line.last(at), line.last(thing))), thing) if counted else None
