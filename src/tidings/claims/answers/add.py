"""What an answer repeats: the proposition told last before it, with the answer's own speaker and stance.

"A denial is a claim with the same proposition" (docs/claims.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tidings.claims.answers.belied import find_belied, find_set_right
from tidings.claims.answers.clause import Answer
from tidings.claims.answers.content import is_elided, tells_itself
from tidings.claims.answers.dismissal import REACH, find_dismissed
from tidings.claims.answers.disowned import AUTHORSHIP, DEEDS
from tidings.claims.answers.find import find_answers
from tidings.claims.answers.words import compares
from tidings.claims.attribution import Attribution, voices_at
from tidings.claims.drafts import Draft, Report, change
from tidings.records import Certainty, Count, Parse, Speaker, Word
from tidings.syntax import children, is_noun, subtree

FAR = 4  # sentences back for who says that he did not do it
POINTING = frozenset({"that", "this", "which", "it"})
SEVERAL = frozenset({"both", "them", "these", "those", "all"})
GONE = frozenset({"missing", "disappear", "disappeared", "vanish", "unaccounted"})
FIGURES = frozenset({"figure", "number", "toll", "count", "tally", "total", "estimate"})


def add_answers(drafts: Iterable[Draft], attributions: Sequence[Attribution], report: Report) -> list[Draft]:
    """The drafts, and a copy of each that somebody later denies or doubts without naming it again."""
    told = sorted(drafts, key=lambda draft: (draft.at, draft.mention.start))
    answers: list[Draft] = []
    turned: dict[int, Draft] = {}
    for at, parsed in enumerate(report.sentences):
        for answer in find_answers(parsed.parse):
            said_by = _speakers(answer, at, attributions, report)
            inside = _inside(answer, at, parsed.parse, told) or _taken_up_by_himself(
                answer, at, parsed.parse, told, said_by
            )
            for k in inside:
                if told[k].stance != "asserts" or answer.stance == "asserts":
                    continue
                if answer.stance == "denies" and told[k].said_by and told[k].said_by[-1:] != said_by[-1:]:
                    answers.append(
                        change(
                            told[k], "answers.named", stance="denies", hedged=False, said_by=said_by,
                            start=answer.start, end=answer.end,
                        )
                    )  # fmt: skip
                else:  # "the report that it fell is false": nobody is named who says so
                    turned[k] = change(
                        told[k], f"answers.inside:{answer.stance}", stance=answer.stance, hedged=False,
                        said_by=told[k].said_by or said_by,
                    )  # fmt: skip
            if not inside and not tells_itself(parsed.parse, answer):
                said = list(_repeat(answer, at, told, said_by, parsed.parse, report))
                turned.update(_kept_at_distance(answer, at, told, said_by, parsed.parse, report))
                answers.extend(said)
                turned.update({k: d for d in said for k in _taken_back(d, told, answer)})
    for k, denied, stands in find_belied(told, report):
        if stands:
            answers.append(denied)
        else:
            turned[k] = denied
    for attribution in attributions:
        answers.extend(find_dismissed(attribution, told, report))
    set_right = find_set_right(told, report)
    kept = [turned.get(k, draft) for k, draft in enumerate(told) if k not in set_right]
    return [*kept, *(draft for draft in answers if draft not in kept)]


def _kept_at_distance(
    answer: Answer, at: int, told: Sequence[Draft], said_by: tuple[Speaker, ...], parse: Parse, report: Report
) -> dict[int, Draft]:
    """ "This could not be confirmed", said by nobody: the report keeps its distance from what it told."""
    if answer.stance != "doubts" or said_by or answer.acts:
        return {}
    answered = _answered(answer, at, told, parse, report)
    return {k: change(d, "answers.distance", hedged=True) for k, d in enumerate(told) if d in answered}


def _taken_back(denial: Draft, told: Sequence[Draft], answer: Answer) -> list[int]:
    """What the report says in its own voice and then takes back itself was never asserted: "…. It had not"."""
    if denial.said_by or denial.counts or answer.acts:
        return []  # a truce that is turned down was proposed, who has turned up was missing
    return [
        k for k, d in enumerate(told)
        if d.mention == denial.mention and d.act == denial.act and not d.said_by
        and d.certainty in ("happened", "ongoing")
    ]  # fmt: skip


def _inside(answer: Answer, at: int, parse: Parse, told: Sequence[Draft]) -> list[int]:
    """Which drafts the answered words name themselves: "reports that the town had fallen are false"."""
    if answer.what is None:
        return []
    content = [c for c in children(parse, answer.verb, "ccomp") if c > answer.what]  # "retracted its word that …"
    words = [parse.words[i] for top in (answer.what, *content) for i in subtree(parse, top)]
    words = [w for w in words if not answer.verb <= w.index or answer.what > answer.verb]
    if not words:
        return []
    start, end = words[0].start, max(w.end for w in words)
    return [
        k for k, d in enumerate(told)
        if d.at == at and not d.is_speech and start <= d.mention.start < end and not _only_marks(parse.words[d.head])
    ]  # fmt: skip


def _taken_up_by_himself(
    answer: Answer, at: int, parse: Parse, told: Sequence[Draft], said_by: tuple[Speaker, ...]
) -> list[int]:
    """What a speaker tells only to call it untrue in the same breath: "They took it, that is not true"."""
    if answer.what is None or parse.words[answer.what].lower not in POINTING or not said_by:
        return []
    start = parse.words[answer.what].start
    before = [k for k, d in enumerate(told) if d.at == at and not d.is_speech and d.mention.start < start]
    return [k for k in before[-1:] if told[k].said_by == said_by and told[k].stance == "asserts"]


def _only_marks(word: Word) -> bool:
    """Whether an act only tells which persons are meant: "the abducted girls"."""
    return word.dependency == "amod" and word.tag in ("VBN", "VBG")


def _repeat(
    answer: Answer, at: int, told: Sequence[Draft], said_by: tuple[Speaker, ...], parse: Parse, report: Report
) -> Iterator[Draft]:
    if not said_by and ((answer.stance != "denies" and not answer.acts) or answer.needs_speaker):
        return  # "could not be verified": the report keeps its distance, nobody answers
    for told_before in _answered(answer, at, told, parse, report):
        draft = told_before
        if draft.at == at:  # who says what is answered does not say the answer too
            said_by = (
                tuple(name for name in said_by[:-1] if name != draft.said_by[-1:][0]) + said_by[-1:]
                if draft.said_by
                else said_by
            )
        own = said_by[-1:] if _is_about_author(answer, parse) else ()
        if own and isinstance(own[0], str):
            draft = change(draft, "answers.author", actor=(own[0],))
        elif answer.said_by is not None and said_by and draft.said_by[-1:] == said_by[-1:] and draft.actor:
            said_by = (*draft.said_by[:-1], draft.actor[0])  # a charge is rejected by whom it is laid against
        if draft.said_by[-1:] != said_by[-1:] or not said_by:
            yield change(
                draft, f"answers.{answer.stance}", at=at, start=answer.start, end=answer.end, stance=answer.stance,
                said_by=said_by, hedged=False, counts=_beyond(draft, answer, parse),
                certainty=_certainty(draft, answer, parse),
            )  # fmt: skip


def _beyond(draft: Draft, answer: Answer, parse: Parse) -> tuple[Count, ...]:
    """What "larger numbers" are, where nine were told: ten or more. An answer to the figure itself has none."""
    compared = None if answer.what is None else compares(parse, answer.what)
    if compared == "more":
        return tuple(msgspec.structs.replace(c, low=c.high + 1, high=None) for c in draft.counts if c.high is not None)
    if compared == "less":
        return tuple(msgspec.structs.replace(c, low=None, high=c.low - 1) for c in draft.counts if c.low is not None)
    return ()


def _certainty(draft: Draft, answer: Answer, parse: Parse) -> Certainty:
    """What was planned and then "did not" happen is denied as a fact."""
    if answer.of_plan or answer.certainty:
        return answer.certainty or draft.certainty
    verb = parse.words[answer.verb]
    is_past = answer.what is None and verb.lemma in ("do", "have", "be")
    return "happened" if is_past and draft.certainty in ("planned", "possible") else draft.certainty


def _speakers(answer: Answer, at: int, attributions: Sequence[Attribution], report: Report) -> tuple[Speaker, ...]:
    """Whoever answers, after those who pass the answer on."""
    verb = report.sentences[at].parse.words[answer.verb]
    own = [a for a in attributions if a.sentence == at and a.cue_start <= verb.start < a.cue_end and a.speaker]
    around = [a for a in attributions if a not in own]
    chain = voices_at(around, verb.start, verb.end, report.publisher)[0].said_by
    if own:
        return (*chain, own[0].speaker) if own[0].speaker else chain
    named = [m for m in report.mentions[at].actors if m.head == answer.said_by]
    if named:
        return (*chain, str(named[0].means))
    subject = None if answer.said_by is None else report.sentences[at].parse.words[answer.said_by]
    return (*chain, subject.lower) if answer.needs_speaker and subject and is_noun(subject) else chain


def _answered(answer: Answer, at: int, told: Sequence[Draft], parse: Parse, report: Report) -> list[Draft]:
    """What the answer stands for, out of the nearest sentence that tells something."""
    before = [d for d in told if d.mention.start < answer.start and not d.is_speech and d.stance == "asserts"]
    before = [d for d in before if at - d.at <= (FAR if _is_about_author(answer, parse) else REACH)]
    before = [d for d in before if _can_be_answered(d, answer)]
    if not before or _names_it(answer, at, told):
        return []
    last = [d for d in before if d.at == before[-1].at]
    if _is_about_author(answer, parse):
        return [d for d in before if d.act.split(".")[0] in DEEDS][-1:]
    if answer.what is None:
        return last[-1:] if _takes_up_verb(answer, parse, last[-1], report) else []
    word = parse.words[answer.what]
    if word.lemma in FIGURES:
        last = [d for d in last if d.counts] or last
    lowers = {word.lower, *(parse.words[c].lower for c in parse.children[answer.what])}
    if not SEVERAL.isdisjoint(lowers) or word.tag == "NNS":
        return last
    return last[-1:]


def _names_it(answer: Answer, at: int, told: Sequence[Draft]) -> bool:
    """Whether the answer's own words name what is turned down, or what was not heard."""
    own = [d for d in told if d.at == at and answer.start <= d.mention.start < answer.end and not d.is_speech]
    if answer.of_plan:
        return any(d.act != "talk.break" for d in own)
    return bool(answer.acts) and any(d.act.startswith(answer.acts) for d in own)


