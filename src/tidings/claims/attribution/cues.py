"""Words of speech in a sentence, and the stand that the speaker takes with them: said, denied, would not confirm."""

from __future__ import annotations

import msgspec

from tidings.claims.attribution.page import Line
from tidings.lexicons.speech import Speech, SpeechRow
from tidings.records import Stance

WITHHOLDING = frozenset("refuse decline fail avoid hesitate neglect".split())
UNABLE = frozenset("unable unwilling reluctant impossible".split())
NEGATIONS = frozenset("no none nobody neither nothing".split())
OPEN_QUESTIONS = frozenset("whether if".split())
DISOWNED = frozenset("say announce claim state assert suggest estimate maintain allege argue".split())
TAKEN_FOR_GRANTED = frozenset("why how when where".split())


class Cue(msgspec.Struct, frozen=True):
    """A word of speech: the rows it may be read by, the words it takes up, and what it does to what is said."""

    head: int
    first: int
    last: int
    rows: tuple[SpeechRow, ...]
    negated: bool = False
    neither: bool = False
    disowned: bool = False

    def stance(self, row: SpeechRow) -> tuple[Stance, bool]:
        """The stand taken under this reading, and whether the report keeps its distance."""
        if self.neither:
            return "doubts", row.hedged
        if not self.negated:
            return row.stance, row.hedged
        if row.stance == "denies":  # "did not deny" is no denial, and no plain assertion either
            return "asserts", not row.named
        if row.stance == "doubts":
            return "asserts", row.hedged
        if self.disowned:
            return "denies", row.hedged
        return ("denies" if row.cue_class == "believe" else "doubts"), row.hedged  # who does not know leaves it open


def find_cues(line: Line, speech: Speech) -> list[Cue]:
    """Verbs of speech in order; a verb that is an adjective or an auxiliary is none."""
    found = []
    verbs = speech.verbs
    for word in line.words:
        if word.lemma not in verbs or not word.tag.startswith("VB"):
            continue
        if word.dependency in ("amod", "aux", "auxpass", "prep", "compound"):
            continue
        if word.tag == "VB" and word.dependency == "advcl" and _has_to(line, word.index):
            continue  # "to clarify": a purpose, nothing said yet
        rows = tuple(r for r in verbs[word.lemma] if r.particle is None or _has_particle(line, word.index, r.particle))
        if any(r.particle for r in rows):
            rows = tuple(r for r in rows if r.particle)
        if rows:
            found.append(make_cue(line, word.index, rows))
    return found


def make_cue(line: Line, i: int, rows: tuple[SpeechRow, ...]) -> Cue:
    """The cue of verb i with its auxiliaries and particle."""
    first, last = i, i
    particle = next((r.particle for r in rows if r.particle), None)
    while (
        first > 0
        and line.words[first - 1].head == i
        and line.words[first - 1].dependency in ("aux", "auxpass", "neg", "advmod")
    ):
        if line.words[first - 1].dependency == "advmod" and line.words[first - 1].tag != "RB":
            break
        first -= 1
    if particle and i + 1 < len(line.words) and line.words[i + 1].lower == particle:
        last = i + 1
    return Cue(i, first, last, rows, is_negated(line, i), _is_neither(line, i), _is_disowned(line, i))


def _is_disowned(line: Line, i: int) -> bool:
    """ "Has never announced that 200 died": more than leaving it open."""
    never = any(line.words[c].lower == "never" for c in line.parse.children[i])
    return never and line.words[i].lemma in DISOWNED


def _has_to(line: Line, i: int) -> bool:
    return any(line.words[c].tag == "TO" for c in line.parse.children[i])


def _has_particle(line: Line, i: int, particle: str) -> bool:
    if i + 1 < len(line.words) and line.words[i + 1].lower == particle:
        return True
    return any(
        line.words[c].lower == particle and line.words[c].dependency in ("prt", "prep", "mark", "advmod")
        for c in line.parse.children[i]
        if c > i
    )


def is_negated(line: Line, i: int) -> bool:
    """Whether verb i is said not to happen: "did not confirm", "refused to confirm", "nobody confirmed"."""
    words = line.words
    negated = _has_negation(line, i)
    word = words[i]
    if word.dependency == "conj" and not line.child(i, "nsubj", "nsubjpass"):
        shared = words[word.head]
        if shared.tag == word.tag and words[i].tag == "VB" and is_negated(line, word.head):
            negated = True
    if word.dependency == "xcomp":
        governor = words[word.head]
        if governor.lemma in WITHHOLDING or governor.lemma in UNABLE:
            negated = not negated
        elif governor.lemma == "have" and any(words[c].lower == "yet" for c in line.parse.children[governor.index]):
            negated = True
        elif _has_negation(line, governor.index):
            negated = not negated
    if word.dependency == "pcomp" and words[word.head].lower == "of":
        stop = words[words[word.head].head]
        if stop.lower == "short" or any(words[c].lower == "short" for c in line.parse.children[stop.index]):
            negated = True
    return negated


def _has_negation(line: Line, i: int) -> bool:
    words = line.words
    for c in line.parse.children[i]:
        word = words[c]
        if word.dependency == "neg" or (word.lower == "longer" and c > 0 and words[c - 1].lower == "no"):
            return True
        if word.dependency in ("nsubj", "nsubjpass") and c < i:
            if word.lower in NEGATIONS or (word.lower == "one" and c > 0 and words[c - 1].lower == "no"):
                return True
            if word.dependency == "nsubjpass" and word.pos == "NOUN":
                continue  # "no casualties were reported": of none it was said
            if any(
                words[d].lower in ("no", "neither") and words[d].dependency in ("det", "neg", "preconj", "cc")
                for d in line.parse.children[c]
            ):
                return True
    return False


def _is_neither(line: Line, i: int) -> bool:
    """ "Neither confirmed nor denied": both verbs leave it open."""
    words = line.words
    word = words[i]
    group = [i, *line.parse.children[i]]
    if word.dependency == "conj":
        group += line.parse.children[word.head]
    lowers = {words[c].lower for c in group}
    if "nor" not in lowers or "neither" not in lowers:
        return False
    return word.dependency == "conj" or line.child(i, "conj") is not None


def takes_for_granted(line: Line, c: int) -> bool:
    """Whether clause c asks after the manner of what was: "would not say why they had fired"."""
    opener = line.words[line.first(c)]
    if opener.tag == "RB" and opener.index + 1 < c:
        opener = line.words[opener.index + 1]  # "exactly how"
    asks_for_figure = line.words[min(opener.index + 1, c)].lower in ("many", "much")
    return opener.lower in TAKEN_FOR_GRANTED and opener.index != c and not asks_for_figure


def leaves_open(line: Line, c: int) -> bool:
    """Whether clause c is a question: "did not say whether"."""
    mark = line.child(c, "mark")
    return mark is not None and line.words[mark].lower in OPEN_QUESTIONS
