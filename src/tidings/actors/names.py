"""Names made comparable: spelling, titles, and the words that a group is followed by."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from tidings.actors.actor import BUILT_IN
from tidings.lexicons.words import words

ACRONYM = 7  # letters; a longer word in capitals is a word in capitals


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A name without case, accents, full stops, hyphens, "the" and a final "'s"."""
    plain = unicodedata.normalize("NFKD", name) if not name.isascii() else name
    plain = plain.lower().replace("’", "'").replace("‘", "'").replace("`", "'")
    plain = re.sub(r"'s?(?=\s|$)", "", plain)
    plain = "".join(c if c.isalnum() else " " if c in '-–/,&()"' or c.isspace() else "" for c in plain)
    found = plain.split()
    return " ".join(found[1:] if len(found) > 1 and found[0] == "the" else found)


def slug(name: str) -> str:
    """A name as part of an id."""
    plain = unicodedata.normalize("NFKD", key(name)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def is_acronym(name: str) -> bool:
    """Whether a name is made of capitals alone, so that in small letters it may be a word."""
    letters = name.replace(".", "").replace("-", "")
    return letters.isupper() and letters.isalnum() and len(letters) <= ACRONYM


@cache
def role_words() -> Mapping[str, frozenset[str]]:
    """Lists of words for roles, by name."""
    lists = tomllib.loads(BUILT_IN.joinpath("roles.toml").read_text(encoding="utf-8"))
    return {name: frozenset(found["words"]) for name, found in lists.items() if name != "lists"} | {
        name: frozenset(found) for name, found in lists["lists"].items()
    }


def without_titles(name: str) -> str:
    """ "President Ashraf Ghani" as "Ashraf Ghani", "Gen. X" as "X"; a title alone stays."""
    titles = words("actors", "titles") | role_words()["ranks"]
    parts = name.split()
    while len(parts) > 1 and parts[0].lower().rstrip(".").strip("-") in titles:
        parts = parts[1:]
    return " ".join(parts)


def without_followers(name: str) -> tuple[str, str]:
    """A name and the words for its people behind it: ("Taliban", "fighters")."""
    parts = name.split()
    cut = len(parts)
    while cut > 1 and parts[cut - 1].lower() in role_words()["followers"]:
        cut -= 1
    return " ".join(parts[:cut]), " ".join(parts[cut:])
