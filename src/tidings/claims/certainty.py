"""What a sentence does with an act: asserts, denies or doubts it, as happened, ongoing, planned or possible.

The judgement walks from the trigger to the root of its sentence. Each word on the way (a modal, "failed to", "fears
that", "if") may change it; the nearest change of a kind wins, and what is only reported ("said", "claimed") lets it
pass. Which speaker denies is settled by attribution; here only the report's or speaker's own grammar speaks.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

import msgspec

from tidings.lexicons.acts import ActRow
from tidings.records import Certainty, Parse, Stance, Word
from tidings.syntax import is_noun, is_verb

# Acts that are states: told in the present tense they are ongoing.
STATES = frozenset(
    {"territory.hold", "force.present", "territory.besiege", "harm.trap", "force.support", "govern.close"}
)
SUBJECT_LIKE = ("nsubj", "nsubjpass", "dobj", "attr", "agent", "pobj", "det", "preconj")
FUTURE = frozenset({"will", "shall", "'ll", "wo"})
THROUGH = frozenset(
    {
        "xcomp",
        "ccomp",
        "conj",
        "acl",
        "advcl",
        "relcl",
        "pcomp",
        "dobj",
        "pobj",
        "prep",
        "nsubj",
        "nsubjpass",
        "attr",
        "appos",
        "dep",
        "csubj",
        "agent",
        "oprd",
        "acomp",
        "parataxis",
    }
)


PLAIN_SPEECH = frozenset({"say", "tell", "confirm", "report", "claim"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "dobj", "prep", "pcomp", "pobj"})
CHANGES = frozenset({"planned", "possible", "denied", "untrue", "doubted"})
# What was stopped or announced in the passive had begun, or says its own: "the attack was suspended", "was agreed".
STOPS = frozenset(
    {
        "stop",
        "suspend",
        "delay",
        "agree",
        "approve",
        "have",
        "set",
        "call",
        "announce",
        "block",
        "tell",
        "ask",
        "invite",
    }
)


class Judgement(msgspec.Struct, frozen=True):
    """Stance and certainty of an act, whether the text keeps its distance, and the words that decided."""

    stance: Stance = "asserts"
    certainty: Certainty = "happened"
    hedged: bool = False
    rules: tuple[str, ...] = ()


class _Scope:
    """The judgement while it is walked; the first word that settles a thing keeps it."""

    def __init__(self, cues: frozenset[int]) -> None:
        self.cues = cues
        self.stance: Stance | None = None
        self.certainty: Certainty | None = None
        self.hedged = False
        self.negated = 0
        self.rules: list[str] = []

    def take(self, effect: str, word: str) -> None:
        self.rules.append(f"scope.{effect}:{word}")
        if effect in ("planned", "possible") and self.certainty is None:
            self.certainty = effect  # type: ignore[assignment]
        elif effect in ("denied", "untrue"):
            self.negated += 1
        elif effect == "doubted" and self.stance is None:
            self.stance = "doubts"
        elif effect == "hedged":
            self.hedged = True


@cache
def governing_prepositions() -> frozenset[tuple[str, str]]:
    """Prepositions through which a verb rules an act: ("for", "call"), ("from", "refrain")."""
    text = resources.files("tidings.lexicons").joinpath("scope.toml").read_text(encoding="utf-8")
    table: Mapping[str, list[str]] = tomllib.loads(text)["through"]
    return frozenset((preposition, verb) for preposition, verbs in table.items() for verb in verbs)


@cache
def scope_words() -> Mapping[str, Mapping[str, str]]:
    """The effect of each word, by part of speech: `{"verbs": {"plan": "planned"}}`."""
    text = resources.files("tidings.lexicons").joinpath("scope.toml").read_text(encoding="utf-8")
    return {
        part: {word: effect for effect in reversed(effects) for word in effects[effect]}
        for part, effects in tomllib.loads(text).items()
        if part != "through"
    }


def judge(parse: Parse, head: int, row: ActRow, cues: frozenset[int] = frozenset()) -> Judgement:
    """The judgement over the act of `row` at word `head`; `cues` are words of speaking, judged as attributions."""
    scope = _Scope(cues)
    _of_trigger(parse, head, scope)
    _of_ancestors(parse, head, scope)
    stance: Stance = row.stance or "asserts"
    if scope.negated % 2:
        stance = "denies"
    elif scope.stance:
        stance = scope.stance
    certainty = scope.certainty or row.certainty or _tense(parse, head, row)
    if certainty in ("planned", "possible") and row.act.startswith("say.") and not _is_still_to_be_said(parse, head):
        certainty = "happened"
    return Judgement(stance, certainty, scope.hedged or row.hedged, tuple(scope.rules))


def _is_still_to_be_said(parse: Parse, head: int) -> bool:
    return any(parse.words[c].lower in FUTURE for c in parse.children[head])


def _of_trigger(parse: Parse, head: int, scope: _Scope) -> None:
    words = parse.words
    for c in parse.children[head]:
        word = words[c]
        if word.dependency == "neg":
            scope.take("denied", word.lower)
        elif word.dependency == "aux" and word.tag == "MD":
            _modal(parse, head, word, scope)
        elif (
            word.dependency in ("amod", "compound", "nmod") and (effect := scope_words()["adjectives"].get(word.lower))
        ) or (word.dependency == "advmod" and (effect := scope_words()["adverbs"].get(word.lower))):
            scope.take(effect, word.lower)
        elif word.dependency in SUBJECT_LIKE:
            _none_in(parse, c, scope)
        elif word.dependency == "mark":
            _mark(word, scope)
        elif word.dependency == "advcl" and _is_condition(parse, c):
            scope.take("possible", "on condition")


def _is_condition(parse: Parse, i: int) -> bool:
    """ "If they come", "should the truce break": what hangs on it is possible too."""
    return any(
        (parse.words[c].dependency == "mark" and parse.words[c].lower in ("if", "unless"))
        or (parse.words[c].dependency == "aux" and parse.words[c].text == "Should")
        for c in parse.children[i]
    )


def _mark(word: Word, scope: _Scope) -> None:
    """ "if" makes a condition, "whether" a question."""
    if effect := scope_words()["marks"].get(word.lower):
        scope.take(effect, word.lower)


def _none_in(parse: Parse, i: int, scope: _Scope) -> None:
    """ "No one was hurt", "no civilians were detained", "none was killed", "no attack"."""
    word = parse.words[i]
    none = scope_words()["determiners"]
    if word.lower in none or (word.lower == "one" and any(parse.words[c].lower == "no" for c in parse.children[i])):
        scope.take("denied", word.lower)
    elif word.dependency in ("nsubj", "nsubjpass") and any(
        parse.words[c].lower in ("no", "neither") and parse.words[c].dependency in ("det", "preconj", "cc")
        for c in parse.children[i]
    ):
        scope.take("denied", f"no {word.lower}")


def _modal(parse: Parse, head: int, word: Word, scope: _Scope) -> None:
    low = word.lower
    if low in ("could", "can", "ca") and any(parse.words[c].dependency == "neg" for c in parse.children[head]):
        return  # "could not hold the town": it did not
    if low == "would" and _reported_in_past(parse, head):
        scope.take("planned", low)
        return
    if low == "would" and _has_have(parse, head):
        scope.take("possible", "would have")
        return
    if _has_have(parse, head) and low in ("must", "may", "might", "could"):
        scope.take("hedged", low)
        scope.take("possible", low)
        return
    effect = scope_words()["modals"].get(low)
    if effect:
        scope.take(effect, low)


def _has_have(parse: Parse, i: int) -> bool:
    return any(parse.words[c].lower == "have" and parse.words[c].dependency == "aux" for c in parse.children[i])


def _reported_in_past(parse: Parse, i: int) -> bool:
    """ "said it would attack": the future of the past, a plan; without a speaker "would" is a condition."""
    word = parse.words[i]
    if word.dependency not in ("ccomp", "conj", "xcomp", "advcl"):
        return False
    governor = parse.words[word.head]
    return governor.tag in ("VBD", "VBN") and scope_words()["verbs"].get(governor.lemma) != "possible"


def _of_ancestors(parse: Parse, head: int, scope: _Scope) -> None:
    i, seen = head, 0
    while parse.words[i].head != i and seen < 12:
        word, above = parse.words[i], parse.words[i].head
        if word.dependency not in THROUGH:
            if word.dependency in ("compound", "amod", "poss", "nmod"):
                i, seen = above, seen + 1
                continue
            break
        if word.dependency in ("conj", "parataxis"):
            _across_coordination(parse, i, above, scope)
        elif not _steps_out(parse, i, above):
            _of_governor(parse, i, above, scope)
        else:
            break
        i, seen = above, seen + 1


def _across_coordination(parse: Parse, i: int, above: int, scope: _Scope) -> None:
    """A coordinated verb shares the modal or "to" of the first, unless it has a subject or an auxiliary of its own."""
    own = [parse.words[c].dependency for c in parse.children[i]]
    if (
        is_verb(parse.words[i])
        and not ({"nsubj", "nsubjpass", "aux"} & set(own))
        and parse.words[i].tag in ("VB", "VBP")
    ):
        for c in parse.children[above]:
            if parse.words[c].dependency == "aux" and parse.words[c].tag == "MD":
                _modal(parse, above, parse.words[c], scope)
    elif is_noun(parse.words[i]) and any(parse.words[c].lower == "no" for c in parse.children[above]):
        scope.take("denied", "no")


def _steps_out(parse: Parse, i: int, above: int) -> bool:
    """Whether the word above is no longer about the act: the act only sits in a side clause or beside it."""
    word = parse.words[i]
    if word.dependency == "relcl":
        return True
    if word.dependency == "acl":  # "the four persons injured"; but "a plan to attack"
        return not _is_infinitive(parse, i)
    if word.dependency == "advcl":
        marks = [parse.words[c] for c in parse.children[i] if parse.words[c].dependency in ("mark", "aux", "advmod")]
        return not any(mark.lower == "to" for mark in marks)
    if word.dependency in ("nsubj", "nsubjpass", "csubj"):
        return not is_verb(parse.words[above])
    if word.dependency == "prep" and is_noun(parse.words[above]):  # "residents under siege may flee": the siege stands
        governor = parse.words[above].lemma
        return governor not in scope_words()["nouns"] and governor not in scope_words()["frames"]
    return False


def _is_infinitive(parse: Parse, i: int) -> bool:
    return any(parse.words[c].lower == "to" and parse.words[c].dependency == "aux" for c in parse.children[i])


def _of_governor(parse: Parse, i: int, above: int, scope: _Scope) -> None:
    word, governor = parse.words[i], parse.words[above]
    table = scope_words()
    infinitive = _is_infinitive(parse, i)
    if is_verb(governor):
        _of_verb(parse, i, above, infinitive, scope)
    elif is_noun(governor) and word.dependency in ("prep", "acl", "pobj", "ccomp", "compound", "appos"):
        effect = table["nouns"].get(governor.lemma)
        if effect and word.dependency != "appos" and _noun_governs(parse, i, governor):
            scope.take(effect, governor.lemma)
        elif infinitive and word.dependency == "acl":
            scope.take("planned", f"{governor.lemma} to")
        _negation_of(parse, above, scope)
    elif governor.pos == "ADJ" and (effect := table["adjectives"].get(governor.lemma)):
        if infinitive or word.dependency in ("ccomp", "xcomp", "prep", "nsubj"):
            scope.take(effect, governor.lemma)
            _negation_of(parse, above, scope)
    elif governor.lower == "without":
        scope.take("denied", "without")
    elif governor.lower in ("despite", "amid") or governor.pos == "ADP":
        return


def _noun_governs(parse: Parse, i: int, governor: Word) -> bool:
    word = parse.words[i]
    if word.dependency != "prep":
        return True
    return word.lower in ("of", "for", "to", "about", "on", "against", "in", "that", "at")


def _of_verb(parse: Parse, i: int, above: int, infinitive: bool, scope: _Scope) -> None:
    word, governor = parse.words[i], parse.words[above]
    if word.dependency in ("nsubj", "nsubjpass", "csubj"):
        _of_subject(parse, i, above, scope)
        return
    effect = _effect_through(parse, i, above, infinitive, scope)
    if effect and effect != "kept":
        scope.take(effect, governor.lemma)
    elif infinitive and word.dependency == "xcomp" and governor.lemma == "be":
        scope.take("planned", "be to")
    elif infinitive and word.dependency == "advcl" and governor.lemma not in scope_words()["verbs"]:
        scope.take("planned", "to")
    reported = word.dependency == "ccomp" and governor.lemma in PLAIN_SPEECH
    if above not in scope.cues and word.dependency in COMPLEMENTS and not reported:
        _negation_of(parse, above, scope)
    if word.dependency != "ccomp":
        _around_verb(parse, above, scope)


def _effect_through(parse: Parse, i: int, above: int, infinitive: bool, scope: _Scope) -> str | None:
    """What the verb above does to the act, given how the act hangs on it; None when it lets it be."""
    word, governor = parse.words[i], parse.words[above]
    effect = scope_words()["verbs"].get(governor.lemma)
    if governor.lemma == "rule" and not any(parse.words[c].lower == "out" for c in parse.children[above]):
        return None
    if word.dependency == "prep" and (word.lower, governor.lemma) not in governing_prepositions():
        return None
    if word.dependency == "dobj" and effect in ("kept", "hedged"):
        return None
    if effect in ("planned", "possible") and not _looks_ahead(parse, i, infinitive, effect):
        return None
    if effect == "hedged":
        plain = word.dependency == "ccomp" and governor.lemma in PLAIN_SPEECH
        if plain or not (infinitive or word.dependency in ("ccomp", "prep")):
            return None
    if above in scope.cues and effect in ("untrue", "doubted", "denied", "hedged"):
        return None  # the attribution says what its speaker does with it
    return effect


def _looks_ahead(parse: Parse, i: int, infinitive: bool, effect: str) -> bool:
    """Whether the act is what the verb above looks forward to: "told them to leave", not "told them he had left"."""
    word, governor = parse.words[i], parse.words[parse.words[i].head]
    if word.dependency == "dobj":
        return governor.lemma in scope_words()["objects"]
    if infinitive or word.dependency not in ("ccomp", "conj"):
        return True
    return effect == "possible" or word.tag == "VB"


def _around_verb(parse: Parse, above: int, scope: _Scope) -> None:
    for c in parse.children[above]:
        child = parse.words[c]
        if child.dependency == "aux" and child.tag == "MD":
            _modal(parse, above, child, scope)
        elif child.dependency == "mark":
            _mark(child, scope)


def _of_subject(parse: Parse, i: int, above: int, scope: _Scope) -> None:
    """An act told as a noun: "the attack was foiled", "an offensive is planned", "no strikes were carried out"."""
    governor = parse.words[above]
    effect = scope_words()["verbs"].get(governor.lemma)
    if parse.words[i].dependency == "nsubjpass" and effect in CHANGES and governor.lemma not in STOPS:
        scope.take(effect, governor.lemma)
    for c in parse.children[above]:
        child = parse.words[c]
        if child.dependency == "aux" and child.tag == "MD":
            _modal(parse, above, child, scope)
        elif child.dependency == "neg":
            scope.take("denied", child.lower)
        elif child.dependency == "acomp" and (found := scope_words()["adjectives"].get(child.lemma)):
            scope.take(found, child.lemma)
        elif child.dependency == "mark":
            _mark(child, scope)
        elif child.dependency == "attr" and (found := scope_words()["nouns"].get(child.lemma)) == "untrue":
            scope.take(found, child.lemma)


def _negation_of(parse: Parse, i: int, scope: _Scope) -> None:
    for c in parse.children[i]:
        child = parse.words[c]
        if child.dependency == "neg" or (child.dependency in ("det", "preconj") and child.lower in ("no", "neither")):
            scope.take("denied", child.lower)


def _tense(parse: Parse, head: int, row: ActRow) -> Certainty:
    word = parse.words[head]
    auxiliaries = [parse.words[c] for c in parse.children[head] if parse.words[c].dependency in ("aux", "auxpass")]
    if is_verb(word):
        present = any(aux.tag in ("VBZ", "VBP") and aux.lemma == "be" for aux in auxiliaries)
        if word.tag == "VBG" and (
            present
            or (
                any(a.lemma == "be" for a in auxiliaries)
                and any(a.lemma == "have" and a.tag in ("VBZ", "VBP") for a in auxiliaries)
            )
        ):
            return "ongoing"
        if row.act in STATES and (word.tag in ("VBZ", "VBP") or (word.tag == "VBN" and present)):
            return "ongoing"
        return "happened"
    governor = parse.words[word.head]
    if governor.lemma in ("continue", "rage", "escalate", "persist", "intensify") and governor.tag in (
        "VBZ",
        "VBP",
        "VBG",
    ):
        return "ongoing"
    if row.act in STATES and is_verb(governor) and governor.tag in ("VBZ", "VBP", "VBG"):
        return "ongoing"
    return "happened"
