"""Looking at the words of a sentence by position.

Positions are positions in the list of words handed in, from which bare white space has been taken out; a parse's own
indexes stand in the words.
"""

from __future__ import annotations

from collections.abc import Sequence

from tidings.records import Parse, Word

Words = Sequence[Word]
Value = int | float

HYPHENS = frozenset("-–—‐‑−")


def visible_words(parse: Parse) -> list[Word]:
    """The words of a parse without those that are bare white space."""
    return [word for word in parse.words if word.tag != "_SP" and not word.text.isspace()]


def lower_at(words: Words, p: int) -> str:
    """The word at position p in small letters, or the empty string past the ends."""
    return words[p].lower if 0 <= p < len(words) else ""


def phrase_at(words: Words, p: int, length: int) -> tuple[str, ...]:
    """The words from position p on, in small letters."""
    return tuple(word.lower for word in words[p : p + length])


def position_of(words: Words, index: int) -> int | None:
    """Where the word of a parse's index stands."""
    if index < len(words) and words[index].index == index:
        return index
    return next((p for p, word in enumerate(words) if word.index == index), None)


def printed(words: Words, first: int, last: int) -> str:
    """The words from one position to another as they are printed: joined where no space stands between them."""
    parts = [words[first].text]
    for before, word in zip(words[first:last], words[first + 1 : last + 1], strict=True):
        parts.append((" " if word.start > before.end else "") + word.text)
    return "".join(parts)
