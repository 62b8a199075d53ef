"""Which lines of a report are not its own words: `find_header_lines`.

Line by line against `lexicons/headers.toml`; then what needs its neighbours: breadcrumbs, rows of buttons, captions
printed again and again, the title, and what stands before the first words of a paragraph (day, byline, dateline).
The head of a report ends with its first paragraph: a long line, or one that ends like a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

import msgspec

from tidings.lines.datelines import Dateline, find_dateline
from tidings.lines.layout import Line, split_lines
from tidings.lines.rows import HeaderKind, LineRow, load_headers

LONGEST_HEADER = 400  # characters; a longer line is a paragraph
LONGEST_TITLE = 160
HEAD_LINES = 14
EDGE_LINES = 6
TOP_LINES = 4
SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*$|[,;:]$")
BULLET = re.compile(r"\s*(?:[-*•·–—]\s|\d+[.):]|\([a-z0-9]{1,3}\)|\d{1,2}[:.]\d\d\b|[\"“'‘«(\[]{1,2}[a-z])")
PARTED = re.compile(r"\s+[/>|»›•·]\s+|\s*[>|»›]\s*")
SHARED = re.compile(r"[\s|/•·,]+")


class HeaderLine(msgspec.Struct, frozen=True):
    """A stretch of text that is no body text: half-open offsets, what it is, and what it states, by name."""

    start: int
    end: int
    kind: HeaderKind
    parts: Mapping[str, str] = {}


def find_header_lines(text: str, title: str | None = None) -> list[HeaderLine]:
    """The header lines of a text in order, never overlapping; `title` is the one that metadata give, where they do."""
    lines = split_lines(text)
    repeated = _find_repeated(lines)
    found: list[HeaderLine] = []
    loose: list[Line] = []  # short lines of the head that no row knows
    in_head, weak_counts = True, _count_weak(lines)
    for number, line in enumerate(lines):
        known = _classify(line, in_head, number >= len(lines) - EDGE_LINES, line.text in repeated)
        if known is not None:
            found.append(known)
        elif in_head and number < HEAD_LINES and _is_short(line):
            loose.append(line)
        else:
            found.extend(_find_openings(line, in_head, weak_counts))
            in_head = False
    found.extend(_name_loose(text, loose, found, title))
    return sorted(found, key=lambda header: header.start)


def _is_short(line: Line) -> bool:
    return len(line.text) <= LONGEST_TITLE and not SENTENCE_END.search(line.text) and not BULLET.match(line.text)


def _find_repeated(lines: list[Line]) -> frozenset[str]:
    """Lines printed again and again as captions are: one right after the other, or first at the top of the page."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if len(line.text) <= LONGEST_HEADER and _may_be_caption(line.text):
            places.setdefault(line.text, []).append(number)
    return frozenset(
        text
        for text, at in places.items()
        if len(at) > 1 and (at[0] < TOP_LINES or any(b - a == 1 for a, b in pairwise(at)))
    )


def _may_be_caption(text: str) -> bool:
    return len(text.split()) >= 6 and text[0] not in "\"“'‘«-–—" and not re.match(r"[^.!?]{1,30}:\s", text)


def _classify(line: Line, in_head: bool, at_end: bool, repeated: bool) -> HeaderLine | None:
    if len(line.text) > LONGEST_HEADER:
        return None
    if _is_button_row(line.text) or _is_breadcrumb(line.text, in_head or at_end):
        return HeaderLine(line.start, line.end, "banner", {"section": line.text})
    for row in load_headers().line:
        if row.where == "any" or in_head or (row.where == "edge" and at_end):
            match = row.regex.fullmatch(line.text)
            if match:
                return HeaderLine(line.start, line.end, row.kind, _parts(match))
    if repeated:
        return HeaderLine(line.start, line.end, "caption")
    dateline = find_dateline(line.text) if in_head else None
    whole = dateline is not None and dateline.strength == "strong" and dateline.length == len(line.text)
    return HeaderLine(line.start, line.end, "dateline", _dateline_parts(dateline)) if dateline and whole else None


