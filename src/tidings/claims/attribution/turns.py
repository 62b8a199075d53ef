"""Where one speaker's words end in a sentence: another one takes over, the same one goes on, a semicolon is no end."""

from __future__ import annotations

from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line

TAKES_OVER = frozenset("while whereas although though but and yet ; as".split())
GOES_ON = frozenset("add say cite note quote stress insist claim warn accuse call blame".split())
TURNS_AWAY = frozenset("say refuse reject deny tell announce warn write reply claim".split())


def share_out(line: Line, drafts: list[Draft]) -> None:
    """End what one speaker says where another takes over, or where the same one plainly goes on."""
    _reach_over(line, drafts)
    for draft in drafts:
        for other in drafts:
            if other is not draft and draft.content and other.head >= draft.head:
                _make_room(line, draft, other)
    for draft in drafts:
        _past_semicolons(line, draft, drafts)


def _reach_over(line: Line, drafts: list[Draft]) -> None:
    """ "Said the port was lost and announced …": a second verb of the speaker, hung by a parser inside what is said."""
    words = line.words
    for draft in drafts:
        verb = words[draft.head]
        own = line.child(draft.head, "nsubj", "nsubjpass")
        if verb.dependency != "conj" or verb.tag not in ("VBD", "VBZ", "VBP") or own is not None:
            continue
        inner = words[verb.head]
        for outer in drafts:
            above = outer.head == inner.head and inner.dependency == "ccomp" and outer.source is not None
            if above and words[outer.head].tag == verb.tag != inner.tag:
                draft.source, draft.source_words, draft.again = outer.source, outer.source_words, True


def _make_room(line: Line, draft: Draft, other: Draft) -> None:
    opens = other.cue[0] if other.again else other.block[0]
    place = line.words[opens].start
    k = next((k for k, (a, b) in enumerate(draft.content) if a <= place < b), None)
    if k is None:
        return
    if place > draft.content[k][0]:
        _cut(line, draft, other, k, opens - 1)
    elif not draft.forward and not other.forward:  # ", the ministry said, the agency reported": only its speaker
        del draft.content[k:]


def _cut(line: Line, draft: Draft, other: Draft, k: int, opener: int) -> None:
    """Cut what draft says before the word at opener, if other takes over there."""
    words = line.words
    if opener < 0:
        return
    if _goes_on(line, draft, other, opener):
        if draft.source is not None and not _turns_away(line, draft, other):
            other.source, other.source_words = draft.source, draft.source_words
    elif not other.again:
        own = line.child(other.head, "nsubj") is not None and other.row.links
        if not own or words[opener].lower not in TAKES_OVER:
            return
    span = line.span(_word_at(line, draft.content[k][0]), opener - 1)
    draft.content[k:] = [span] if span else []


def _goes_on(line: Line, draft: Draft, other: Draft, opener: int) -> bool:
    """ ", adding that …": a participle of speech after a comma."""
    word = line.words[other.head]
    if word.tag != "VBG" or other.row.lemma not in GOES_ON or line.words[opener].text != "," or not draft.row.links:
        return False
    return line.is_below(other.head, draft.head) and word.dependency in (
        "advcl",
        "acl",
        "conj",
        "xcomp",
        "ccomp",
        "dep",
    )


def _turns_away(line: Line, draft: Draft, other: Draft) -> bool:
    """Whether the participle hangs on another word of speech inside what is said: "said the group refused, saying"."""
    head = line.words[other.head].head
    return head != draft.head and line.words[head].lemma in TURNS_AWAY


def _past_semicolons(line: Line, draft: Draft, drafts: list[Draft]) -> None:
    """What one speaker says goes on past a semicolon or a colon, until another one is named."""
    if not draft.content or not draft.row.links or draft.source is None or draft.kind != "indirect":
        return
    if not draft.clausal or line.words[draft.head].dependency in ("relcl", "acl"):
        return
    others = [d.head for d in drafts if d is not draft and d.row.links]
    if draft.forward:
        _on_over_semicolons(line, draft, others)
    else:
        _back_over_semicolons(line, draft, others)


def _on_over_semicolons(line: Line, draft: Draft, others: list[int]) -> None:
    words = line.words
    last = max(_word_at(line, draft.content[-1][1] - 1), draft.block[1])
    stop = len(words) - 1
    if last + 1 >= stop or words[last + 1].text not in (";", ":"):
        return
    after = [h for h in others if h > last]
    if (words[last + 1].text == ";" and after) or any(w.lower == "according" for w in words[last + 1 :]):
        stop = min(after, default=len(words))
        stop = max((i - 1 for i in range(last + 2, stop) if words[i].text == ";"), default=last)
    if stop > last + 1:
        draft.add(last + 2, stop)


def _back_over_semicolons(line: Line, draft: Draft, others: list[int]) -> None:
    """ "The north bank fell; five men died, said its mayor", "took the bank; and held the bridge, he said": all of it.

    As far as nobody else speaks. A clause of its own before "…; the bridge was held, he said" may be the report's.
    """
    words = line.words
    first = _word_at(line, draft.content[0][0])
    left = first
    inverted = draft.source is not None and draft.source > draft.head
    while left > 1 and words[left - 1].text == ";":
        start = next((i + 1 for i in range(left - 2, -1, -1) if words[i].text == ";"), 0)
        if any(start <= h < left for h in others) or any(w.lower == "according" for w in words[start:left]):
            break
        if not inverted and not _runs_on(line, left, draft.head):
            break
        left = start
    if left < first:
        span = line.span(left, first - 1)
        draft.content[:0] = [span] if span else []


def _runs_on(line: Line, left: int, end: int) -> bool:
    """Whether what begins behind a semicolon has no subject of its own: "…; and held the bridge"."""
    words = line.words
    verb = next((w.index for w in words[left:end] if w.pos in ("VERB", "AUX")), None)
    return verb is not None and not any(w.dependency in ("nsubj", "nsubjpass", "expl") for w in words[left:verb])


def _word_at(line: Line, offset: int) -> int:
    return next((w.index for w in line.words if w.end > offset), len(line.words) - 1)
