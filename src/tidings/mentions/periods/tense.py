"""Whether an expression of time speaks of what is still to come, by the verb or the noun that it hangs on."""

from __future__ import annotations

from tidings.mentions.periods.readings import TIMES
from tidings.records import Parse, Word
from tidings.syntax import PASSIVE_SUBJECTS, SUBJECTS, ancestors, is_noun, is_verb

WILL = frozenset({"will", "shall", "'ll", "wo", "sha", "would", "'d"})
MAY = frozenset({"may", "might", "should", "must", "can", "ought"})
HAVE = frozenset({"have", "has", "had"})
PLANNING, TIMETABLE, COMING = TIMES.planning["words"], TIMES.timetable["verbs"], TIMES.coming["words"]
SET_FOR_A_DAY = frozenset({"schedule", "slate", "postpone", "expect", "due"})


def is_future(parse: Parse, index: int, *, deadline: bool = False) -> bool:
    """Whether word `index` hangs on something planned, foretold or set for a day; the past is the default.

    A `deadline` ("until Friday", "by Friday") looks ahead beside any verb in the present.
    """
    below = parse.words[index]
    for above in ancestors(parse, index):
        word = parse.words[above]
        if is_verb(word):
            return (deadline and word.tag in ("VBZ", "VBP")) or _is_future_verb(parse, above, below)
        if word.lower == "ahead" or (below.lower == "for" and word.lemma in PLANNING):
            return True
        if is_noun(word) and any(parse.words[c].lower in COMING for c in parse.children[above]):
            return True
        below = word
    return False


def _is_future_verb(parse: Parse, index: int, below: Word) -> bool:
    """Whether a verb looks ahead: by its auxiliaries, by the plan it hangs on, or by its own meaning."""
    word = parse.words[index]
    around = [parse.words[c] for c in parse.children[index]]
    helpers = {w.lower for w in around if w.dependency in ("aux", "auxpass")}
    if "to" in helpers:
        return _is_planned(parse, index)
    if helpers & (WILL | MAY):
        denied = any(w.dependency == "neg" for w in around) and not helpers & WILL
        return not helpers & HAVE and not denied and not ("'d" in helpers and word.tag == "VBN")
    if word.lemma in PLANNING and word.lemma != "be" and below.lower == "for":
        return "had" not in helpers
    if word.tag in ("VBN", "VBD") and word.lemma in SET_FOR_A_DAY:
        # "the vote is expected on Tuesday", not "Tuesday's vote was postponed"
        return below.dependency not in SUBJECTS | PASSIVE_SUBJECTS
    if word.tag in ("VBZ", "VBP") and word.lemma in TIMETABLE and not helpers:
        return True
    head = parse.words[word.head]
    shares = word.dependency in ("conj", "xcomp") and word.tag in ("VB", "VBG") and head.index != index
    return shares and is_verb(head) and _is_future_verb(parse, head.index, word)


def _is_planned(parse: Parse, index: int) -> bool:
    """Whether an infinitive hangs on a plan: "vowed to attack", "is to meet", "a deadline to leave"."""
    word = parse.words[index]
    head = parse.words[word.head]
    if head.index == index:
        return False
    if head.lemma in PLANNING:
        # "is to meet" looks ahead, "was to meet" tells of a plan that came to nothing
        return head.lemma != "be" or head.tag in ("VBZ", "VBP")
    return is_verb(head) and _is_future_verb(parse, head.index, word)
