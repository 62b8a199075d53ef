"""Figures that count nothing: dates, years, ages, clock times, labels, scores, telephone numbers.

Distances, spans of time, calibres and degrees are known by their noun (quantities.toml, `never`); these here by what
stands around the figure.
"""

from __future__ import annotations

from tidings.lexicons.quantities import Quantities
from tidings.lexicons.times import load_times
from tidings.mentions.counts.figures import Figure
from tidings.mentions.counts.nouns import Counted
from tidings.mentions.counts.subjects import find_told
from tidings.mentions.counts.units import NEVER, PEOPLE, is_person
from tidings.mentions.counts.words import HYPHENS, Words, lower_at
from tidings.records import Word

BEFORE_YEAR = frozenset(
    {"in", "since", "the", "of", "by", "until", "from", "during", "'s", "’s", "after", "before", "till", "for", "to"}
)
CLOCK = frozenset({"DATE", "TIME", "ORDINAL"})
# a number inside such a name belongs to the name: "Channel 4", "Area 51", "Security Council Resolution 2254"
NAMES = frozenset({"ORG", "FAC", "PRODUCT", "LAW", "GPE", "PERSON", "EVENT", "WORK_OF_ART", "LOC"})
# months of other calendars, by the words that stand next to the figure: "3 Muharram 1413", "5 Jumada al-thani"
MONTHS = frozenset(name.split()[0] for row in load_times().islamic + load_times().solar for name in row.names)
PLACES = frozenset({"city", "village", "district", "province", "municipality"})
OLDEST = 110
LONGEST = 9  # digits without a separator: more is a telephone or account number


def is_never(words: Words, figure: Figure, counted: Counted, q: Quantities) -> bool:
    """Whether a figure counts nothing that the field counts."""
    return (
        counted.unit.what == NEVER
        or _is_date(words, figure, q)
        or _is_year(words, figure, counted)
        or _is_age(words, figure, counted, q)
        or _is_label(words, figure, counted, q)
        or _is_joined(words, figure)
        or _is_score(words, figure, counted, q)
        or _is_code(words, figure)
        or _is_broken(figure, counted, q)
        or _is_hour_or_size(words, figure, counted, q)
        or lower_at(words, figure.first - 1) == "not"  # "not one soldier" denies
        or (not counted.unit.is_known and not counted.flags and words[figure.at].entity in CLOCK)
    )


def _is_date(words: Words, figure: Figure, q: Quantities) -> bool:
    """ "12 May", "May 12", "12 and 13 May", "Sept. 12"."""
    months = MONTHS | frozenset(q.table.months["words"])
    after = figure.last_number + 1
    while (
        lower_at(words, after) in ("and", "to", "or", "of", ",")
        or lower_at(words, after) in HYPHENS
        or lower_at(words, after).isdigit()
    ):
        after += 1
        if after > figure.last_number + 3:
            break
    for p in (after, figure.at - 1):
        if lower_at(words, p) in months and _is_named(words[p]) and _is_small(figure):
            return True
    return (
        _is_small(figure)
        and lower_at(words, figure.at - 2) in months
        and words[figure.at - 2].entity == "DATE" == words[figure.at].entity
    )


def _is_named(word: Word) -> bool:
    """Whether a month's name is one here, not a verb ("may", "march")."""
    return word.tag == "NNP" or word.entity == "DATE" or (word.lower in MONTHS and word.text[:1].isupper())


def _is_small(figure: Figure) -> bool:
    return figure.low is not None and figure.low <= 31 and not figure.is_vague


def _is_year(words: Words, figure: Figure, counted: Counted) -> bool:
    word = words[figure.last_number]
    text = words[figure.at].text
    if len(text) != 4 or not text.isdigit() or not 1500 <= int(text) <= 2100:
        return False
    if figure.rule not in ("digits", "about", "to", "from", "over", "under", "range") or word.entity == "DATE":
        return True
    before = lower_at(words, figure.at - 1)
    if counted.is_alone and not counted.unit.is_state:
        return before in BEFORE_YEAR or word.dependency not in ("dobj", "nsubj", "nsubjpass", "attr")
    return not counted.unit.is_known or (before in BEFORE_YEAR and counted.unit.what != PEOPLE)


