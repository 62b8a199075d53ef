"""Speech given by a verb: what follows it, what stands before or around it, and where another speaker takes over."""

from __future__ import annotations

from tidings.claims.attribution.contents import HEARERS, content_of
from tidings.claims.attribution.cues import Cue, find_cues, leaves_open, make_cue
from tidings.claims.attribution.draft import Draft
from tidings.claims.attribution.page import Line, Page
from tidings.claims.attribution.speakers import RELATIVES, speaker_span, subject_of
from tidings.lexicons.speech import SpeechRow

NOT_OF_THE_CUE = frozenset("ccomp xcomp conj cc parataxis advcl punct relcl csubj csubjpass dep pcomp mark".split())
HEARSAY = frozenset("say believe allege claim estimate know".split())
ADJUNCTS = frozenset("prep advcl npadvmod advmod punct cc mark intj aux dative".split())
RESULTS = frozenset("bring raise leave kill wound injure cause force destroy damage push take put trap".split())
TAKES_OVER = frozenset("while whereas although though but and yet ; as".split())
BREAKS = frozenset(", : `` '' . HYPH -RRB-".split())
GOES_ON = frozenset("add say cite note quote stress insist claim warn accuse call blame".split())


def find_indirect(page: Page, line: Line) -> list[Draft]:
    """All verbs of speech of a sentence that give something said, and those whose words may stand in quotation marks."""
    drafts = []
    for cue in find_cues(line, page.speech):
        draft = _draft(page, line, cue)
        if draft is not None:
            drafts.append(draft)
    _reach_over(line, drafts)
    _share_out(line, drafts)
    for draft in drafts:
        _past_semicolons(line, draft, drafts)
    return drafts


def _back_over_semicolons(line: Line, draft: Draft, others: list[int]) -> None:
    """ "The north bank fell; the bridge was held, the command said": all of it, as far as nobody else speaks."""
    words = line.words
    first = _word_at(line, draft.content[0][0])
    left = first
    while left > 1 and words[left - 1].text == ";":
        start = next((i + 1 for i in range(left - 2, -1, -1) if words[i].text == ";"), 0)
        if any(start <= h < left for h in others) or any(w.lower == "according" for w in words[start:left]):
            break
        left = start
    if left < first:
        span = line.span(left, first - 1)
        draft.content[:0] = [span] if span else []


def _reach_over(line: Line, drafts: list[Draft]) -> None:
    """ "Said the port was lost and announced …": a second verb of the speaker that a parser hung inside what is said."""
    words = line.words
    for draft in drafts:
        verb = words[draft.head]
        if (
            verb.dependency != "conj"
            or verb.tag not in ("VBD", "VBZ", "VBP")
            or line.child(draft.head, "nsubj", "nsubjpass") is not None
        ):
            continue
        inner = words[verb.head]
        for outer in drafts:
            if (
                outer.head == inner.head
                and inner.dependency == "ccomp"
                and words[outer.head].tag == verb.tag != inner.tag
                and outer.source is not None
            ):
                draft.source, draft.source_words, draft.again = outer.source, outer.source_words, True


def _past_semicolons(line: Line, draft: Draft, drafts: list[Draft]) -> None:
    """What one speaker says goes on past a semicolon or a colon until another one is named."""
    words = line.words
    if not draft.content or not draft.row.links or draft.source is None or draft.kind != "indirect":
        return
    if not draft.clausal or words[draft.head].dependency in ("relcl", "acl"):
        return
    others = [
        d.head for d in drafts if d is not draft and d.row.links and (d.source is not None or d.naming is not None)
    ]
    if not draft.forward:
        return _back_over_semicolons(line, draft, others)
    last = max(_word_at(line, draft.content[-1][1] - 1), draft.block[1])
    stop = len(words) - 1
    if last + 1 >= stop or words[last + 1].text not in (";", ":"):
        return
    if (
        words[last + 1].text == ";"
        and any(h > last for h in others)
        or any(w.lower == "according" for w in words[last + 1 :])
    ):
        stop = min([h for h in others if h > last] or [len(words)])
        stop = max((i - 1 for i in range(last + 2, stop) if words[i].text == ";"), default=last)
    if stop > last + 1:
        _fill(line, draft, last + 2, stop)


