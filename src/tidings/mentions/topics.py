"""Paragraphs that are about a match, a film or a flood: their captures and victims make no claims."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.lexicons.words import load_words
from tidings.records import ParsedSentence

ENOUGH = 2  # different words of one topic in a paragraph


def find_asides(sentences: Sequence[ParsedSentence]) -> frozenset[int]:
    """The numbers of the paragraphs that are not about conflict."""
    words_by_paragraph: dict[int, set[str]] = {}
    for parsed in sentences:
        words = words_by_paragraph.setdefault(parsed.sentence.paragraph, set())
        words.update(word.lower for word in parsed.parse.words if word.pos in ("NOUN", "VERB", "PROPN", "ADJ"))
    topics = load_words("topics").values()
    return frozenset(
        p for p, words in words_by_paragraph.items() if any(len(words & topic) >= ENOUGH for topic in topics)
    )