def _is_age(words: Words, figure: Figure, counted: Counted, q: Quantities) -> bool:
    """ "aged 12", "a girl of seven", "Anna Brandt, 34,", "Anna Brandt (34)", "between the ages of 9 and 12"."""
    before = lower_at(words, figure.at - 1)
    if before in ("aged", "age", "ages") or (before == "of" and lower_at(words, figure.at - 2) in ("age", "ages")):
        return True
    if lower_at(words, figure.at - 1) in ("and", "to", "between", "or") and any(
        lower_at(words, p) in ("aged", "ages", "age") for p in range(figure.at - 5, figure.at)
    ):
        return True
    if not counted.is_alone or counted.unit.is_state or figure.low is None or not 0 < figure.low <= OLDEST:
        return False
    if before == "of":
        return _is_one_person(words, figure.at - 2, q)
    after = lower_at(words, figure.last + 1)
    bracketed = before == "(" and after == ")"
    apposed = before == "," and after in (",", ".", "and", "")
    return (bracketed or apposed) and (
        words[figure.at - 2].pos == "PROPN" or (bracketed and _is_one_person(words, figure.at - 2, q))
    )


def _is_one_person(words: Words, p: int, q: Quantities) -> bool:
    return p >= 0 and words[p].tag == "NN" and words[p].lemma not in q.bands and is_person(words, p, q)


def _is_label(words: Words, figure: Figure, counted: Counted, q: Quantities) -> bool:
    """ "Highway 1", "17th Brigade" being one word, "Resolution 2254", "No. 5", "Boeing 737"."""
    if figure.first != figure.at or figure.at == 0 or figure.rule not in ("digits", "words", "range"):
        return False
    before, word = words[figure.at - 1], words[figure.last_number]
    if word.entity in NAMES and not word.entity_starts and before.entity == word.entity:
        return True
    if counted.unit.is_known and not counted.is_alone:
        return False
    if before.lower in q.labels or (before.lower == "." and lower_at(words, figure.at - 2) in ("no", "nos", "tel")):
        return True
    hangs_on = word.dependency in ("nummod", "appos", "npadvmod", "compound") and word.head <= before.index
    return before.pos == "PROPN" and hangs_on and not counted.unit.is_state and word.text[0].isdigit()


def _is_joined(words: Words, figure: Figure) -> bool:
    """ "three-day", "2014-05-12", "F-16": a figure tied by a hyphen to a word that is no part of it."""
    before, after = figure.at - 1, figure.last + 1
    if before >= 0 and words[before].end == words[figure.at].start and before >= figure.first - 1:
        tie = words[before].lower
        if (
            (tie in HYPHENS or tie in ("/", ":", "+", "#", "№"))
            and figure.first == figure.at
            and before > 0
            and tie != "—"
        ):
            return words[before - 1].end == words[before].start or tie in ("+", "#", "№")
    if after >= len(words) or words[after].start != words[figure.last].end:
        return False
    return lower_at(words, after) in HYPHENS - {"—"} or lower_at(words, after) in ("/", ":", "x", "°")


def _is_score(words: Words, figure: Figure, counted: Counted, q: Quantities) -> bool:
    """ "lost 2-3", "won by 5 to 3"."""
    if counted.unit.is_known or figure.rule not in ("range", "digits"):
        return False
    if figure.rule == "digits" and lower_at(words, figure.last + 1) != "to" and lower_at(words, figure.at - 1) != "to":
        return False
    contests = q.table.contests["words"]
    return any(
        words[p].lower in contests or words[p].lemma in contests
        for p in range(max(0, figure.at - 5), min(len(words), figure.last + 5))
    )


def _is_code(words: Words, figure: Figure) -> bool:
    """Telephone and account numbers: too many digits, or one bare run of digits beside another."""
    text = words[figure.at].text
    if text.isdigit() and len(text) > LONGEST:
        return True
    following, before = words[figure.last + 1 : figure.last + 2], words[figure.at - 1 : figure.at] if figure.at else ()
    return any(_is_bare_digits(word.text) and text.isdigit() for word in (*following, *before))


def _is_broken(figure: Figure, counted: Counted, q: Quantities) -> bool:
    """ "22.10", "12.5": there are no broken people or things; such a figure is a clock time or a measure."""
    is_measured = counted.unit.what in q.plain_units or counted.unit.what in q.currencies.values()
    return not is_measured and any(isinstance(value, float) for value in (figure.low, figure.high))


def _is_hour_or_size(words: Words, figure: Figure, counted: Counted, q: Quantities) -> bool:
    """ "at four", and "a town of 40,000", whose people nobody counts for what was done to it."""
    if not counted.is_alone or counted.unit.is_known or counted.flags or figure.first == 0:
        return False
    before = words[figure.first - 1]
    if before.lower == "of":
        owner = words[figure.first - 2] if figure.first > 1 else before
        return q.units.get(owner.lemma) in PLACES and owner.tag == "NN"
    is_an_hour = figure.low is not None and figure.low <= 24 and figure.rule in ("digits", "words", "about")
    return before.lower == "at" and is_an_hour and find_told(words, figure.last_number, q) is None


def _is_bare_digits(text: str) -> bool:
    return text.isdigit() and not (len(text) == 4 and text[:2] in ("18", "19", "20"))
