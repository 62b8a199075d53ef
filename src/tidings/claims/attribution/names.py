"""The plain name and the title that a speaker's phrase gives: the person, else the body, else the role."""

from __future__ import annotations

import re

import msgspec

from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.speakers import agent_of, subject_of

INITIALS = re.compile(r"\b(?:U\.S|U\.N|U\.K|E\.U)\.")  # "the U.S. military" and "the US military" are one
LEFT_OF_NAME = frozenset("det poss nummod predet preconj punct neg quantmod advmod cc".split())
NAME_PREPOSITIONS = frozenset("of for in from at".split())
FIRST_PERSON = frozenset("i we me us you one".split())
NOBODY = frozenset("DATE TIME PERCENT QUANTITY MONEY".split())  # "by Sunday's count", "yesterday's report"
UNNAMED = frozenset("they others some many most".split())
# "Our own count", "this newspaper": the outlet itself, which is no link.
OWN_PAPERS = frozenset(
    "count tally list figure record toll table database correspondent reporter newspaper calculation".split()
)
OUTLETS = frozenset("newspaper paper magazine correspondent reporter writer broadcaster blog column bulletin".split())


class Naming(msgspec.Struct, frozen=True):
    """How a phrase names a speaker: `names` plain, `affiliation` the title or apposition, `person`: one human being."""

    names: tuple[str, ...]
    affiliation: str | None = None
    person: bool = False
    plural: bool = False


def name_speakers(page: Page, line: Line, head: int) -> Naming:
    """The names that the phrase of word head gives, side by side where it coordinates several."""
    heads = [head]
    for h in heads:
        children = line.parse.children[h]
        heads.extend(
            c for c in children if line.words[c].dependency == "conj" and line.words[c].pos in ("NOUN", "PROPN")
        )
    namings = [_name_one(page, line, h) for h in heads]
    names = tuple(dict.fromkeys(n for naming in namings for n in naming.names))
    plural = len(names) > 1 or namings[0].plural
    return Naming(names, namings[0].affiliation, namings[0].person and not plural, plural)


def _name_one(page: Page, line: Line, head: int) -> Naming:
    word = line.words[head]
    if word.entity in NOBODY or (word.tag == "CD" and line.child(head, "prep") is not None):
        return Naming((), plural=word.tag == "CD")  # "two of them"
    if word.pos == "PRON" or word.lower in FIRST_PERSON:
        return Naming((), plural=word.lower in UNNAMED)
    if _is_the_outlet(line, head):
        return Naming(())
    person = _person_in(line, head)
    if person is not None:
        first, last = person
        titles = page.speech.words["titles"]
        named = [i for i in range(first, last + 1) if line.words[i].lower not in titles]
        return Naming((_words(line, named or [last]),), _title_of(line, head, first, last), person=True)
    issuer = _issuer(page, line, head)
    if issuer is not None:
        return _name_one(page, line, issuer)
    return _titled(page, line, head) or _as_role(page, line, head)


def _is_the_outlet(line: Line, head: int) -> bool:
    """ "Our own count", "this newspaper", "this newspaper's tally": whoever writes the report."""
    for c in line.parse.children[head]:
        word = line.words[c]
        is_owned = word.dependency == "poss" and line.words[head].lemma in OWN_PAPERS
        if is_owned and (word.lower == "our" or _is_the_outlet(line, c)):
            return True
        if word.dependency == "det" and word.lower == "this" and line.words[head].lemma in OUTLETS:
            return True
    return False


def _titled(page: Page, line: Line, head: int) -> Naming | None:
    """ "Colonel Venn", where the parser knew no person: a proper name after a title."""
    words, titles = line.words, page.speech.words["titles"]
    parts = _plain_phrase(line, head)
    opener = words[parts[0]]
    if words[head].tag != "NNP" or len(parts) < 2 or opener.lower not in titles or opener.tag == "NN":
        return None
    named = [i for i in parts if words[i].lower not in titles and i <= head]
    if not named or named[-1] != head or words[head].entity not in ("PERSON", ""):
        return None
    return Naming((_words(line, named),), _words(line, parts[: parts.index(named[0])]), person=True)


def _as_role(page: Page, line: Line, head: int) -> Naming:
    word = line.words[head]
    plural = word.tag in ("NNS", "NNPS")
    person = word.lemma in page.speech.words["persons"] and not plural
    return Naming((_words(line, _plain_phrase(line, head)),), person=person, plural=plural)


def _person_in(line: Line, head: int) -> tuple[int, int] | None:
    """First and last word of the person's name that is the head of the phrase or stands beside it as an apposition."""
    words = line.words
    for h in (head, *(c for c in line.parse.children[head] if words[c].dependency == "appos")):
        if h != head and _is_unknown_name(line, head, h):
            return line.first(h), h
        if words[h].entity == "PERSON" and words[h].pos in ("PROPN", "NOUN"):
            first, last = line.entity(h)
            return first, max(first, last - (words[last].tag == "POS"))
    return None


