"""Documents to sentences: headers and repeated captions set aside, the rest parsed, every offset exact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from tidings.language.blocks import find_blocks
from tidings.language.casing import name_test
from tidings.language.labels import Labels, mend_labels
from tidings.language.quotes import find_quotes
from tidings.language.trees import mend_trees
from tidings.language.views import View, make_view, needs_case, restore_case
from tidings.lines import HeaderLine, find_header_lines
from tidings.plugins import Parser
from tidings.records import Document, Parse, ParsedSentence, Sentence, SentenceKind, Word


class Block(msgspec.Struct, frozen=True):
    """A paragraph: its place in the document, its kind, and what the parser is to see of it (None: nothing)."""

    start: int
    end: int
    kind: SentenceKind
    view: View | None


def split_sentences(documents: Sequence[Document], parser: Parser) -> Iterator[list[ParsedSentence]]:
    """The sentences of each document, in order; headers and captions printed before have an empty parse."""
    is_name = name_test(parser.dictionary)
    blocks = [list(make_blocks(document, is_name)) for document in documents]
    parses = parser.parse(block.view.text for some in blocks for block in some if block.view)
    for document, some in zip(documents, blocks, strict=True):
        yield _assemble(document, some, parses, parser.made_by)


def make_blocks(document: Document, is_name: Callable[[str], bool]) -> Iterator[Block]:
    """The paragraphs of a text with what they are; a paragraph printed again is not parsed again."""
    text = document.text
    lines = find_header_lines(text, document.title)
    capitals = needs_case(text)
    seen: set[str] = set()
    for start, end in find_blocks(text):
        kind, start = _kind_of(start, end, lines)  # noqa: PLW2901 - a dateline is cut off the paragraph it opens
        content = " ".join(text[start:end].split())
        again = content in seen and len(content) > 40
        seen.add(content)
        if kind == "header" or again or start >= end:
            yield Block(start, end, "caption" if kind == "caption" else "header", None)
            continue
        view = make_view(text, start, end)
        if capitals or needs_case(text[start:end]):
            view = restore_case(view, is_name)
        yield Block(start, end, kind, view if view.text else None)


def _kind_of(start: int, end: int, lines: Iterable[HeaderLine]) -> tuple[SentenceKind, int]:
    """What a paragraph is, and where its own words begin once a dateline or byline before them is cut off."""
    for line in lines:
        if line.end <= start or line.start >= end:
            continue
        if line.kind == "caption":
            return "caption", start
        if line.end >= end:
            return "header", start
        if line.start <= start + 2:
            start = line.end
    return "body", start


def _assemble(
    document: Document, blocks: list[Block], parses: Iterator[tuple[Parse, ...]], made_by: str
) -> list[ParsedSentence]:
    parsed = [mend_trees(next(parses)) if block.view is not None else () for block in blocks]
    labels = iter(mend_labels([parse for some in parsed for parse in some]))
    quotes = find_quotes(document.text)
    found: list[ParsedSentence] = []
    for paragraph, (block, some) in enumerate(zip(blocks, parsed, strict=True)):
        if block.view is None:
            if block.end > block.start:
                sentence = _sentence(document, found, paragraph, (block.start, block.end), block.kind)
                found.append(ParsedSentence(sentence, Parse((), (), made_by)))
            continue
        for parse in some:
            moved = _move(parse, block.view, next(labels))
            span = moved.words[0].start, moved.words[-1].end
            kind: SentenceKind = block.kind
            if kind == "body" and any(start <= span[0] and span[1] <= end for start, end in quotes):
                kind = "quote"
            found.append(ParsedSentence(_sentence(document, found, paragraph, span, kind), moved))
    return found


def _sentence(
    document: Document, found: list[ParsedSentence], paragraph: int, span: tuple[int, int], kind: SentenceKind
) -> Sentence:
    return Sentence(
        document_id=document.id, index=len(found), paragraph=paragraph, start=span[0], end=span[1], kind=kind
    )


def _move(parse: Parse, view: View, labels: Labels) -> Parse:
    """The same parse with offsets into the document instead of the view, and with mended entity labels."""
    words = tuple(
        Word(
            w.index, view.start(w.start), view.end(w.end), w.text, w.lemma, w.tag, w.pos, w.dependency, w.head,
            labels.get(w.index, w.entity), w.entity_starts or (w.index in labels and w.index - 1 not in labels),
        )
        for w in parse.words
    )  # fmt: skip
    return Parse(words, parse.children, parse.made_by)
