"""A parse as one line of lower-case text, so that expressions are matched whatever the words were cut into."""

from __future__ import annotations

import re
from bisect import bisect_right

from tidings.records import Parse, Word

# typographic marks by the plain ones that patterns are written with; each one character for one
PLAIN = str.maketrans({"–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "’": "'", "‘": "'", "\u00a0": " "})
TOKEN = re.compile(r"[a-z]+|\d+")


class Line:
    """The words of a parse joined by single blanks where the text had any gap; positions lead back to words."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        pieces: list[str] = []
        self._starts: list[int] = []
        self._indexes: list[int] = []
        at, gap, end = 0, False, None
        for word in parse.words:
            if word.text.isspace() or not word.text:
                gap = True
                continue
            if pieces and (gap or (end is not None and word.start > end)):
                pieces.append(" ")
                at += 1
            self._starts.append(at)
            self._indexes.append(word.index)
            pieces.append(word.text)
            at += len(word.text)
            gap, end = False, word.end
        text = "".join(pieces).translate(PLAIN)
        lower = text.lower()
        self.text = lower if len(lower) == len(text) else text

    def tokens(self) -> set[str]:
        """The distinct runs of letters and of digits, and `#` for any digit: what rules are chosen by."""
        found = set(TOKEN.findall(self.text))
        if any(token.isdigit() for token in found):
            found.add("#")
        return found

    def word_at(self, position: int) -> Word:
        """The word that holds a position of the line."""
        return self.parse.words[self._indexes[max(bisect_right(self._starts, position) - 1, 0)]]

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words from one position up to another."""
        return self.parse.words[self.word_at(start).index : self.word_at(max(end - 1, start)).index + 1]

    def word_before(self, position: int) -> Word | None:
        index = self.word_at(position).index - 1
        while index >= 0 and self.parse.words[index].text.isspace():
            index -= 1
        return self.parse.words[index] if index >= 0 else None

    def word_after(self, position: int) -> Word | None:
        """The first word that starts at or after a position."""
        k = bisect_right(self._starts, max(position - 1, 0))
        return self.parse.words[self._indexes[k]] if k < len(self._indexes) else None

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the document of a stretch of the line."""
        return self._offset(start), self._offset(end - 1) + 1

    def _offset(self, position: int) -> int:
        k = max(bisect_right(self._starts, position) - 1, 0)
        word = self.parse.words[self._indexes[k]]
        return min(word.start + position - self._starts[k], word.end - 1)