def _is_unknown_name(line: Line, head: int, h: int) -> bool:
    """ "A councillor, Orlo Venn": a name that the parser did not know for one."""
    words = line.words
    if words[h].tag != "NNP" or words[head].pos != "NOUN" or words[h].entity not in ("", "ORG", "GPE", "NORP"):
        return False
    first = line.first(h)
    if any(words[i].tag != "NNP" for i in range(first, h + 1)):
        return False
    return h > first or words[head].lemma.endswith(("man", "woman", "er", "or"))


def _title_of(line: Line, head: int, first: int, last: int) -> str | None:
    """The words before a name ("Taliban spokesman …"), else its apposition, without articles."""
    words = line.words
    if not first <= head <= last:  # "a spokesman for the army, Davit Marn"
        return _words(line, _plain_phrase(line, head))
    before = [
        i for i in range(line.first(head), first) if not line.is_mark(i) and words[i].dependency not in LEFT_OF_NAME
    ]
    if before:
        return _words(line, before)
    appositions = (c for c in line.parse.children[head] if words[c].dependency == "appos" and words[c].pos == "NOUN")
    apposition = next(appositions, None)
    return _words(line, _plain_phrase(line, apposition)) if apposition is not None and apposition > last else None


def _issuer(page: Page, line: Line, head: int) -> int | None:
    """Whose paper it is: "a report by the mission", "the ministry's statement", "a police report"."""
    word, documents = line.words[head], page.speech.words["documents"]
    if word.lemma not in documents and word.lower not in documents:
        return None
    for c in line.parse.children[head]:
        giver = _giver(page, line, c)
        if giver is not None:
            return giver
    verb = line.words[word.head]
    if word.dependency == "dobj" and verb.lemma in page.speech.words["issues"]:
        giver = subject_of(line, verb.index)
        if giver is not None:
            return giver
    bodies = page.speech.words["bodies"]
    for c in line.parse.children[head]:
        below = line.words[c]
        if below.dependency in ("compound", "nmod") and (below.entity in ("ORG", "PERSON") or below.lower in bodies):
            return c
    return None


def _giver(page: Page, line: Line, c: int) -> int | None:
    """The one that word c, hung on a paper, says it is from: owner, "by", "from", "on" a site, "issued by"."""
    word = line.words[c]
    if word.dependency == "poss" and word.pos in ("NOUN", "PROPN"):
        return c
    if word.dependency == "acl" and word.tag == "VBN" and word.lemma in page.speech.words["issues"]:
        return agent_of(line, c)
    below = line.child(c, "pobj")
    if word.dependency not in ("prep", "agent") or below is None:
        return None
    if word.lower in ("by", "from"):
        return below
    if word.lower == "on":
        return below if line.words[below].lemma in page.speech.words["media"] | {"site"} else None
    return below if word.lower == "of" and line.words[below].entity in ("ORG", "PERSON", "GPE", "NORP") else None


def _plain_phrase(line: Line, head: int) -> list[int]:
    """The words of a noun phrase that make a name: no article, number, relative clause or apposition."""
    words = line.words
    kept = [head]
    for c in line.parse.children[head]:
        word = words[c]
        if c < head:
            if word.dependency == "poss" and word.pos in ("NOUN", "PROPN"):
                kept.extend(_plain_phrase(line, c))
                kept.extend(d for d in line.parse.children[c] if words[d].tag == "POS")
            elif word.dependency not in LEFT_OF_NAME and word.pos in ("NOUN", "PROPN", "ADJ", "VERB", "ADV"):
                kept.extend(range(line.first(c), min(line.last(c), head - 1) + 1))
            elif word.dependency == "nummod" and words[head].pos == "PROPN":
                kept.append(c)
        elif word.dependency == "prep" and word.lower in NAME_PREPOSITIONS:
            below = line.child(c, "pobj")
            if below is not None and words[below].entity not in ("DATE", "TIME"):
                kept.append(c)
                kept.extend(_with_article(line, below))
    return sorted(k for k in set(kept) if not line.is_mark(k) or words[k].tag == "HYPH")


def _with_article(line: Line, head: int) -> list[int]:
    article = [c for c in line.parse.children[head] if line.words[c].dependency == "det"]
    return article + _plain_phrase(line, head)


def _words(line: Line, indexes: list[int]) -> str:
    """The words as they are printed, one space where the text has any."""
    pieces, end = [], None
    for i in indexes:
        word = line.words[i]
        pieces.append(("" if end is None or word.start == end else " ") + word.text)
        end = word.end
    name = re.sub(r"\s+", " ", "".join(pieces)).strip(" ,\"“”'")
    return INITIALS.sub(lambda m: m.group().replace(".", ""), name)
