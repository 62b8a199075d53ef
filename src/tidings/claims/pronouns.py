"""Whom a pronoun can mean inside its own sentence, and on whom a sentence leaves the eye for the next one.

"The army said it had lost the hill": whoever stands as subject above the pronoun's clause, if number and kind agree.
Things are never meant: neither rockets nor reports act, speak or suffer.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from tidings.claims.clauses import AGENT_LABELS, BODIES, NO_AGENTS
from tidings.claims.hearsay import SPEAKING
from tidings.lexicons.classes import WordClasses
from tidings.lexicons.words import countries_by_capital, lands_of_groups, words
from tidings.records import Mention, Parse
from tidings.syntax import children, first_conjunct, is_verb

PERSON_WORDS = words("actors", "titles") | words("actors", "persons")
OUTLETS = words("actors", "outlets")
AGENTS = frozenset({"people", "side"})
SUBJECTS = ("nsubj", "nsubjpass")
HE = frozenset({"he", "she", "him", "her", "himself", "herself", "his", "hers"})
THEY = frozenset({"they", "them", "themselves", "their", "theirs"})
IT = frozenset({"it", "itself", "its"})
CLAUSES_BELOW = frozenset(
    {"ccomp", "advcl", "xcomp", "conj", "relcl", "acl", "pcomp", "parataxis", "prep", "pobj", "dobj"}
)
# Their subjects pass on what others say, and are not the ones of whom it is said.
PASSING_ON = frozenset({"report", "quote", "cite", "tell"})
HIGH = 8  # clauses above a pronoun


class Center(msgspec.Struct):
    """Whom "they", "it" and "he" at the head of the next sentence take up."""

    they: str | None = None
    it: str | None = None
    he: str | None = None
    of_things: frozenset[str] = frozenset()  # the pronouns that take up a thing

    def meant(self, kind: str | None) -> str | None:
        return getattr(self, kind) if kind else None


def kind_of(lower: str) -> str | None:
    """Which of "they", "it" and "he" a pronoun is a form of."""
    return "he" if lower in HE else "they" if lower in THEY else "it" if lower in IT else None


def can_mean(kind: str, parse: Parse, mention: Mention, classes: WordClasses) -> bool:
    """Whether a pronoun of this kind can mean those that a mention names: by number, and never a thing."""
    word = parse.words[mention.head]
    if mention.candidates == ("pronoun",):
        return False
    if not _is_agent(parse, mention, classes):
        return False
    person = word.entity == "PERSON" or (word.tag == "NN" and word.lemma in PERSON_WORDS)
    if kind == "he":
        return person
    many = word.tag in ("NNS", "NNPS", "CD") or bool(children(parse, word.index, "conj")) or word.entity == "NORP"
    if kind == "they":
        return many or (word.entity == "ORG" and not person) or (word.tag == "NN" and not person)
    return not many and not person


def _is_agent(parse: Parse, mention: Mention, classes: WordClasses) -> bool:
    word = parse.words[mention.head]
    known = classes.of(parse, word.index)
    if str(mention.means) in lands_of_groups() or word.lemma in BODIES or word.lower in countries_by_capital():
        return True
    if word.pos != "PROPN" and not NO_AGENTS.isdisjoint(known):
        return False
    return word.entity in AGENT_LABELS or word.tag == "CD" or not AGENTS.isdisjoint(known)


def subject_above(
    parse: Parse, i: int, kind: str, mentions: Mapping[int, Mention], classes: WordClasses
) -> Mention | None:
    """The subject of a clause above word i's own that the pronoun there can mean, the nearest first."""
    own = _own_verb(parse, i)
    start = own if own is not None else i
    of_own = parse.words[i].dependency == "poss" or parse.words[i].lower.endswith(("self", "selves"))
    if own is not None and of_own and not _is_under_subject(parse, i, own):
        found = _subject(parse, own, i, kind, mentions, classes)  # "the army lost its guns"
        if found:
            return found
    seen = 0
    while parse.words[start].head != start and seen < HIGH:
        if parse.words[start].dependency not in CLAUSES_BELOW:
            return None
        beside = parse.words[start].dependency == "conj"
        start = parse.words[start].head
        seen += 1
        if not is_verb(parse.words[start]) or (beside and own is not None and parse.words[i].dependency in SUBJECTS):
            if beside and is_verb(parse.words[start]):
                found = _subject(parse, start, i, kind, mentions, classes)  # "Moscow agreed but it delayed"
                if found:
                    return found
            continue
        found = _subject(parse, start, i, kind, mentions, classes)
        if found:
            return found
    return None


def _own_verb(parse: Parse, i: int) -> int | None:
    for _ in range(HIGH):
        if parse.words[i].head == i:
            return None
        i = parse.words[i].head
        if is_verb(parse.words[i]):
            return i
    return None


def _is_under_subject(parse: Parse, i: int, verb: int) -> bool:
    """Whether a possessive stands inside the subject of its own verb: "its troops had moved"."""
    while parse.words[i].head not in (i, verb):
        i = parse.words[i].head
    return parse.words[first_conjunct(parse, i)].dependency in SUBJECTS


def _subject(
    parse: Parse,
    verb: int,
    i: int,
    kind: str,
    mentions: Mapping[int, Mention],
    classes: WordClasses,
    roles: tuple[str, ...] = SUBJECTS,
) -> Mention | None:
    word = parse.words[verb]
    for c in children(parse, verb, *roles):
        mention = mentions.get(c)
        if c == i or mention is None or not can_mean(kind, parse, mention, classes):
            continue
        if word.lemma in PASSING_ON or parse.words[c].lemma in OUTLETS:
            continue
        return mention
    return None


def center_of(parse: Parse, named: Mapping[int, str], mentions: Mapping[int, Mention], classes: WordClasses) -> Center:
    """Whom the subjects of a sentence leave for the next; of reported speech first those of whom it is said."""
    root = next((w.index for w in parse.words if w.head == w.index and is_verb(w)), None)
    if root is None:
        return Center()
    verbs = [root]
    if parse.words[root].lemma in SPEAKING:
        verbs = [*children(parse, root, "ccomp"), root]
    center = Center(of_things=_things(parse, root, mentions, classes))
    for verb in verbs:
        for kind in ("they", "it", "he"):
            if center.meant(kind):
                continue
            roles = (
                SUBJECTS if verb == root else ("nsubj",)
            )  # of those who suffer in what is said, nothing is told next
            found = _subject(parse, verb, -1, kind, mentions, classes, roles)
            if found is not None and found.head in named:
                setattr(center, kind, named[found.head])
    return center


def _things(parse: Parse, verb: int, mentions: Mapping[int, Mention], classes: WordClasses) -> frozenset[str]:
    """ "Mortars hit the clinic. They killed six": which pronouns a subject that is no agent takes for itself."""
    found = set()
    for c in children(parse, verb, *SUBJECTS):
        word = parse.words[c]
        if word.pos == "NOUN" and (c not in mentions or not _is_agent(parse, mentions[c], classes)):
            if not NO_AGENTS.isdisjoint(classes.of(parse, c)):
                found.add("they" if word.tag == "NNS" else "it")
    return frozenset(found)