def _draft(page: Page, line: Line, cue: Cue) -> Draft | None:
    source = subject_of(line, cue.head)
    if source is None and line.child(cue.head, "auxpass") is None:
        source = _after_the_verb(line, cue.head)
    elif source is None:
        hearer = _hearer(line, cue.head)
        source = hearer if hearer is not None else _at_a_body(line, cue.head)
    if (
        source is not None
        and line.words[source].lower in ("it", "there")
        and line.child(cue.head, "auxpass") is not None
    ):
        source = None
    if source is not None and line.words[source].lemma in page.speech.words["not_speakers"]:
        return None
    for row in cue.rows:
        found = content_of(page, line, cue.head, row)
        if found is None:
            continue
        parts, head = found
        first = parts[-1][0]
        if source is not None and source == head:
            source = None
        draft = start_draft(line, cue, row, source)
        draft.forward = first > cue.head
        draft.clausal = line.words[head].dependency == "ccomp"
        if draft.forward and draft.block[1] >= first:
            draft.block = (draft.block[0], first - 1)
        for part in parts:
            _fill(line, draft, *part)
        if leaves_open(line, head) and draft.stance == "asserts":
            draft.stance = "doubts"
        _distance(line, draft, cue)
        return draft
    return _around(page, line, cue, source)


def start_draft(line: Line, cue: Cue, row: SpeechRow, source: int | None) -> Draft:
    """A draft with its speaker's phrase and the stretch of words that belong to the word of speech."""
    stance, hedged = cue.stance(row)
    draft = Draft(line, (cue.first, cue.last), row, source=source, stance=stance, hedged=hedged, head=cue.head)
    if source is not None:
        draft.source_words = speaker_span(line, source, cue.head)
    draft.block = _block(line, cue, draft.source_words)
    return draft


def _fill(line: Line, draft: Draft, first: int, last: int) -> None:
    span = line.span(first, last)
    if span:
        draft.content.append(span)


def _distance(line: Line, draft: Draft, cue: Cue) -> None:
    """Where nobody is named the report keeps its distance: "is said to have", "it was reported"."""
    if draft.source is None and line.child(cue.head, "auxpass") is not None:
        draft.hedged = draft.hedged or (draft.row.lemma not in HEARERS and draft.row.cue_class in HEARSAY)


def _hearer(line: Line, v: int) -> int | None:
    """ "Partners were told that …": where nobody is named who told them, they pass it on."""
    hearer = line.child(v, "nsubjpass")
    return hearer if line.words[v].lemma in ("tell", "inform") and hearer is not None else None


def _at_a_body(line: Line, v: int) -> int | None:
    """ "It was stated at the ministry"."""
    for c in line.parse.children[v]:
        if line.words[c].dependency == "prep" and line.words[c].lower in ("at", "from"):
            below = line.child(c, "pobj")
            if below is not None and line.words[below].entity == "ORG":
                return below
    return None


def _after_the_verb(line: Line, v: int) -> int | None:
    """ "…,” said the general": a speaker that was read as an object."""
    thing = line.child(v, "dobj", "attr")
    if (
        thing is None
        or thing < v
        or v == 0
        or not line.is_mark(v - 1)
        or line.words[v].tag not in ("VBD", "VBZ", "VBP")
    ):
        return None
    return thing


def _block(line: Line, cue: Cue, source: tuple[int, int] | None) -> tuple[int, int]:
    """The word of speech with its speaker, adverbs, time, place and hearer, as far as they stand together."""
    parts = [source] if source else []
    for c in line.parse.children[cue.head]:
        dependency = line.words[c].dependency
        beside = not any(line.words[i].text == "," for i in range(min(c, cue.head), max(c, cue.head)))
        if dependency in ("nsubj", "nsubjpass") and source and not source[0] <= c <= source[1] and not beside:
            continue  # "Five, says the mayor"
        if dependency not in NOT_OF_THE_CUE:
            parts.append((line.first(c), line.last(c)))
    first, last = cue.first, cue.last
    grown = True
    while grown:
        grown = False
        for a, b in parts:
            if a < first <= b + 1:
                first, grown = a, True
            if b > last >= a - 1:
                last, grown = b, True
            elif a < first and b > last:
                first, last, grown = a, b, True
    return first, last


