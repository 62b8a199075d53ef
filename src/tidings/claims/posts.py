"""Who holds a post: "the foreign secretary" is the one whom the report calls so beside a name."""

from __future__ import annotations

from tidings.lexicons.words import words
from tidings.records import Parse
from tidings.syntax import children

POSTS = words("actors", "titles")


class Holders:
    """The holders of posts named so far, by the post and by its last word."""

    def __init__(self) -> None:
        self._by_post: dict[str, str] = {}

    def remember(self, parse: Parse, i: int, name: str) -> None:
        """Note the posts beside a person's name: "Foreign Secretary Boris Johnson", "Ana Cruz, the mayor"."""
        for c in (*children(parse, i, "compound", "nmod", "appos"), *_beside(parse, i)):
            word = parse.words[c]
            if word.lemma.lower() in POSTS and word.entity != "PERSON":
                self._by_post[_post(parse, c)] = name
                self._by_post[word.lemma.lower()] = name

    def find(self, parse: Parse, i: int) -> str | None:
        """The one whom a post that stands alone means, or None."""
        word = parse.words[i]
        if word.lemma.lower() not in POSTS or word.tag not in ("NN", "NNP"):
            return None
        below = [parse.words[c] for c in parse.children[i]]
        if any(w.dependency in ("prep", "poss", "appos") or w.lower in ("a", "an", "another") for w in below):
            return None
        return self._by_post.get(_post(parse, i))


def _beside(parse: Parse, i: int) -> list[int]:
    """The word that a name stands behind: "the governor, Peter Cirimwami"."""
    word = parse.words[i]
    return [word.head] if word.dependency == "appos" else []


def _post(parse: Parse, i: int) -> str:
    """The words of a post: "foreign secretary"."""
    before = [c for c in children(parse, i, "compound", "amod", "nmod") if c < i]
    return " ".join(parse.words[c].lower for c in (*before, i))
