"""Who is meant by "he", "the group", "the militants": the last one named before whom the word can mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from tidings.claims.country import find_country, is_country, name_of_body
from tidings.claims.drafts import Report
from tidings.claims.hearsay import is_heard
from tidings.lexicons.words import country_of_people, lands_of_groups, words
from tidings.records import Mention, Parse

ROLES = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "conj", "poss", "agent", "compound", "appos", "attr"})
PERSON_WORDS = words("actors", "titles") | words("actors", "persons")
PERSONS = frozenset({"he", "she", "him", "her", "himself", "herself"})
MANY = frozenset({"they", "them", "themselves", "we", "us"})
GROUPS = words("actors", "groups")
REBELS = words("actors", "rebels")
NOBODY = frozenset(
    {"i", "we", "us", "you", "who", "which", "that", "this", "these", "those", "it", "itself", "what", "whom"}
)
BODY = re.compile(
    r"\b(?:forces?|army|coalition|council|ministry|government|police|command|nations?|parliament|agency|press|union|nato|"
    r"committee|embassy|department|observatory|court|congress|church|university|bank|company)\b",
    re.IGNORECASE,
)
COLLECTIVE = frozenset({"group", "outfit", "movement", "mujahideen", "mujahidin", "insurgency", "rebellion"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})


class _Named(msgspec.Struct):
    """Those named so far, the last of each kind."""

    person: str | None = None
    group: str | None = None
    country: str | None = None
    many: str | None = None
    main: str | None = None


def settle_references(report: Report) -> Report:
    """The report with each pronoun and bare group word replaced by the one it points to, or left out."""
    named = _Named()
    country = find_country(report)
    named.main = main_group(report)
    settled = []
    for parsed, found in zip(report.sentences, report.mentions, strict=True):
        actors = tuple(_settle(parsed.parse, found.actors, named, country))
        settled.append(msgspec.structs.replace(found, actors=actors))
    return msgspec.structs.replace(report, mentions=settled)


def main_group(report: Report) -> str | None:
    """The group that a report calls rebels, militants, guerrillas: whom these words mean where they stand alone."""
    told: Counter[str] = Counter()
    for parsed, found in zip(report.sentences, report.mentions, strict=True):
        for mention in found.actors:
            word = parsed.parse.words[mention.head]
            name = str(mention.means)
            if name in lands_of_groups():
                told[name] += 4
                continue
            if mention.candidates or word.entity in ("PERSON", "GPE") or is_country(name) or country_of_people(name):
                continue
            if _is_body(name, report.text):
                continue
            if word.lemma in REBELS and name[:1].isupper() and word.lemma not in name.lower():
                told[name] += 3
            elif word.entity in ("ORG", "NORP"):
                told[name] += 2 if _is_opponent(parsed.parse, mention.head) else 1
    if not told:
        return None
    name, most = told.most_common(1)[0]
    return name if most >= 3 else None


def _is_body(name: str, text: str) -> bool:
    """Whether a name is that of a state's or an alliance's body, also by its letters: "Coalition Forces (CF)"."""
    if BODY.search(name):
        return True
    if not name.isupper() or len(name) < 2:
        return False
    return bool(re.search(rf"(?:{BODY.pattern})s?\W{{1,3}}{re.escape(name)}\b", text, re.IGNORECASE))


def _is_opponent(parse: Parse, i: int) -> bool:
    """ "against X", "fight X": the one that others fight."""
    governor = parse.words[parse.words[i].head]
    return governor.lower == "against" or governor.lemma in ("fight", "defeat", "oust")


def _settle(parse: Parse, mentions: Iterable[Mention], named: _Named, country: str | None) -> Iterator[Mention]:
    for mention in mentions:
        word = parse.words[mention.head]
        if not mention.candidates:
            body = name_of_body(_as_many(str(mention.means), lemma=word.lemma), country)
            if body != mention.means:
                mention = msgspec.structs.replace(mention, means=body, made_by="actors.state_body")  # noqa: PLW2901
            _remember(named, parse, mention)
            yield mention
            continue
        meant = _antecedent(word.lower, word.lemma, mention, named)
        if meant:
            yield msgspec.structs.replace(mention, means=meant, made_by=f"{mention.made_by}>{meant}")
        elif word.lower in FIRST_PERSON:
            yield msgspec.structs.replace(mention, means=word.lower)
        elif mention.candidates == ("unnamed",):
            name = name_of_body(_as_many(str(mention.means), lemma=word.lemma), country)
            named.many = name
            yield msgspec.structs.replace(mention, means=name)


def _as_many(name: str, lemma: str) -> str:
    """One of a side is called as the side is: "an insurgent" is of the insurgents."""
    return f"{name}s" if lemma in REBELS and name.endswith(lemma) and lemma not in COLLECTIVE else name


def _antecedent(lower: str, lemma: str, mention: Mention, named: _Named) -> str | None:
    if mention.candidates == ("unnamed",):
        if lemma in REBELS:
            return named.main or named.group
        return named.group if lemma in GROUPS else None
    if lower in PERSONS:
        return named.person
    if lower in ("they", "them", "themselves"):
        return named.many
    if lower in ("it", "itself"):
        return named.group or named.country
    return None


def _remember(named: _Named, parse: Parse, mention: Mention) -> None:
    word = parse.words[mention.head]
    name = str(mention.means)
    if word.dependency not in ROLES:
        return
    if word.entity == "PERSON" or (word.tag == "NN" and word.lemma in PERSON_WORDS):
        named.person = name
    elif is_heard(parse, mention.head) or (word.dependency == "compound" and is_heard(parse, word.head)):
        return  # "Reuters reported that it ...": whoever is spoken of, not the one who speaks
    elif word.entity in ("ORG", "NORP") or (word.lemma in GROUPS and word.pos == "NOUN" and name[:1].isupper()):
        named.group = named.many = name
    elif word.entity == "GPE":
        named.country = name
    elif word.tag == "NNS" and word.dependency in ("nsubj", "nsubjpass", "dobj"):
        named.many = name