def _around(page: Page, line: Line, cue: Cue, source: int | None) -> Draft | None:
    """What is said stands before the speaker or on both sides: "…, he said", "…, witnesses said, …", "as … put it"."""
    words = line.words
    row = next((r for r in cue.rows if "clause" in r.takes or not r.takes), None)
    head, cue = cue.head, _with_quoting(line, cue)
    quoted = words[cue.head].dependency == "advcl" and _mark_as(line, cue.head)
    if quoted:
        row = row or cue.rows[0]
    if row is None or (source is None and not quoted):
        return None
    draft = start_draft(line, cue, row, source)
    draft.head, draft.clausal = head, True
    first, last = draft.block
    if quoted:
        first = min(first, line.child(cue.head, "mark", "advmod") or first)
        draft.block = (first, last)
    if source is not None and words[source].lower in RELATIVES:
        return draft
    if not _is_clause(line, cue) or (
        first > 0 and words[first - 1].tag not in BREAKS and words[first - 1].pos != "PUNCT"
    ):
        return draft
    if not row.takes and (source is None or not _is_person(page, line, source)):
        return draft
    left, right = _region(line, first, last)
    if first > left + 1 and words[first - 2].dependency == "cc":  # "…, and, he said, …": only what follows
        left = first
    if first > left and (quoted or _is_said(line, cue.head, left, first - 1)):
        _fill(line, draft, left, first - 1)
    if (
        last < right
        and words[last + 1].text == ","
        and (draft.content or quoted or left == first)
        and _is_said(line, cue.head, last + 2, right, strict=True)
    ):
        _fill(line, draft, last + 1, right)
    ends = last + 1 >= right and not (last < right and words[last + 1].text == ":")
    if not draft.content and first > left and words[first - 1].text == "," and ends and row.takes:
        _fill(line, draft, left, first - 1)  # "Overnight: shelling in the port, says the rescue service."
    if not draft.content and first > left and last < right and words[first - 1].text == words[last + 1].text == ",":
        _fill(line, draft, left, first - 1)  # "In exchange, rebel sources say, for seven fighters."
        _fill(line, draft, last + 1, right)
    return draft


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


def _is_person(page: Page, line: Line, i: int) -> bool:
    word = line.words[i]
    return word.entity == "PERSON" or word.pos == "PRON" or word.lemma in page.speech.words["persons"]


def _mark_as(line: Line, v: int) -> bool:
    return any(
        line.words[c].lower == "as" and line.words[c].dependency in ("mark", "advmod") for c in line.parse.children[v]
    )


def _is_clause(line: Line, cue: Cue) -> bool:
    word = line.words[cue.head]
    if word.tag in ("VBD", "VBZ", "VBP"):
        return True
    return (
        word.tag in ("VBN", "VBG", "VB")
        and any(
            line.words[c].dependency in ("aux", "auxpass") and line.words[c].tag != "TO"
            for c in line.parse.children[cue.head]
        )
        or (word.tag == "VBN" and word.dependency in ("advcl", "acl"))
    )


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
    tops = [i for i in range(first, last + 1) if not first <= line.words[i].head <= last or line.words[i].head == i]
    for i in tops:
        word = line.words[i]
        if line.is_mark(i):
            continue
        if word.head == v and word.dependency in ADJUNCTS and not (word.tag == "VBG" and word.lemma in RESULTS):
            continue
        if (
            strict
            and word.head == v
            and word.dependency == "conj"
            and line.child(i, "nsubj", "nsubjpass", "expl") is None
        ):
            continue
        return True
    return False


def _share_out(line: Line, drafts: list[Draft]) -> None:
    """End what one speaker says where another takes over, or where the same one plainly goes on."""
    for draft in drafts:
        for other in drafts:
            if other is draft or not draft.content:
                continue
            place = line.words[other.cue[0] if other.again else other.block[0]].start
            k = next((k for k, (a, b) in enumerate(draft.content) if a <= place < b), None)
            if k is None or other.head < draft.head:
                continue
            if (
                place == draft.content[k][0]
            ):  # ", the ministry said, the agency reported": only its speaker, not its words
                if not draft.forward and not other.forward:
                    del draft.content[k:]
                continue
            _cut(line, draft, other, k)


def _cut(line: Line, draft: Draft, other: Draft, k: int) -> None:
    opener = (other.cue[0] if other.again else other.block[0]) - 1
    words = line.words
    own = line.child(other.head, "nsubj") is not None and other.row.links
    goes_on = (
        words[other.head].tag == "VBG" and other.row.lemma in GOES_ON and opener >= 0
        and words[opener].text == "," and line.is_below(other.head, draft.head)
        and words[other.head].dependency in ("advcl", "acl", "conj", "xcomp", "ccomp", "dep")
    )  # fmt: skip
    if goes_on and draft.row.links:
        if draft.source is not None and not _has_speaker_between(line, draft, other):
            other.source, other.source_words = draft.source, draft.source_words
    elif other.again and opener >= 0:
        pass
    elif not own or opener < 0 or words[opener].lower not in TAKES_OVER:
        return
    start, _ = draft.content[k]
    span = line.span(_word_at(line, start), opener - 1)
    draft.content[k:] = [span] if span else []


def _has_speaker_between(line: Line, draft: Draft, other: Draft) -> bool:
    """Whether the participle hangs on another word of speech inside what is said: "said the group refused, saying"."""
    head = line.words[other.head].head
    return head != draft.head and line.words[head].lemma in (
        "say",
        "refuse",
        "reject",
        "deny",
        "tell",
        "announce",
        "warn",
        "write",
        "reply",
        "claim",
    )


def _word_at(line: Line, offset: int) -> int:
    return next((w.index for w in line.words if w.end > offset), len(line.words) - 1)
