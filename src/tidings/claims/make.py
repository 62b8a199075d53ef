"""The making of claims, in order: frames, speakers, certainty, periods, figures, what is inherited, and assembly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from tidings.claims.answers import add_answers, answer_questions, split_failed_plans, tell_blamed
from tidings.claims.assemble import assemble
from tidings.claims.attribution import find_attributions
from tidings.claims.drafts import Draft, Report, SentenceMentions, change
from tidings.claims.either import join_alternatives, share_figures
from tidings.claims.figures import FigureRules, place_figures
from tidings.claims.frames import make_drafts
from tidings.claims.handed_down import place_counted
from tidings.claims.inherit import inherit
from tidings.claims.metonyms import name_doers, name_speakers
from tidings.claims.own_days import split_by_days
from tidings.claims.references import settle_references
from tidings.claims.repeats import leave_out_mere_mentions
from tidings.claims.scope import judge
from tidings.claims.sides import fill_sides
from tidings.claims.speakers import cue_words, place_speakers
from tidings.claims.suspected import is_suspected
from tidings.claims.tallies import add_tallies
from tidings.claims.times import place_periods
from tidings.claims.unnamed_places import name_places
from tidings.claims.victims import share_victims
from tidings.lexicons.classes import WordClasses
from tidings.records import Claim, Document, Parse, ParsedSentence


class Grammar(msgspec.Struct, frozen=True):
    """What the making of claims is handed from outside: light verbs, word classes, and how figures fit acts."""

    light: frozenset[str]
    classes: WordClasses
    figures: FigureRules


def make_claims(
    document: Document, sentences: Sequence[ParsedSentence], mentions: Sequence[SentenceMentions], grammar: Grammar
) -> list[Claim]:
    """The claims of one document; `mentions[i]` is what was found in `sentences[i]`."""
    report = Report(document.text, document.publisher, document.published, sentences, mentions)
    report = settle_references(report, grammar.classes)
    report = name_places(report)
    attributions = find_attributions(sentences, document.text)
    cues = cue_words(report, attributions)
    drafts: Iterable[Draft] = make_drafts(report, grammar.light, grammar.classes)
    drafts = add_tallies(drafts, report)
    drafts = judge_drafts(drafts, report, cues)
    drafts = place_speakers(drafts, attributions, report, cues)
    drafts = name_doers(drafts)
    drafts = place_periods(drafts, report, cues)
    drafts = share_victims(drafts, report)
    drafts = inherit(drafts, report)
    drafts = fill_sides(drafts, report)
    drafts = place_figures(drafts, report, grammar.figures)
    drafts = place_counted(drafts, report)
    drafts = split_by_days(drafts, report)
    drafts = share_figures(join_alternatives(drafts, report), report)
    drafts = answer_questions(drafts, attributions, report)
    drafts = leave_out_mere_mentions(drafts, report)
    drafts = tell_blamed(drafts, report)
    drafts = add_answers(drafts, attributions, report)
    drafts = split_failed_plans(drafts, report)
    return assemble(name_speakers(drafts, report), document, report)


def judge_drafts(drafts: Iterable[Draft], report: Report, cues: dict[int, frozenset[int]]) -> Iterator[Draft]:
    """The drafts with stance and certainty as their own sentence's grammar gives them."""
    for draft in drafts:
        parse = report.sentences[draft.at].parse
        judgement = judge(parse, _telling_word(draft, parse), draft.row, cues.get(draft.at, frozenset()))
        doubts_who = ("scope.hedged:suspected",) if is_suspected(draft, parse) else ()
        yield change(
            draft,
            *judgement.rules,
            *doubts_who,
            stance=judgement.stance,
            certainty=judgement.certainty,
            hedged=judgement.hedged or bool(doubts_who),
        )


def _telling_word(draft: Draft, parse: Parse) -> int:
    """The word whose grammar tells what becomes of the act: of "the guns fell silent" the verb, not its subject."""
    above = parse.words[parse.words[draft.head].head]
    subject = parse.words[draft.head].dependency in ("nsubj", "nsubjpass")
    inside = draft.mention.start <= above.start and above.end <= draft.mention.end
    return above.index if subject and inside else draft.head
