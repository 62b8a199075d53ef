"""What is being read: the sentences of one document with the questions that all rules of attribution ask of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from tidings.claims.attribution.quotations import Quotation, find_quotations
from tidings.lexicons.speech import Speech, load_speech
from tidings.records import Parse, ParsedSentence, Word

PUNCTUATION = frozenset(", . : ; -LRB- -RRB- `` '' HYPH NFP".split())


class Line:
    """One sentence: its words, and for each the first and last word of all that hangs on it."""

    def __init__(self, index: int, sentence: ParsedSentence) -> None:
        self.index = index
        self.sentence = sentence
        self.parse: Parse = sentence.parse
        self.words: tuple[Word, ...] = sentence.parse.words
        self.paragraph: int = sentence.sentence.paragraph

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """For each word, the first and the last word of its subtree."""
        first, last = list(range(len(self.words))), list(range(len(self.words)))
        for i, word in enumerate(self.words):
            head, below = word.head, i
            while head != below and (first[head] > i or last[head] < i):
                first[head], last[head] = min(first[head], i), max(last[head], i)
                head, below = self.words[head].head, head
        return first, last

    def first(self, i: int) -> int:
        return self.edges[0][i]

    def last(self, i: int) -> int:
        return self.edges[1][i]

    def child(self, i: int, *dependencies: str) -> int | None:
        words = self.words
        for c in self.parse.children[i]:
            if words[c].dependency in dependencies:
                return c
        return None

    def entity(self, i: int) -> tuple[int, int]:
        """First and last word of the named entity that word i belongs to."""
        words, first, last = self.words, i, i
        while first > 0 and not words[first].entity_starts and words[first - 1].entity == words[i].entity:
            first -= 1
        while last + 1 < len(words) and words[last + 1].entity == words[i].entity and not words[last + 1].entity_starts:
            last += 1
        return first, last

    def is_mark(self, i: int) -> bool:
        """Whether word i is punctuation of any kind."""
        return self.words[i].tag in PUNCTUATION or self.words[i].pos == "PUNCT"

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """Character offsets of words first..last without the commas, stops and dashes at their ends."""
        words = self.words
        while first <= last and self.is_mark(first) and words[first].tag not in ("``", "''", "-LRB-"):
            first += 1
        while last >= first and (
            (self.is_mark(last) and words[last].tag not in ("``", "''", "-RRB-")) or words[last].dependency == "cc"
        ):
            last -= 1
        return (words[first].start, words[last].end) if first <= last else None

    def is_below(self, i: int, head: int) -> bool:
        """Whether word i is head or hangs somewhere under it."""
        while i != head:
            above = self.words[i].head
            if above == i:
                return False
            i = above
        return True


class Page:
    """One document's sentences, its quotations and the lexicon of speech."""

    def __init__(self, sentences: Sequence[ParsedSentence], text: str) -> None:
        self.text = text
        self.lines = [Line(i, s) for i, s in enumerate(sentences)]
        self.quotations: list[Quotation] = find_quotations(sentences, text)
        self.speech: Speech = load_speech()
        self._starts = [q.start for q in self.quotations]
        self._line_starts = [s.sentence.start for s in sentences]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that an offset stands in, or None."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.quotations[at].end:
            return self.quotations[at]
        return None

    def line_at(self, offset: int) -> Line | None:
        """The sentence that an offset stands in, or the last one that begins before it."""
        at = bisect_right(self._line_starts, offset) - 1
        return self.lines[at] if at >= 0 else None

    @cached_property
    def full_names(self) -> dict[str, str]:
        """For each surname, the full name under which the text gives it first."""
        found: dict[str, str] = {}
        for line in self.lines:
            words = line.words
            for word in words:
                if word.entity != "PERSON" or not word.entity_starts:
                    continue
                last = line.entity(word.index)[1]
                if words[last].tag == "POS":
                    last -= 1
                if last > word.index:
                    found.setdefault(words[last].text, self.text[word.start : words[last].end].replace("\n", " "))
        return found
