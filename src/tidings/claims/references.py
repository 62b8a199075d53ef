"""Who is meant by "he", "the group", "its troops": the last one named before whom the word can mean."""

from __future__ import annotations

import msgspec

from tidings.claims.country import find_state, name_of_body, name_of_force
from tidings.claims.drafts import Report, SentenceMentions
from tidings.claims.hearsay import is_heard
from tidings.claims.main_group import REBELS, fighting_groups, main_group
from tidings.claims.offered import are_offered
from tidings.claims.posts import Holders
from tidings.claims.pronouns import (
    OUTLETS,
    PERSON_WORDS,
    SUBJECTS,
    Center,
    Scene,
    can_mean,
    center_of,
    kind_of,
    subject_above,
)
from tidings.lexicons.classes import WordClasses
from tidings.lexicons.words import words
from tidings.records import Mention, Parse, ParsedSentence

ROLES = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "conj", "poss", "agent", "compound", "appos", "attr"})
GROUPS = words("actors", "groups")
FORCES = GROUPS | words("actors", "units") | words("actors", "body_words")
COLLECTIVE = frozenset({"group", "outfit", "movement", "mujahideen", "mujahidin", "insurgency", "rebellion"})
QUOTES = frozenset({'"', "“", "``", "'", "‘", "«"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})


class _Named(msgspec.Struct):
    """Those named so far, the last of each kind, and whom the sentence before leaves the eye on."""

    country_about: str | None
    main: str | None
    person: str | None = None
    group: str | None = None
    fighting: str | None = None
    country: str | None = None
    many: str | None = None
    holders: Holders = msgspec.field(default_factory=Holders)
    named_anywhere: Holders = msgspec.field(default_factory=Holders)
    center: Center = msgspec.field(default_factory=Center)
    just_told: frozenset[str] = frozenset()


class _Sentence(msgspec.Struct):
    """One sentence while its references are settled, with the names found in it so far."""

    scene: Scene
    fighting: set[str]
    quoted: bool
    names: dict[int, str] = msgspec.field(default_factory=dict)

    @property
    def parse(self) -> Parse:
        return self.scene.parse


def settle_references(report: Report, classes: WordClasses) -> Report:
    """The report with each pronoun and bare group word replaced by the one it points to, or left out."""
    named = _Named(country_about=find_state(report), main=main_group(report), named_anywhere=_all_holders(report))
    settled = []
    for parsed, found in zip(report.sentences, report.mentions, strict=True):
        sentence = _Sentence(
            Scene(parsed.parse, {m.head: m for m in found.actors}, classes),
            fighting_groups(parsed.parse, found, report.text),
            quoted=_is_quoted(parsed),
        )
        settled.append(_settle_sentence(sentence, found, named))
    return msgspec.structs.replace(report, mentions=settled)


def _all_holders(report: Report) -> Holders:
    """Who holds each post that a report names one holder of, before or after it is named: the first of them."""
    holders = Holders()
    pairs = list(zip(report.sentences, report.mentions, strict=True))
    for parsed, found in reversed(pairs):
        for mention in found.actors:
            if parsed.parse.words[mention.head].entity == "PERSON":
                holders.remember(parsed.parse, mention.head, str(mention.means))
    return holders


def _is_quoted(parsed: ParsedSentence) -> bool:
    words = parsed.parse.words
    return parsed.sentence.kind == "quote" or (bool(words) and words[0].text in QUOTES)


def _settle_sentence(sentence: _Sentence, found: SentenceMentions, named: _Named) -> SentenceMentions:
    actors = []
    for mention in found.actors:
        settled = _settle(sentence, mention, named)
        if settled is not None:
            sentence.names[mention.head] = str(settled.means)
            actors.append(settled)
    named.center = center_of(sentence.scene, sentence.names)
    named.just_told = frozenset(sentence.names.values())
    return msgspec.structs.replace(found, actors=tuple(actors))


def _settle(sentence: _Sentence, mention: Mention, named: _Named) -> Mention | None:
    word = sentence.parse.words[mention.head]
    men = next((w for w in sentence.parse.words[mention.head :] if w.end == mention.end), word)  # "three of its men"
    kind, owner = _owner(sentence, men.index, named) if men.lemma in FORCES else (None, None)
    if owner:
        name = name_of_force(owner, str(mention.means), men.lemma, of_person=kind == "he")
        return msgspec.structs.replace(mention, means=name, candidates=(), made_by=f"{mention.made_by}>{owner}")
    if not mention.candidates:
        return _settle_named(sentence, mention, named)
    meant = _antecedent(sentence, mention, named)
    if meant:
        return msgspec.structs.replace(mention, means=meant, made_by=f"{mention.made_by}>{meant}")
    if word.lower in FIRST_PERSON:
        return msgspec.structs.replace(mention, means=word.lower)
    if mention.candidates == ("unnamed",):
        name = _name_body(sentence, mention, named)
        named.many = name
        return msgspec.structs.replace(mention, means=name)
    return None


def _settle_named(sentence: _Sentence, mention: Mention, named: _Named) -> Mention:
    """A mention that has a name of its own: the holder of a post by his own name, a body of state by its country's."""
    word, name = sentence.parse.words[mention.head], str(mention.means)
    if word.entity == "PERSON":
        named.holders.remember(sentence.parse, mention.head, name)
    elif holder := named.holders.find(sentence.parse, word.index) or named.named_anywhere.find(
        sentence.parse, word.index
    ):
        return msgspec.structs.replace(mention, means=holder, made_by=f"{mention.made_by}>{holder}")
    body = _name_body(sentence, mention, named)
    if body != name:
        mention = msgspec.structs.replace(mention, means=body, made_by="actors.state_body")
    _remember(named, sentence, mention)
    return mention


