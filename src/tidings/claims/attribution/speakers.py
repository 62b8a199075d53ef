"""Who speaks: the subject of a word of speech, and the plain name and title that its phrase gives."""

from __future__ import annotations

import re

import msgspec

from tidings.claims.attribution.page import Line, Page
from tidings.records import Word

INITIALS = re.compile(r"\b(?:U\.S|U\.N|U\.K|E\.U)\.")  # "the U.S. military" and "the US military" are one
LEFT_OF_NAME = frozenset("det poss nummod predet preconj punct neg quantmod advmod cc".split())
NAME_PREPOSITIONS = frozenset("of for in from at".split())
RELATIVES = frozenset("who which that".split())
ISSUES = frozenset(
    ("issue release publish make post put write send give read circulate distribute share compile carry").split()
)
FIRST_PERSON = frozenset("i we me us you one".split())


class Naming(msgspec.Struct, frozen=True):
    """How a phrase names a speaker: `names` plain, `affiliation` the title or apposition, `person` when it is one human being."""

    names: tuple[str, ...]
    affiliation: str | None = None
    person: bool = False
    plural: bool = False


def subject_of(line: Line, v: int, depth: int = 0) -> int | None:
    """The word that names who does verb v: its subject, its agent in the passive, or what it shares with the verb above."""
    words = line.words
    own = _own_subject(line, v)
    if own is not None and line.child(v, "auxpass") is None:
        return _past_relative(line, own, v)
    if line.child(v, "nsubjpass", "auxpass") is not None:
        return _agent(line, v)
    word = words[v]
    if word.head == v or depth > 4:
        return None
    above = words[word.head]
    if word.dependency == "acl":
        return _agent(line, v) if word.tag == "VBN" else above.index
    if word.dependency == "pcomp":
        return _through_preposition(line, above, depth)
    if word.dependency in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "dep", "relcl") and above.pos in (
        "VERB",
        "AUX",
    ):
        if word.dependency == "advcl" and word.tag == "VBN":
            return _agent(line, v)
        if word.dependency == "xcomp" and (controlled := line.child(above.index, "dobj")) is not None:
            return controlled
        return _above(line, above.index, depth)
    return None


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


def _agent(line: Line, v: int) -> int | None:
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


def name_speakers(page: Page, line: Line, head: int) -> Naming:
    """The names that the phrase of word head gives, side by side where it coordinates several."""
    heads = [head]
    for c in line.parse.children[head]:
        if line.words[c].dependency == "conj" and line.words[c].pos in ("NOUN", "PROPN"):
            heads.append(c)
            heads.extend(
                d
                for d in line.parse.children[c]
                if line.words[d].dependency == "conj" and line.words[d].pos in ("NOUN", "PROPN")
            )
    namings = [_name_one(page, line, h) for h in heads]
    names = tuple(dict.fromkeys(n for naming in namings for n in naming.names))
    plural = len(names) > 1 or namings[0].plural
    return Naming(names, namings[0].affiliation, namings[0].person and not plural, plural)


def _name_one(page: Page, line: Line, head: int) -> Naming:
    words, speech = line.words, page.speech.words
    word = words[head]
    if word.pos == "PRON" or word.lower in FIRST_PERSON:
        return Naming((), plural=word.lower in ("they", "others", "some", "many", "most"))
    person = _person_in(line, head)
    if person:
        first, last = person
        name = _words(line, [i for i in range(first, last + 1) if words[i].lower not in speech["titles"]] or [last])
        return Naming((name,), _title_of(line, head, first, last), person=True)
    issuer = _issuer(page, line, head)
    if issuer is not None:
        return _name_one(page, line, issuer)
    parts = _plain_phrase(line, head)
    if (
        word.tag == "NNP"
        and len(parts) > 1
        and words[parts[0]].lower in speech["titles"]
        and words[parts[0]].tag != "NN"
    ):
        named = [i for i in parts if words[i].lower not in speech["titles"] and i <= head]
        if named and named[-1] == head and word.entity in ("PERSON", ""):
            return Naming((_words(line, named),), _words(line, parts[: parts.index(named[0])]), person=True)
    plural = word.tag in ("NNS", "NNPS")
    return Naming((_words(line, parts),), person=word.lemma in speech["persons"] and not plural, plural=plural)


def _person_in(line: Line, head: int) -> tuple[int, int] | None:
    """First and last word of the person's name that is the head of the phrase or stands beside it as an apposition."""
    words = line.words
    candidates = [head, *(c for c in line.parse.children[head] if words[c].dependency == "appos")]
    for h in candidates:
        if (
            h != head
            and words[h].tag == "NNP"
            and words[head].pos == "NOUN"
            and words[h].entity in ("", "ORG", "GPE", "NORP")
        ):
            first = line.first(h)
            if all(words[i].tag == "NNP" for i in range(first, h + 1)) and (
                h > first or words[head].lemma.endswith(("man", "woman", "er", "or"))
            ):
                return first, h  # "a councillor, Orlo Venn": a name that the parser did not know for one
        if words[h].entity != "PERSON" or words[h].pos not in ("PROPN", "NOUN"):
            continue
        first = last = h
        while first > 0 and not words[first].entity_starts and words[first - 1].entity == "PERSON":
            first -= 1
        while last + 1 < len(words) and words[last + 1].entity == "PERSON" and not words[last + 1].entity_starts:
            last += 1
        if words[last].tag == "POS":
            last -= 1
        return first, max(first, last)
    return None


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
    apposition = line.child(head, "appos")
    return _words(line, _plain_phrase(line, apposition)) if apposition is not None and apposition > last else None


def _issuer(page: Page, line: Line, head: int) -> int | None:
    """Whose paper it is: "a report by the mission", "the ministry's statement", "a police report"."""
    words = line.words
    if (
        words[head].lemma not in page.speech.words["documents"]
        and words[head].lower not in page.speech.words["documents"]
    ):
        return None
    for c in line.parse.children[head]:
        word = words[c]
        if word.dependency == "poss" and word.pos in ("NOUN", "PROPN"):
            return c
        if word.dependency in ("prep", "agent") and word.lower in ("by", "from", "of", "on"):
            below = line.child(c, "pobj")
            if word.lower == "on" and (below is None or words[below].lemma not in page.speech.words["media"] | {"site"}):
                continue
            if below is not None and (word.lower != "of" or words[below].entity in ("ORG", "PERSON", "GPE", "NORP")):
                return below
        if (
            word.dependency == "acl"
            and word.tag == "VBN"
            and word.lemma in ISSUES
            and (giver := _agent(line, c)) is not None
        ):
            return giver
    verb = words[words[head].head]
    if (
        words[head].dependency == "dobj"
        and verb.lemma in ISSUES
        and (giver := subject_of(line, verb.index)) is not None
    ):
        return giver
    for c in line.parse.children[head]:
        word = words[c]
        if word.dependency in ("compound", "nmod") and (
            word.entity in ("ORG", "PERSON") or word.lower in page.speech.words["bodies"]
        ):
            return c
    return None


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
                kept.extend(range(line.first(c), c + 1))
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
