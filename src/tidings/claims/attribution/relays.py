"""Outlets that pass on what somebody said: "X told Reuters", "citing a diplomat", "was quoted by state radio"."""

from __future__ import annotations

from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.speakers import speaker_span

HEARS = frozenset("tell inform assure brief".split())
CITES = frozenset("cite quote".split())
CARRIED_BY = frozenset("to with by through via".split())


def find_relays(page: Page, line: Line, drafts: list[Draft]) -> list[Draft]:
    """For each attribution of this sentence the outlet that it went through, as an attribution of the same words."""
    found = []
    for draft in drafts:
        if not draft.row.links or draft.kind == "according":
            continue
        outlet = _outlet(page, line, draft)
        if outlet is not None and outlet != draft.source:
            relay = Draft(line, draft.cue, draft.row, source=outlet, kind="relay", head=draft.head, block=draft.block)
            relay.source_words = speaker_span(line, outlet, draft.head)
            relay.content = draft.content
            draft.depth = 1
            found.append(relay)
    for draft in drafts:
        found.extend(_cited(line, draft, drafts))
    return found


def _outlet(page: Page, line: Line, draft: Draft) -> int | None:
    """The medium that heard it or carries it, among what hangs on the word of speech."""
    words = line.words
    if draft.row.lemma in HEARS:
        for c in line.parse.children[draft.head]:
            if words[c].dependency in ("dobj", "dative", "nsubj") and c > draft.head and is_medium(page, line, c):
                return c
    if draft.kind == "direct" and words[draft.head].lemma in CITES:
        return line.child(draft.head, "nsubj")
    governor = words[words[draft.head].head]
    if governor.dependency == "prep" or governor.lower == "as":  # "was quoted by the radio as saying"
        governor = words[governor.head]
    holders = [draft.head] + (
        [governor.index] if governor.lemma in CITES and line.child(governor.index, "auxpass") is not None else []
    )
    holders += [draft.source] if draft.source is not None else []
    for h in holders:
        outlet = _below(page, line, h, draft, 0)
        if outlet is not None:
            return outlet
    return None


def _below(page: Page, line: Line, h: int, draft: Draft, depth: int) -> int | None:
    """A medium under a preposition: "in an interview with the BBC", "in a call to a local station"."""
    words = line.words
    for c in line.parse.children[h]:
        if words[c].dependency not in ("prep", "agent", "advcl", "acl"):
            continue
        for d in line.parse.children[c]:
            word = words[d]
            if word.dependency != "pobj" or any(a <= word.start < b for a, b in draft.content):
                continue
            if words[c].lower in CARRIED_BY and is_medium(page, line, d):
                return d
            if depth < 2 and (found := _below(page, line, d, draft, depth + 1)) is not None:
                return found
        if (
            words[c].dependency in ("advcl", "acl")
            and words[c].lemma in ("speak", "talk", "carry", "quote", "publish", "air")
            and depth < 2
        ):
            found = _below(page, line, c, draft, depth + 1)
            if found is not None:
                return found
    return None


def is_medium(page: Page, line: Line, i: int) -> bool:
    """Whether a phrase names a newspaper, a station or an agency; "reporters" and "a news conference" are none."""
    word, media = line.words[i], page.speech.words["media"]
    if word.pos not in ("NOUN", "PROPN"):
        return False
    if word.lower in ("conference", "briefing", "reporters", "journalists", "correspondents"):
        return False
    if word.pos == "NOUN":
        return (
            word.lower in media
            and word.lower not in ("post", "dispatch", "press", "times", "news", "media", "network", "agency")
        ) or _is_news_agency(line, i)
    return any(w.lower in media for w in line.words[line.first(i) : line.last(i) + 1] if w.pos in ("PROPN", "NOUN"))


def _is_news_agency(line: Line, i: int) -> bool:
    return line.words[i].lower in ("agency", "network", "media") and any(
        w.lower in ("news", "press", "wire", "state", "local", "television") for w in line.words[line.first(i) : i]
    )


def _cited(line: Line, draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """ "The agency, citing a diplomat, said": the diplomat's words, passed on by the agency."""
    words = line.words
    if draft.row.lemma not in CITES or words[draft.head].tag != "VBG":
        return []
    cited = line.child(draft.head, "dobj")
    if cited is None:
        return []
    host = next(
        (d for d in drafts if d is not draft and d.row.links and d.content and d.kind != "relay"
         and (line.is_below(draft.head, d.head) or (d.source is not None and line.is_below(draft.head, d.source)))),
        None,
    )  # fmt: skip
    if host is None or words[cited].lemma in ("need", "lack", "concern", "reason", "fear"):
        return []
    inner = Draft(
        line, draft.cue, draft.row, source=cited, kind="relay", head=draft.head, block=draft.block, depth=host.depth + 1
    )
    inner.source_words = (line.first(cited), line.last(cited))
    inner.content = host.content
    return [inner]