def _parts(match: re.Match[str]) -> dict[str, str]:
    return {name: value.strip() for name, value in match.groupdict().items() if value}


def _is_button_row(text: str) -> bool:
    words = [word for word in SHARED.split(text.lower()) if word and not word.isdigit()]
    begins = bool(words) and words[0] not in ("on", "to", "by", "this", "via", "more")
    return begins and len(words) > 1 and load_headers().share_words.issuperset(words)


def _is_breadcrumb(text: str, at_edge: bool) -> bool:
    """`Home > World > Coast`, `PHOTO / WORLD`, or a section name alone: short parts, one of them a section's name."""
    sections = load_headers().sections
    parts = [part.strip() for part in PARTED.split(text)]
    if len(parts) == 1:
        return at_edge and text.isupper() and text.lower() in sections
    if not at_edge or any(not part or len(part) > 30 or len(part.split()) > 4 for part in parts):
        return False
    named = sum(part.lower() in sections or part.lower() in load_headers().share_words for part in parts)
    return named > 0 and (len(parts) > 2 or named == 2 or ">" in text)


def _count_weak(lines: list[Line]) -> int:
    """How many paragraphs open with a place alone; more than one are sections."""
    datelines = (find_dateline(line.text.lstrip("*•- ")) for line in lines)
    return sum(dateline is not None and dateline.strength != "strong" for dateline in datelines)


def _find_openings(line: Line, first: bool, weak_count: int) -> Iterator[HeaderLine]:
    """What stands before the first words of a paragraph, piece after piece without a gap."""
    at = line.start
    openings = load_headers().opening if first else []
    while header := _next_opening(line, at, openings):
        yield header
        at = header.end
    dateline = find_dateline(line.text[at - line.start :])
    if dateline and (dateline.strength == "strong" or (first and weak_count == 1)):
        yield HeaderLine(at, min(at + dateline.length, line.end), "dateline", _dateline_parts(dateline))


def _next_opening(line: Line, at: int, openings: list[LineRow]) -> HeaderLine | None:
    for row in openings:
        match = row.regex.match(line.text, at - line.start)
        if match and match[0]:
            return HeaderLine(at, line.start + match.end(), row.kind, _parts(match))
    return None


def _dateline_parts(dateline: Dateline) -> dict[str, str]:
    return {**dateline.parts, "text": dateline.text}


def _name_loose(text: str, loose: list[Line], found: list[HeaderLine], title: str | None) -> Iterator[HeaderLine]:
    """Title and banners among the short lines of the head.

    A line that is the title by metadata is the title. Short lines before the last header line of the head are the title
    (the first of them) and banners. Where metadata give no title, the first line is it if a blank line follows.
    """
    if not loose:
        return
    body = min((h.start for h in found if h.kind == "dateline" and h.parts.get("text")), default=len(text))
    marks = [h for h in found if h.kind in ("published", "byline", "banner", "dateline", "credit") and h.start <= body]
    last_mark = max((h.start for h in marks if h.start < loose[-1].end + LONGEST_HEADER), default=-1)
    named = [line for line in loose if title and _same_title(line.text, title)]
    titled = bool(title)
    for line in named:
        yield HeaderLine(line.start, line.end, "title", {"title": line.text})
    for line in loose:
        if line in named:
            continue
        if line.start < last_mark or (line.blank_after and not titled and line is loose[0]):
            kind: HeaderKind = "banner" if titled or not _may_be_title(line.text) else "title"
            titled = titled or kind == "title"
            yield HeaderLine(line.start, line.end, kind, {kind: line.text})


def _may_be_title(text: str) -> bool:
    """Three words or more, and not `Harbour Command - Velm`: names alone, parted by a dash."""
    words = text.split()
    names = all(word[0].isupper() or not word[0].isalpha() for word in words)
    return len(words) > 2 and not (names and re.search(r"[-–—|]\s", text))


def _same_title(line: str, title: str) -> bool:
    plain = [re.sub(r"\W+", " ", value.casefold()).strip() for value in (line, title)]
    return bool(plain[0]) and plain[0] == plain[1]
