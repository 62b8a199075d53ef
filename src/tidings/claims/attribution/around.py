"""What stands before a word of speech or on both sides of it: "…, he said", "…, witnesses said, …", "as … put it"."""

from __future__ import annotations

import msgspec

from tidings.claims.attribution.blocks import start_draft
from tidings.claims.attribution.cues import Cue, make_cue
from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.speakers import RELATIVES
from tidings.lexicons.speech import SpeechRow

ADJUNCTS = frozenset("prep advcl npadvmod advmod punct cc mark intj aux dative".split())
RESULTS = frozenset("bring raise leave kill wound injure cause force destroy damage push take put trap".split())
CONTRASTS = frozenset("though although but yet while whereas despite".split())
BREAKS = frozenset(", : `` '' . HYPH -RRB-".split())


def find_around(page: Page, line: Line, cue: Cue, source: int | None) -> Draft | None:
    """A draft of the words around a word of speech; with nothing said where quotation marks may still give it."""
    row = next((r for r in cue.rows if "clause" in r.takes or not r.takes), None) or _at_the_end(line, cue)
    mark = _as_mark(line, cue.head)
    set_off = mark is not None and mark > 0 and line.words[mark - 1].text == ","
    as_he_said = mark is not None and (line.words[cue.head].dependency == "advcl" or set_off)
    if as_he_said:
        row = row or cue.rows[0]
    if row is None or (source is None and not as_he_said):
        return None
    whole = _with_caring(line, _with_quoting(line, cue))
    draft = start_draft(line, whole, row, source)
    draft.head, draft.clausal = cue.head, True
    if as_he_said and mark is not None:
        draft.block = (min(draft.block[0], mark), draft.block[1])
    if _may_stand_apart(page, line, whole, draft):
        _fill(line, whole.head, draft, as_he_said)
    return draft


def _at_the_end(line: Line, cue: Cue) -> SpeechRow | None:
    """ "…, their man in the capital holds": what else asks for "that" says something where it ends its clause."""
    after = cue.last + 1
    ends = after >= len(line.words) or line.words[after].text in (".", ";", ":", "!", ",")
    return next((r for r in cue.rows if "that" in r.takes), None) if ends else None


def _may_stand_apart(page: Page, line: Line, cue: Cue, draft: Draft) -> bool:
    """Whether the word of speech makes a clause of its own, set off from the words before it."""
    source, first = draft.source, draft.block[0]
    if source is not None and line.words[source].lower in RELATIVES:
        return False
    if not draft.row.takes and (source is None or not _is_person(page, line, source)):
        return False
    set_off = first == 0 or line.words[first - 1].tag in BREAKS or line.words[first - 1].pos == "PUNCT"
    return set_off and _is_finite(line, cue.head)


def _fill(line: Line, v: int, draft: Draft, as_he_said: bool) -> None:
    first, last = draft.block
    left, right = _region(line, first, last)
    goes_on = last < right and line.words[last + 1].text == ","
    after_and = first > left + 1 and line.words[first - 2].dependency == "cc"  # "…, and, he said, …": only what follows
    if first > left and not after_and and (as_he_said or _is_said(line, v, left, first - 1)):
        draft.add(left, first - 1)
    if goes_on and last + 2 <= right and line.words[last + 2].lower in CONTRASTS:
        return  # "…, he insists, though one was seen there": what speaks against him he does not say
    follows = goes_on and (draft.content or after_and) and _is_said(line, v, last + 2, right, strict=True)
    if follows or (goes_on and as_he_said):
        draft.add(last + 1, right)
    if not draft.content:
        _fill_with_any(line, draft, (left, right), goes_on)


def _fill_with_any(line: Line, draft: Draft, region: tuple[int, int], goes_on: bool) -> None:
    """No clause was found: "Overnight: shelling in the port, says the mayor", "In exchange, he says, for seven men"."""
    (left, right), (first, last) = region, draft.block
    if first <= left or line.words[first - 1].text != "," or not draft.row.takes:
        return
    if goes_on:
        draft.add(left, first - 1)
        draft.add(last + 1, right)
    elif last + 1 >= right and (last == right or line.words[last + 1].text != ":"):
        draft.add(left, first - 1)


def _with_quoting(line: Line, cue: Cue) -> Cue:
    """For "…, she was quoted as saying" the cue is all of it."""
    words = line.words
    preposition = words[words[cue.head].head]
    if (
        words[cue.head].dependency != "pcomp"
        or preposition.lower != "as"
        or words[preposition.head].lemma not in ("quote", "cite")
    ):
        return cue
    return make_cue(line, preposition.head, cue.rows)


def _with_caring(line: Line, cue: Cue) -> Cue:
    """For "…, she was careful to add" the cue is all of it."""
    above = line.words[line.words[cue.head].head]
    if line.words[cue.head].dependency != "xcomp" or above.dependency != "acomp" or above.index > cue.head:
        return cue
    return msgspec.structs.replace(cue, first=min(cue.first, above.head))


def _is_person(page: Page, line: Line, i: int) -> bool:
    word = line.words[i]
    return word.entity == "PERSON" or word.pos == "PRON" or word.lemma in page.speech.words["persons"]


def _as_mark(line: Line, v: int) -> int | None:
    marks = (c for c in line.parse.children[v] if line.words[c].dependency in ("mark", "advmod"))
    return next((c for c in marks if line.words[c].lower == "as"), None)


def _is_finite(line: Line, v: int) -> bool:
    word = line.words[v]
    if word.tag in ("VBD", "VBZ", "VBP") or (word.tag == "VBN" and word.dependency in ("advcl", "acl", "ROOT")):
        return True
    helped = (c for c in line.parse.children[v] if line.words[c].dependency in ("aux", "auxpass"))
    if word.dependency == "xcomp" and line.words[word.head].dependency == "acomp":
        return True  # "was careful to add"
    return word.tag in ("VBN", "VBG", "VB") and any(line.words[c].tag != "TO" for c in helped)


def _region(line: Line, first: int, last: int) -> tuple[int, int]:
    """The stretch around a block that belongs to it: the sentence, up to the nearest semicolons."""
    left, right = first, last
    while left > 0 and line.words[left - 1].text != ";":
        left -= 1
    while right + 1 < len(line.words) and line.words[right + 1].text != ";":
        right += 1
    return left, right


def _is_said(line: Line, v: int, first: int, last: int, strict: bool = False) -> bool:
    """Whether words first..last are more than adverbial matter of the word of speech itself."""
    words = line.words
    for i in range(first, last + 1):
        word = words[i]
        if (first <= word.head <= last and word.head != i) or line.is_mark(i):
            continue
        result = word.tag == "VBG" and word.lemma in RESULTS  # "…, he said, bringing the total to 530"
        if word.head == v and word.dependency in ADJUNCTS and not result:
            continue
        if (
            word.head == v
            and strict
            and word.dependency == "conj"
            and line.child(i, "nsubj", "nsubjpass", "expl") is None
        ):
            continue
        return True
    return False
