"""What somebody counted, saw or was charged with: "received 18 dead", "saw men burning a barn"."""

from __future__ import annotations

from tidings.claims.attribution.objects import Found
from tidings.claims.attribution.page import Line, Page
from tidings.lexicons.speech import SpeechRow

JUDGES = frozenset(
    "prosecutor court police judge tribunal magistrate grand attorney indictment prosecution state".split()
)


def may_say(page: Page, line: Line, source: int | None, row: SpeechRow) -> bool:
    """Whether the speaker is one of those whom the row asks for: "the hospital received 18 dead" is its word."""
    if row.speakers is None:
        return source is not None or not row.named
    known = page.speech.words[row.speakers]
    if source is None:
        return False
    named = [source, *(c for c in line.parse.children[source] if line.words[c].dependency in ("compound", "appos"))]
    return any(line.words[i].lemma.lower() in known or line.words[i].lower in known for i in named)


def find_toll(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """The dead or wounded that are the object: "18 dead", "61 bodies", "at least 25 dead"."""
    for c in line.parse.children[v]:
        word = line.words[c]
        if c < v or word.dependency not in ("dobj", "ccomp", "xcomp", "attr", "oprd", "npadvmod"):
            continue
        if word.dependency != "dobj" and line.child(c, "nummod") is None:
            continue
        told = [c, *(d for d in line.parse.children[c] if line.words[d].dependency in ("amod", "acl", "conj"))]
        told += [c + 1] if word.tag == "CD" and c + 1 < len(line.words) else []
        tolls = page.speech.words["tolls"]
        if any(line.words[i].lemma in tolls or line.words[i].lower in tolls for i in told):
            return (max(line.first(c), v + 1), _to_the_end(line, v, c)), c
    return None


def _to_the_end(line: Line, v: int, c: int) -> int:
    """ "18 dead and 47 wounded": what a parser may hang on the verb beside the first figure."""
    ends = [line.last(d) for d in line.parse.children[v] if d > c and line.words[d].dependency in ("conj", "prep")]
    if line.words[c].tag == "CD" and c + 1 < len(line.words) and line.words[c + 1].head == v:  # "forty | wounded"
        ends.append(line.last(c + 1))
    counted = [line.last(d) for d in line.parse.children[v] if d > c and line.words[d].tag == "CD"]
    return max([line.last(c), *(e for e in (*ends, *counted) if not _parted(line, c, e))])


def _parted(line: Line, first: int, last: int) -> bool:
    return any(line.words[i].text in (";", ":", ",") for i in range(first, last + 1))


def find_scene(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """What was seen: "men burning a barn", "fighting at the gate"."""
    if any(line.words[c].dependency == "neg" for c in line.parse.children[v]):
        return None
    for c in line.parse.children[v]:
        word = line.words[c]
        if c < v or line.child(v, "auxpass") is not None:
            continue
        if word.dependency == "ccomp" and word.tag in ("VBG", "VBN", "VB") and line.child(c, "nsubj", "nsubjpass"):
            return (max(line.first(c), v + 1), line.last(c)), c
        if row.lemma == "see" and word.dependency == "dobj" and word.pos in ("NOUN", "PROPN"):
            return (max(line.first(c), v + 1), line.last(c)), c
    return None


def find_charge(page: Page, line: Line, v: int, row: SpeechRow) -> Found | None:
    """ "Charged the army with burning the mill": an accusation, where no judge brings it."""
    if line.child(v, "auxpass") is not None or line.child(v, "dobj") is None:
        return None
    subject = line.child(v, "nsubj")
    if subject is not None and line.words[subject].lemma.lower() in JUDGES:
        return None
    for c in line.parse.children[v]:
        below = line.child(c, "pcomp") if c > v and line.words[c].lower == "with" else None
        if below is not None and line.words[below].tag == "VBG":
            return (c + 1, line.last(c)), below
    return None
