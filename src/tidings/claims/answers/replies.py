"""What a next speaker says to what was told: "the army says otherwise", "the railways know nothing of it"."""

from __future__ import annotations

import msgspec

from tidings.claims.answers.clause import Answer, make_answer
from tidings.claims.answers.dismissal import is_dismissal
from tidings.claims.answers.words import is_negated, is_untrue, stands_for
from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Stance, Word
from tidings.syntax import child, children, subtree

OTHERWISE = frozenset({"otherwise", "differently", "different", "opposite", "contrary", "reverse"})
NOT = frozenset({"not", "no"})
DISAGREEING = frozenset({"disagree", "demur", "dissent", "differ"})
BARE = frozenset({"nsubj", "punct", "advmod", "aux", "cc", "mark", "xcomp", "intj", "neg"})
KNOWING = frozenset({"know", "hear"})
RECORDS = frozenset({"record", "knowledge", "word", "report", "information", "trace", "inkling"})
ACCOUNTS = frozenset({"story", "version", "account", "tale", "picture"})
OTHER = frozenset({"different", "other", "another", "rival", "opposite"})
CALLING = frozenset({"call", "brand", "label", "dub", "term"})
SCORN = frozenset({"scorn", "water", "derision", "ridicule"})
DOUBT = frozenset({"doubt"})
SAID_BACK = frozenset({"answer", "reply", "response", "verdict", "view", "retort", "comment"})
PRONOUNS = frozenset({"it", "this", "that", "there", "which", "who", "what"})


def find_reply(parse: Parse, word: Word) -> Answer | None:
    """The answer that a verb makes, where its subject speaks against what was told before it."""
    if not word.tag.startswith("VB") or word.dependency == "relcl":
        return None
    stance = _stance(parse, word)
    subject = child(parse, word.index, "nsubj")
    if word.lemma == "be" and stance and (noun := _said_back(parse, word)) is not None:
        subject = child(parse, noun, "poss")
    if stance is None or subject is None or parse.words[subject].lower in PRONOUNS:
        return None
    return msgspec.structs.replace(make_answer(parse, stance, word.index, subject, None), needs_speaker=True)


def _stance(parse: Parse, word: Word) -> Stance | None:
    if _has_no_knowledge(parse, word):
        return "denies"
    if is_negated(parse, word.index):
        return None
    if _heaps(parse, word, DOUBT):
        return "doubts"
    denies = (
        _says_otherwise(parse, word) or _disagrees(parse, word) or _calls_that(parse, word)
        or _tells_other_story(parse, word) or _heaps(parse, word, SCORN) or _said_back(parse, word) is not None
    )  # fmt: skip
    return "denies" if denies else None


def _says_otherwise(parse: Parse, word: Word) -> bool:
    """ "The army says otherwise", "the mayor insisted on the contrary"."""
    if word.lemma not in scope_words("opining"):
        return False
    below = [c for c in parse.children[word.index] if c > word.index]
    said = [c for c in below if parse.words[c].lower in OTHERWISE and parse.words[c].dependency in ("advmod", "dobj")]
    return bool(said) and child(parse, word.index, "ccomp", "xcomp") is None and not _has_topic(parse, said)


def _has_topic(parse: Parse, said: list[int]) -> bool:
    """ "Says the opposite of what Tehran says": its own words say what of."""
    return any(children(parse, c, "prep", "relcl", "acl") for c in said)


def _disagrees(parse: Parse, word: Word) -> bool:
    """ "The army disagrees", "the governor begs to differ": with nothing else, or with "that"."""
    verb = word.index
    if word.lemma == "beg":
        verb = next((c for c in children(parse, verb, "xcomp") if parse.words[c].lemma == "differ"), -1)
        if verb < 0:
            return False
    elif word.lemma not in DISAGREEING or word.lemma == "differ":
        return False
    below = [c for c in parse.children[verb] if parse.words[c].dependency not in BARE]
    return all(parse.words[c].lower == "with" and _points(parse, c) for c in below)


def _points(parse: Parse, preposition: int) -> bool:
    return any(stands_for(parse, p) for p in children(parse, preposition, "pobj"))


def _has_no_knowledge(parse: Parse, word: Word) -> bool:
    """ "Knows nothing of it", "knew of no such thing", "has no record of it", "is not aware of it"."""
    below = [parse.words[i] for i in subtree(parse, word.index)]
    lowers = {w.lower for w in below if w.index > word.index}
    if word.lemma in KNOWING and {"no", "such", "thing"} <= lowers:
        return True
    of_it = any(
        w.dependency == "prep" and w.lower in ("of", "about") and w.index > word.index and _points(parse, w.index)
        for w in below
    )
    if not of_it:
        return False
    if word.lemma in KNOWING:
        return "nothing" in lowers
    if word.lemma == "have":
        of = [parse.words[c] for c in children(parse, word.index, "dobj")]
        return any(
            w.lemma in RECORDS and any(parse.words[c].lower == "no" for c in parse.children[w.index]) for w in of
        )
    said = {parse.words[c].lower for c in children(parse, word.index, "acomp")}
    return word.lemma == "be" and ("unaware" in said or ("aware" in said and is_negated(parse, word.index)))


def _calls_that(parse: Parse, word: Word) -> bool:
    """ "Calls that slander": a parser may hang "that" on what it is called."""
    if word.lemma not in CALLING:
        return False
    return any(
        parse.words[d].lower in ("that", "this") and parse.words[d].dependency == "det" and d == word.index + 1
        for c in children(parse, word.index, "oprd", "dobj")
        if is_untrue(parse, c)
        for d in parse.children[c]
    )


def _tells_other_story(parse: Parse, word: Word) -> bool:
    """ "Tells a different story", "gave another version"."""
    if word.lemma not in ("tell", "give", "have", "offer", "paint"):
        return False
    return any(
        parse.words[c].lemma in ACCOUNTS and any(parse.words[d].lower in OTHER for d in parse.children[c])
        for c in children(parse, word.index, "dobj")
    )


def _heaps(parse: Parse, word: Word, what: frozenset[str]) -> bool:
    """ "Poured scorn on the claim", "cast doubt on it"."""
    if word.lemma not in ("pour", "heap", "cast", "throw"):
        return False
    thrown = [c for c in children(parse, word.index, "dobj") if parse.words[c].lemma in what]
    on = [
        p for c in [word.index, *thrown] for p in children(parse, c, "prep") if parse.words[p].lower in ("on", "upon")
    ]
    return bool(thrown) and any(_points(parse, p) for p in on)


def _said_back(parse: Parse, word: Word) -> int | None:
    """ "'Absolutely not,' was the general's answer": the noun of answering."""
    if word.lemma != "be":
        return None
    before = " ".join(w.text for w in parse.words[: word.index])
    nouns = [c for c in children(parse, word.index, "attr", "nsubj") if c > word.index]
    return next((c for c in nouns if parse.words[c].lemma in SAID_BACK), None) if is_dismissal(before) else None