def _can_be_answered(draft: Draft, answer: Answer) -> bool:
    """Whether an answer that speaks of plans alone, or of some acts alone, can speak of a draft."""
    if answer.of_plan and draft.certainty not in ("planned", "possible"):
        return False
    if draft.act == "harm.abduct" and "harm.abduct" in answer.acts:
        return any(not GONE.isdisjoint(part) for part in draft.row.words)  # who was kidnapped and is back was kidnapped
    return not answer.acts or draft.act.startswith(answer.acts)


def _takes_up_verb(answer: Answer, parse: Parse, draft: Draft, report: Report) -> bool:
    """ "They were not": the verb that is left out was told with "be" too: "were shot at", "were under siege"."""
    if parse.words[answer.verb].lemma != "be" or not is_elided(parse, answer.verb):
        return True
    before = report.sentences[draft.at].parse
    near = [before.words[i] for i in (draft.head, before.words[draft.head].head)]
    beside = [before.words[c] for w in near for c in before.children[w.index]]
    return any(w.lemma == "be" for w in (*near, *beside))


def _is_about_author(answer: Answer, parse: Parse) -> bool:
    """Whether an answer only says who did it: "denied involvement", "was not behind it"."""
    return answer.of_author or (answer.what is not None and parse.words[answer.what].lemma in AUTHORSHIP)
