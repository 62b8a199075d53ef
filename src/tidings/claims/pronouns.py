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
from tidings.syntax import ancestors, children, first_conjunct, is_verb

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
PASSING_ON = frozenset({"report", "quote", "cite"})
HIGH = 8  # clauses above a pronoun


class Scene(msgspec.Struct, frozen=True):
    """A sentence as pronouns ask about it: its parse, who is named at which word, and what words stand for."""

    parse: Parse
    mentions: Mapping[int, Mention]
    classes: WordClasses


class Center(msgspec.Struct, frozen=True):
    """Whom "they", "it" and "he" at the head of the next sentence take up, and which of them take up a thing."""

    meant: Mapping[str, str] = {}
    of_things: frozenset[str] = frozenset()


def kind_of(lower: str) -> str | None:
    """Which of "they", "it" and "he" a pronoun is a form of."""
    return "he" if lower in HE else "they" if lower in THEY else "it" if lower in IT else None


def can_mean(kind: str, scene: Scene, mention: Mention) -> bool:
    """Whether a pronoun of this kind can mean those that a mention names: by number, and never a thing."""
    parse = scene.parse
    word = parse.words[mention.head]
    if mention.candidates == ("pronoun",) or not _is_agent(scene, mention):
        return False
    person = word.entity == "PERSON" or (word.tag == "NN" and word.lemma in PERSON_WORDS)
    if kind == "he":
        return person
    many = word.tag in ("NNS", "NNPS", "CD") or bool(children(parse, word.index, "conj")) or word.entity == "NORP"
    if kind == "they":
        return many or (not person and (word.entity == "ORG" or word.tag == "NN"))
    return not many and not person


def _is_agent(scene: Scene, mention: Mention) -> bool:
    word = scene.parse.words[mention.head]
    known = scene.classes.of(scene.parse, word.index)
    if str(mention.means) in lands_of_groups() or word.lemma in BODIES or word.lower in countries_by_capital():
        return True
    if word.pos != "PROPN" and not NO_AGENTS.isdisjoint(known):
        return False
    return word.entity in AGENT_LABELS or word.tag == "CD" or not AGENTS.isdisjoint(known)


def subject_above(scene: Scene, i: int, kind: str) -> Mention | None:
    """The subject of a clause above word i's own that the pronoun there can mean, the nearest first."""
    parse = scene.parse
    own = _own_verb(parse, i)
    of_own = parse.words[i].dependency == "poss" or parse.words[i].lower.endswith(("self", "selves"))
    if own is not None and of_own and not _is_under_subject(parse, i, own):
        found = _subject(scene, own, i, kind)  # "the army lost its guns"
        if found:
            return found
    start = own if own is not None else i
    for _ in range(HIGH):
        if parse.words[start].head == start or parse.words[start].dependency not in CLAUSES_BELOW:
            return None
        start = parse.words[start].head
        found = _subject(scene, start, i, kind) if is_verb(parse.words[start]) else None
        if found:
            return found
    return None


def _own_verb(parse: Parse, i: int) -> int | None:
    return next((a for a in ancestors(parse, i) if is_verb(parse.words[a])), None)


def _is_under_subject(parse: Parse, i: int, verb: int) -> bool:
    """Whether a possessive stands inside the subject of its own verb: "its troops had moved"."""
    while parse.words[i].head not in (i, verb):
        i = parse.words[i].head
    return parse.words[first_conjunct(parse, i)].dependency in SUBJECTS


def _subject(scene: Scene, verb: int, i: int | None, kind: str, roles: tuple[str, ...] = SUBJECTS) -> Mention | None:
    if scene.parse.words[verb].lemma in PASSING_ON:
        return None
    for c in children(scene.parse, verb, *roles):
        mention = scene.mentions.get(_named_by(scene.parse, c, verb))
        if c == i or mention is None or scene.parse.words[mention.head].lemma in OUTLETS:
            continue
        if can_mean(kind, scene, mention):
            return mention
    return None


def _named_by(parse: Parse, i: int, verb: int) -> int:
    """Subject i of a verb; of "which" and "who" in a relative clause the noun before it."""
    is_relative = parse.words[verb].dependency == "relcl" and parse.words[i].tag in ("WDT", "WP")
    return parse.words[verb].head if is_relative else i


def center_of(scene: Scene, named: Mapping[int, str]) -> Center:
    """Whom the subjects of a sentence leave for the next; of reported speech first those of whom it is said."""
    parse = scene.parse
    root = next((w.index for w in parse.words if w.head == w.index and is_verb(w)), None)
    if root is None:
        return Center()
    spoken = children(parse, root, "ccomp") if parse.words[root].lemma in SPEAKING else []
    found: dict[str, str] = {}
    for verb in (*spoken, root):
        roles = SUBJECTS if verb == root else ("nsubj",)  # of those who suffer in what is said, nothing is told next
        for kind in ("they", "it", "he"):
            subject = _subject(scene, verb, None, kind, roles)
            if subject is not None and subject.head in named:
                found.setdefault(kind, named[subject.head])
    return Center(found, _things(scene, root))


def _things(scene: Scene, verb: int) -> frozenset[str]:
    """ "Mortars hit the clinic. They killed six": which pronouns a subject that is no agent takes for itself."""
    found = set()
    for c in children(scene.parse, verb, *SUBJECTS):
        word = scene.parse.words[c]
        agent = c in scene.mentions and _is_agent(scene, scene.mentions[c])
        if word.pos == "NOUN" and not agent and not NO_AGENTS.isdisjoint(scene.classes.of(scene.parse, c)):
            found.add("they" if word.tag == "NNS" else "it")
    return frozenset(found)
