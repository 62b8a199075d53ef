"""Which time expression dates which act: the one in its own clause, or above it, but not the day it was spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tidings.claims.drafts import Draft, Report, change
from tidings.claims.logs import log_entries, take_day_of_log
from tidings.claims.schedules import is_due, is_known_already, is_scheduled, schedule
from tidings.lexicons.times import load_times
from tidings.records import Mention, Parse, Period
from tidings.syntax import ancestors, child, is_verb

AFTERWARDS = frozenset({"after", "before", "when", "while", "as", "since", "because", "once", "until"})
OVERNIGHT = "period: overnight"


def place_periods(drafts: Iterable[Draft], report: Report, cues: dict[int, frozenset[int]]) -> Iterator[Draft]:
    """The drafts with the period that their own sentence gives. `cues` are the words of speaking, by sentence."""
    entries = log_entries(report)
    for told in drafts:
        draft = told
        if draft.period is not None:
            yield draft  # told with its day
            continue
        parse = report.sentences[draft.at].parse
        periods = report.mentions[draft.at].periods
        draft = change(draft, "times.scheduled", certainty="planned") if is_due(draft, parse) else draft
        mention = _dating(draft, parse, periods, cues.get(draft.at, frozenset())) or _covering(draft, parse, periods)
        if mention is None or not isinstance(mention.means, Period):
            yield take_day_of_log(draft, report) if draft.at in entries else draft
        elif _is_finding(draft, parse):
            yield change(draft, "times.finding", period=Period())
        else:
            day = report.mentions[draft.at].day
            dated = change(draft, mention.made_by, period=mention.means)
            if is_scheduled(dated, parse, mention):
                yield schedule(dated, day)
            elif _look_ahead(dated, day) is not dated and is_known_already(dated, parse, mention):
                yield draft  # "will shut the border from March if the raids go on": the raids are no plan
            else:
                yield _look_ahead(dated, day)


def _is_finding(draft: Draft, parse: Parse) -> bool:
    """Whether a day beside the act is the day on which the dead were found: "bodies were found on Thursday"."""
    word, finding = parse.words[draft.head], load_times().finding
    above = (parse.words[i] for i in ancestors(parse, draft.head))
    verb = next((w for w in above if is_verb(w)), word)
    names = {word.lemma, word.lower.removesuffix("s")}  # a parser may take corpses for corps
    return draft.act == "harm.kill" and bool(names & finding["nouns"]) and verb.lemma in finding["verbs"]


def _covering(draft: Draft, parse: Parse, mentions: Iterable[Mention]) -> Mention | None:
    """The period that the report told of covers: "in its midyear report the mission said bombs had killed 80"."""
    covering = load_times().covering
    if draft.is_speech or draft.certainty != "happened":
        return None
    for mention in mentions:
        noun = parse.words[parse.words[mention.head].head]
        if mention.made_by in covering["rules"] and noun.lemma in covering["nouns"]:
            return mention
    return None


def _look_ahead(draft: Draft, day: date | None) -> Draft:
    """What lies after the day of publication has not happened: "next week's assault"."""
    first = draft.period.first if draft.period else None
    if (
        day is None
        or first is None
        or first <= day
        or draft.certainty not in ("happened", "ongoing")
        or draft.is_speech
    ):
        return draft
    return change(draft, "times.future", certainty="planned")


def _dating(draft: Draft, parse: Parse, mentions: Iterable[Mention], cues: frozenset[int]) -> Mention | None:
    hosts = [
        (mention, _host(parse, mention.head)) for mention in mentions if not _beyond_dash(parse, draft.head, mention)
    ]
    if not hosts:
        return None
    for i, crossed in _climb(parse, draft.head):
        here = [mention for mention, host in hosts if host == i]
        if i in cues and crossed and not draft.is_speech:
            here = [
                mention
                for mention in here
                if _is_before_speaker(parse, i, draft.head, mention.head)
                or _is_past_speaker(parse, i, draft.head, mention)
            ]
        if here:
            told = [mention for mention, host in hosts if host != i]
            is_confirmed = i in cues and not is_verb(parse.words[draft.head]) and not draft.is_speech
            return _best(
                told if told and is_confirmed else here
            )  # "confirmed today the capture on June 4 of a colonel"
        below = [mention for mention, host in hosts if _hangs_below(parse, host, i)] if i == draft.head else []
        if below:
            return _best(below)
    above = {i for i, _ in _climb(parse, draft.head)}
    interposed = [
        mention
        for mention, host in hosts
        if host in cues and parse.words[host].head in above and _is_past_speaker(parse, host, draft.head, mention)
    ]
    if interposed and not draft.is_speech:
        return _best(interposed)
    return next((mention for mention, host in hosts if _is_at_the_time(parse, host, draft.head)), None)


def _is_before_speaker(parse: Parse, cue: int, head: int, i: int) -> bool:
    """Whether a time stands between what is told and a speaker who follows it: "shelled it, on Sunday, he said"."""
    speaker = child(parse, cue, "nsubj")
    return speaker is not None and head < i < speaker < cue


def _is_past_speaker(parse: Parse, cue: int, head: int, mention: Mention) -> bool:
    """Whether a time opens a clause that a speaker breaks into: "On Tuesday, the ministry says, the forces took it"."""
    if not mention.head < cue < head or cue + 1 >= len(parse.words) or parse.words[cue + 1].text != ",":
        return False
    behind = [word for word in parse.words if word.start >= mention.end][:1]
    return bool(behind) and behind[0].text == "," and not any(is_verb(w) for w in parse.words[behind[0].index : cue])


def _is_at_the_time(parse: Parse, host: int, head: int) -> bool:
    """Whether a clause with "as", "when" or "while" below the trigger holds the time: "died as they fled on Sunday"."""
    word = parse.words[host]
    if word.dependency != "advcl" or word.head != head:
        return False
    marks = (parse.words[c] for c in parse.children[host] if parse.words[c].dependency in ("mark", "advmod"))
    return any(mark.lower in ("as", "when", "while") for mark in marks)


def _best(mentions: Sequence[Mention]) -> Mention:
    """The first that gives a day; a night without a name gives way to a day that has one."""
    known = [mention for mention in mentions if mention.means != Period()]
    named = [mention for mention in known if mention.made_by != OVERNIGHT]
    return (named or known or list(mentions))[0]


def _beyond_dash(parse: Parse, head: int, mention: Mention) -> bool:
    """A semicolon parts what a parser still hangs together."""
    low, high = sorted((parse.words[head].start, mention.start))
    return any(w.text == ";" and low < w.start < high for w in parse.words)


def _host(parse: Parse, i: int) -> int:
    """The verb or the noun of an act that a time expression hangs on."""
    at, seen = i, 0
    while parse.words[i].head != i and seen < 8:
        i = parse.words[i].head
        seen += 1
        if (is_verb(parse.words[i]) or parse.words[i].pos == "NOUN") and not _is_before_clause(parse, at, i):
            return i
    return i


def _is_before_clause(parse: Parse, at: int, verb: int) -> bool:
    """Whether a time stands before the word that opens a verb's clause: "fell on Friday after it had been shelled"."""
    word = parse.words[verb]
    if word.dependency == "ccomp" and _is_between(parse, word.head, at, verb):
        return True
    openers = [c for c in parse.children[verb] if parse.words[c].dependency in ("mark", "prep") and at < c < verb]
    if word.dependency == "advcl" and word.head <= at and openers:
        return True
    return word.dependency in ("advcl", "ccomp", "conj") and any(
        parse.words[c].dependency == "mark" and parse.words[c].lower in AFTERWARDS for c in openers
    )


