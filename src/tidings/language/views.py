"""The text as the parser should see it, with the way back to the untouched text.

A view drops what no reader sees (soft hyphens, zero-width marks), folds white space to single blanks, makes quotation
marks plain, and restores the case of capitals-only or lowercase wire copy. Each of its characters knows the offset it
came from, so that every word keeps exact offsets into `Document.text`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import msgspec

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
PLAIN = {
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "′": "'",
    "–": "-",
    "‐": "-",
    "‑": "-",
}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class View(msgspec.Struct, frozen=True):
    """`text` for the parser; `offsets[i]` is where its character i stands in the document, one more for the end."""

    text: str
    offsets: tuple[int, ...]

    def start(self, position: int) -> int:
        """The document's offset of a word that begins at this position of the view."""
        return self.offsets[position]

    def end(self, position: int) -> int:
        """The document's offset behind a word that ends (half-open) at this position of the view."""
        return self.offsets[position - 1] + 1 if position else self.offsets[0]


def make_view(text: str, start: int, end: int) -> View:
    """The view of `text[start:end]`."""
    kept: list[str] = []
    offsets: list[int] = []
    for offset in range(start, end):
        letter = text[offset]
        if letter in INVISIBLE or unicodedata.category(letter) == "Cf":
            continue
        if letter.isspace() or unicodedata.category(letter) == "Cc":
            if not kept or kept[-1] == " ":
                continue
            letter = " "
        kept.append(PLAIN.get(letter, letter))
        offsets.append(offset)
    while kept and kept[-1] == " ":
        kept.pop()
        offsets.pop()
    offsets.append(end)
    return View("".join(kept), tuple(offsets))


def needs_case(text: str) -> bool:
    """Whether a text is written in capitals only, or in small letters only, as old wire copy is."""
    letters = [letter for letter in text if letter.isalpha() and letter.upper() != letter.lower()]
    if len(letters) < 30:
        return False
    share = sum(letter.isupper() for letter in letters) / len(letters)
    return share > 0.8 or (share == 0 and len(letters) > 80)


def restore_case(view: View, is_name: Callable[[str], bool]) -> View:
    """The same view with ordinary words small and names and sentence starts capital; the length does not change."""
    text = view.text

    def cased(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        if len(low) != len(word):  # a letter such as İ grows when it is made small
            return word
        before = text[: match.start()].rstrip("\"' ([")
        if not before or before[-1] in ".!?:" or is_name(low):
            return low[0].upper() + low[1:] if len(low[0].upper()) == 1 else low
        return low

    return View(WORD.sub(cased, text), view.offsets)
