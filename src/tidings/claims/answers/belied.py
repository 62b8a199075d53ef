"""What the report itself calls untrue while it passes it on: "falsely claimed that", "we reported in error that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tidings.claims.drafts import Draft, Report, change
from tidings.lexicons.scope import scope_words
from tidings.records import Parse, Word
from tidings.syntax import children, subtree

ERRORS = frozenset({"error", "mistake"})
# "An earlier version of this report said that …" takes back what it said.
EARLIER = frozenset({"earlier", "previous", "original", "first", "initial"})
PAPERS = frozenset(
    {
        "report",
        "story",
        "article",
        "bulletin",
        "dispatch",
        "despatch",
        "account",
        "piece",
        "post",
        "headline",
        "page",
        "update",
    }
)
TELLING = frozenset({"say", "state", "report", "misstate", "give", "put", "claim", "suggest", "write", "indicate"})
PRETENDING = frozenset({"pretend", "feign", "fake"})


def find_belied(told: Sequence[Draft], report: Report) -> Iterator[tuple[int, Draft, bool]]:
    """Each draft that is told as untrue by its place in `told`, denied, and whether its first telling stands too."""
    for k, draft, is_own in _told_untrue(told, report):
        if not (is_own and _is_set_right(draft, told)):
            denied = change(draft, "answers.belied", stance="denies", hedged=False, said_by=draft.said_by[:-1])
            yield k, denied, bool(draft.said_by) and not is_own


def find_set_right(told: Sequence[Draft], report: Report) -> set[int]:
    """ "It fell on Saturday. An earlier version of this report said that it fell on Friday": corrected, not denied.

    The day or the figure was wrong and the report itself tells the right one; what stood there before is no claim.
    """
    return {k for k, draft, is_own in _told_untrue(told, report) if is_own and _is_set_right(draft, told)}


def _told_untrue(told: Sequence[Draft], report: Report) -> Iterator[tuple[int, Draft, bool]]:
    """Each draft told as untrue, by its place, and whether it is the report's own earlier word."""
    for at, parsed in enumerate(report.sentences):
        for verb in _called_untrue(parsed.parse):
            content = [c for c in children(parsed.parse, verb, "ccomp") if c > verb]
            words = [parsed.parse.words[i] for c in content for i in subtree(parsed.parse, c)]
            for k, draft in enumerate(told):
                inside = any(w.start <= draft.mention.start < w.end for w in words)
                if draft.at == at and inside and draft.stance == "asserts" and not draft.is_speech:
                    yield k, draft, _is_corrected(parsed.parse, parsed.parse.words[verb])


def _is_set_right(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether the report tells the same act of the same place itself, in its own voice."""
    return any(
        other is not draft and other.act == draft.act and other.place == draft.place and not other.said_by
        and other.stance == "asserts"
        for other in told
    )  # fmt: skip


def _called_untrue(parse: Parse) -> Iterator[int]:
    falsely = scope_words("falsely")
    for word in parse.words:
        if word.lower in falsely and parse.words[word.head].tag.startswith("VB"):
            yield word.head
        elif word.lower in ERRORS and parse.words[word.head].lower in ("in", "by"):
            yield parse.words[word.head].head
        elif word.tag.startswith("VB") and (word.lemma in PRETENDING or _is_corrected(parse, word)):
            yield word.index


def _is_corrected(parse: Parse, verb: Word) -> bool:
    """ "An earlier version of this report said", "this article originally said"."""
    if verb.lemma not in TELLING:
        return False
    adverbs = {parse.words[c].lower for c in children(parse, verb.index, "advmod")}
    for subject in children(parse, verb.index, "nsubj"):
        lowers = {parse.words[i].lower for i in subtree(parse, subject)}
        is_paper = not PAPERS.isdisjoint(lowers) and not {"this", "our"}.isdisjoint(lowers)
        if is_paper and (
            not EARLIER.isdisjoint(lowers) or not {"originally", "initially", "earlier"}.isdisjoint(adverbs)
        ):
            return True
    return False
