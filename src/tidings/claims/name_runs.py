"""Names read word by word, whatever a parser that does not know the town takes them for."""

from __future__ import annotations

from tidings.claims.clauses import TIME_LABELS
from tidings.claims.country import is_country
from tidings.lexicons.words import country_of_people, lands_of_groups, words
from tidings.records import Parse

UNITS = words("places", "units") | {"centre", "center", "crossing", "post", "port", "base"}
LINK = 3  # letters of the short words in names


def is_name(parse: Parse, i: int) -> bool:
    """Whether a word may be part of a name, whatever a parser that does not know the town takes it for."""
    word = parse.words[i]
    return word.text[:1].isupper() and word.pos in ("PROPN", "NOUN", "ADJ") and word.entity not in TIME_LABELS


def name_at(parse: Parse, i: int) -> tuple[str | None, int]:
    """The name that begins at word i, and the word behind it and its unit."""
    if i < len(parse.words) and parse.words[i].lower == "the":
        i += 1
    end = i
    while end < len(parse.words) and (is_name(parse, end) or (end > i and _is_link(parse, end))):
        end += 1
    if end == i:
        return None, i
    pieces = parse.words[i:end]
    name = "".join((" " if k and word.start > pieces[k - 1].end else "") + word.text for k, word in enumerate(pieces))
    if is_country(name) or country_of_people(name) or name in lands_of_groups():
        return None, i
    while end < len(parse.words) and parse.words[end].lemma in UNITS:
        end += 1
    return name, end


def _is_link(parse: Parse, i: int) -> bool:
    """The hyphens and short words inside a name: "Pul-e Khumri", "Deir al-Zor"."""
    word, before = parse.words[i], parse.words[i - 1]
    return word.text == "-" or (before.text == "-" and word.start == before.end and len(word.text) <= LINK)