def _name_body(sentence: _Sentence, mention: Mention, named: _Named) -> str:
    """What a body of state is called with its country; troops that somebody offers stay anybody's."""
    state = None if are_offered(sentence.parse, mention.head) else named.country_about
    return name_of_body(_as_many(str(mention.means), lemma=sentence.parse.words[mention.head].lemma), state)


def _owner(sentence: _Sentence, i: int, named: _Named) -> tuple[str | None, str | None]:
    """Whose forces they are and by which pronoun: "its troops", "their men"; None where nobody is meant."""
    for c in sentence.parse.children[i]:
        word = sentence.parse.words[c]
        kind = kind_of(word.lower) if word.dependency == "poss" else None
        if kind:
            return kind, _pronoun(sentence, c, kind, named)
    return None, None


def _as_many(name: str, lemma: str) -> str:
    """One of a side is called as the side is: "an insurgent" is of the insurgents."""
    return f"{name}s" if lemma in REBELS and name.endswith(lemma) and lemma not in COLLECTIVE else name


def _antecedent(sentence: _Sentence, mention: Mention, named: _Named) -> str | None:
    word = sentence.parse.words[mention.head]
    if mention.candidates == ("unnamed",):
        if word.lemma in COLLECTIVE:
            return named.main or named.group
        if word.lemma in REBELS:
            return named.main or named.fighting
        if word.lemma == "fighter" and named.main:
            return named.main
        is_one_man = word.tag == "NN" and word.lemma in PERSON_WORDS  # "the gunman" is no group
        return named.group if word.lemma in GROUPS and not is_one_man else None
    kind = kind_of(word.lower)
    return _pronoun(sentence, mention.head, kind, named) if kind else None


def _pronoun(sentence: _Sentence, i: int, kind: str, named: _Named) -> str | None:
    if glossed := _gloss(sentence, i):
        return glossed
    above = subject_above(sentence.scene, i, kind)
    if above is not None and above.head in sentence.names:
        return sentence.names[above.head]
    if above is not None and above.head > i and not sentence.quoted:  # who speaks behind a quotation is not in it
        settled = _settle(sentence, above, named)  # "though it was driven out, the group has kept ..."
        return str(settled.means) if settled else None
    if sentence.quoted and kind == "they":  # "They came at night": not those who speak, nor those just told of
        return named.many if named.many not in named.just_told else None
    return _from_before(_role(sentence.parse, i), kind, named)


def _role(parse: Parse, i: int) -> str:
    """The role of a pronoun; the subject of "is thought to have bombed" is that of "bombed"."""
    word = parse.words[i]
    is_raised = word.dependency == "nsubjpass" and any(
        parse.words[c].dependency == "xcomp" for c in parse.children[word.head]
    )
    return "nsubj" if is_raised else word.dependency


def _gloss(sentence: _Sentence, i: int) -> str | None:
    """ "They [the rebels] came at night": whom the editor names in brackets behind a pronoun."""
    words = sentence.parse.words
    if i + 1 >= len(words) or words[i + 1].text != "[":
        return None
    end = next((w.index for w in words[i + 2 :] if w.text == "]"), i)
    inside = [w for w in words[i + 2 : end] if w.lower != "the"]
    named = (sentence.scene.mentions.get(w.index) for w in reversed(inside))
    name = next((str(m.means) for m in named if m and not m.candidates), " ".join(w.text for w in inside))
    return name if name[:1].isupper() else None


def _from_before(dependency: str, kind: str, named: _Named) -> str | None:
    if dependency in ("nsubj", "poss") and kind in named.center.meant:
        return named.center.meant[kind]
    if dependency == "nsubj" and kind in named.center.of_things:
        return None
    last = {"he": named.person, "they": named.many, "it": named.group or named.country}
    return last[kind]


def _remember(named: _Named, sentence: _Sentence, mention: Mention) -> None:
    word = sentence.parse.words[mention.head]
    name = str(mention.means)
    if word.dependency not in ROLES:
        return
    if name in sentence.fighting:
        named.fighting = name
    if word.entity == "PERSON" or (word.tag == "NN" and word.lemma in PERSON_WORDS):
        named.person = name
    elif _only_passes_on(sentence.parse, mention.head, name):
        return  # "Reuters reported that it ...": whoever is spoken of, not the one who speaks
    elif word.entity in ("ORG", "NORP") or (word.lemma in GROUPS and word.pos == "NOUN" and name[:1].isupper()):
        named.group = named.many = name
    elif word.entity == "GPE":
        named.country = name
    elif word.tag == "NNS" and word.dependency in (*SUBJECTS, "dobj") and can_mean("they", sentence.scene, mention):
        named.many = name


def _only_passes_on(parse: Parse, i: int, name: str) -> bool:
    """Whether a name is that of a speaker or of an outlet: nobody whom what is told is about."""
    word = parse.words[i]
    is_outlet = not OUTLETS.isdisjoint(name.lower().split())
    return is_outlet or is_heard(parse, i) or (word.dependency == "compound" and is_heard(parse, word.head))