def _is_between(parse: Parse, speech: int, at: int, verb: int) -> bool:
    """Whether a time stands right behind a verb of speech and before its clause: "said on Monday it had no word"."""
    subject = child(parse, verb, "nsubj", "nsubjpass")
    return subject is not None and speech < at <= speech + 2 and at < subject < verb


def _climb(parse: Parse, i: int) -> Iterator[tuple[int, bool]]:
    """The trigger and the words above it; true once a clause of reported speech was left."""
    crossed, seen = False, 0
    yield i, crossed
    while parse.words[i].head != i and seen < 6:
        dependency = parse.words[i].dependency
        if dependency in ("relcl", "parataxis") and seen:
            return
        crossed = crossed or dependency in ("ccomp", "parataxis")
        i = parse.words[i].head
        seen += 1
        yield i, crossed


def _hangs_below(parse: Parse, host: int, top: int) -> bool:
    """Whether a host is part of the trigger's own phrase, not of a clause of its own below it."""
    seen = 0
    while host != top and parse.words[host].head != host and seen < 8:
        dependency = parse.words[host].dependency
        if dependency in ("ccomp", "relcl", "advcl", "parataxis") or (
            dependency == "conj" and is_verb(parse.words[host])
        ):
            return False
        host = parse.words[host].head
        seen += 1
    return host == top
