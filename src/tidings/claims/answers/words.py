"""Words by which a clause takes up what was told before, and words that call it untrue."""

from __future__ import annotations

from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Word
from tidings.syntax import child, children, is_noun, subtree

REALITY = frozenset({"truth", "reality", "fact", "foundation", "basis", "substance", "merit"})
# "Other reports are false", "reports to the contrary": accounts of something else than what was told.
OTHERS = frozenset({"other", "different", "contrary"})
MORE = frozenset({"larger", "higher", "greater", "bigger"})
LESS = frozenset({"smaller", "lower"})
CAUTION = frozenset({"caution", "scepticism", "skepticism", "reserve", "suspicion", "care"})
NOBODY = frozenset({"nobody", "none", "neither"})


def stands_for(parse: Parse, i: int) -> bool:
    """Whether a noun phrase only points at what was told: "it", "this", "the charge", "both figures", "her account"."""
    word = parse.words[i]
    if word.pos == "PRON" or word.tag in ("DT", "WDT", "WP"):
        return word.lower in scope_words("pointing")
    of_others = any(parse.words[c].lower in OTHERS for c in children(parse, i, "amod"))
    if word.lemma == "talk" and word.tag == "NNS":
        return False  # "rejects talks": no account of anything
    return is_noun(word) and word.lemma in scope_words("accounts") and not of_others


def compares(parse: Parse, i: int) -> str | None:
    """ "Larger numbers", "lower figures": whether more or less is meant than what was told."""
    lowers = {parse.words[c].lower for c in children(parse, i, "amod")}
    return "more" if not lowers.isdisjoint(MORE) else "less" if not lowers.isdisjoint(LESS) else None


def has_content(parse: Parse, i: int) -> bool:
    """Whether a noun says itself what it is about: "the report that the town had fallen", "reports of napalm"."""
    about = [c for c in children(parse, i, "prep") if parse.words[c].lower in ("of", "about")]
    if is_noun(parse.words[i]) and any(_is_a_thing(parse, p) for c in about for p in children(parse, c, "pobj")):
        return True
    return any(
        any(parse.words[d].lower == "that" for d in parse.children[c])
        for c in children(parse, i, "acl", "ccomp", "relcl")
        if parse.words[c].dependency != "relcl" or child(parse, c, "nsubj", "nsubjpass") is not None
    )


def _is_a_thing(parse: Parse, i: int) -> bool:
    """Napalm, a raid, the use of gas; in "the claims of the rebels" it is who makes them."""
    word = parse.words[i]
    if word.pos != "NOUN" or word.entity in ("PERSON", "ORG", "NORP", "GPE"):
        return False
    return not any(parse.words[c].dependency in ("det", "poss") for c in parse.children[i]) and word.tag == "NN"


def is_untrue(parse: Parse, i: int) -> bool:
    """Whether a predicate calls its subject untrue: "false", "a pack of lies", "part of a smear campaign"."""
    word = parse.words[i]
    if word.dependency == "prep":
        return word.lower in ("without", "devoid") and any(parse.words[c].lemma in REALITY for c in subtree(parse, i))
    words = [
        word,
        *(parse.words[c] for c in children(parse, i, "acomp", "oprd", "attr", "amod", "acl", "compound", "nmod")),
    ]
    if any(scope_words(part).get(w.lemma) == "untrue" for part in ("adjectives", "nouns", "faulty") for w in words):
        return True
    of = [c for c in children(parse, i, "prep") if parse.words[c].lower in ("of", "to")]
    return is_noun(word) and any(is_untrue(parse, n) for c in of for n in children(parse, c, "pobj"))


def is_negated(parse: Parse, i: int) -> bool:
    return any(parse.words[c].dependency == "neg" for c in parse.children[i]) or any(
        parse.words[c].lower in NOBODY for c in children(parse, i, "nsubj", "nsubjpass")
    )


def is_under_denial(parse: Parse, word: Word) -> bool:
    """ "Denied that it had"."""
    above = parse.words[word.head]
    return word.dependency == "ccomp" and scope_words("verbs").get(above.lemma) == "untrue"


def has_no_object(parse: Parse, i: int) -> bool:
    """ "Has no basis"."""
    return any(parse.words[d].lower == "no" for c in children(parse, i, "dobj") for d in parse.children[c])


def is_doubtful(parse: Parse, i: int) -> bool:
    """Whether verb i leaves its subject open: "remain unconfirmed", "be treated with caution"."""
    word = parse.words[i]
    if word.lemma in ("treat", "regard", "take", "view"):
        below = [parse.words[n].lemma for c in children(parse, i, "prep") for n in parse.children[c]]
        return not CAUTION.isdisjoint(below)
    if word.lemma not in ("be", "remain", "seem", "appear"):
        return False
    adjectives = scope_words("adjectives")
    said = children(parse, i, "acomp", "oprd")
    open_to = any(
        parse.words[c].lower == "open" and "doubt" in (parse.words[d].lower for d in subtree(parse, c)) for c in said
    )
    return open_to or any(adjectives.get(parse.words[c].lemma) == "doubted" for c in said)
