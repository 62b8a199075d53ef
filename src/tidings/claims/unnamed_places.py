"""Which place "the country", "the capital", "the village" is: the one of that kind that the report names last."""

from __future__ import annotations

import msgspec

from tidings.claims.country import find_named_country
from tidings.claims.drafts import Report, SentenceMentions
from tidings.claims.hearsay import is_with_body, is_with_speaker
from tidings.lexicons.words import countries_by_capital, words
from tidings.records import Mention, Parse

FEATURES = words("places", "features")
POINTING = frozenset({"the", "this", "that", "same"})
# What may stand with a word that points back; more than this tells another place ("the town where he was born").
PLAIN = frozenset({"det", "punct", "case", "predet", "prep"})


def name_places(report: Report) -> Report:
    """The report with unnamed places named, where their kind tells which they are."""
    of_state = _of_state(find_named_country(report), report.text)
    last: dict[str, str] = {}
    told = []
    for parsed, found in zip(report.sentences, report.mentions, strict=True):
        if parsed.sentence.kind not in ("caption", "header"):
            for mention in found.places:
                last |= dict.fromkeys(_called(parsed.parse, found, mention), str(mention.means))
        told.append(_name(parsed.parse, found, {**last, **of_state}))
    return msgspec.structs.replace(report, mentions=told)


def _called(parse: Parse, found: SentenceMentions, mention: Mention) -> frozenset[str]:
    """What a named place is called, by the words beside it, else by what is known of places of its name."""
    if mention.candidates:
        return frozenset()
    if kind := _kind_of(parse, mention):
        return frozenset({kind})
    if is_with_speaker(parse, mention.head) or is_with_body(parse, mention.head):
        return frozenset()
    return found.called.get(str(mention.means), frozenset())


def _kind_of(parse: Parse, mention: Mention) -> str | None:
    """What a named place is called: "Khash district", "the enclave of Zepa", "Adra, a town"."""
    word = parse.words[mention.head]
    if word.lemma in FEATURES:
        return word.lemma
    beside = [parse.words[c] for c in parse.children[mention.head] if parse.words[c].dependency == "appos"]
    if word.dependency == "appos":
        beside.append(parse.words[word.head])
    return next((other.lemma for other in beside if other.lemma in FEATURES), None)


def _of_state(country: str | None, text: str) -> dict[str, str]:
    if country is None:
        return {}
    seats = [seat.title() for seat, land in countries_by_capital().items() if land == country]
    told = [seat for seat in seats if seat in text] or seats  # Lagos or Abuja: the one that the report names
    return {"country": country, **({"capital": told[0]} if len(told) == 1 else {})}


def _name(parse: Parse, found: SentenceMentions, names: dict[str, str]) -> SentenceMentions:
    places = tuple(_name_one(parse, mention, names) for mention in found.places)
    return msgspec.structs.replace(found, places=places)


def _name_one(parse: Parse, mention: Mention, names: dict[str, str]) -> Mention:
    name = names.get(parse.words[mention.head].lemma)
    if not (mention.candidates and name and _points_back(parse, mention.head)):
        return mention
    return msgspec.structs.replace(mention, means=name, candidates=(), made_by="places.told_before")


def _points_back(parse: Parse, i: int) -> bool:
    word, below = parse.words[i], [parse.words[c] for c in parse.children[i]]
    if word.tag != "NN" or not any(w.lower in POINTING for w in below):
        return False
    if any(w.dependency == "prep" and w.lower == "of" for w in below):
        return False
    return all(w.dependency in PLAIN for w in below)
