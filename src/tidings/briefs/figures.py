"""Figures as a sentence takes them: "27–30 soldiers", "more than 70 of 407 districts", "at least 3", "no civilians"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tidings.briefs.names import head_of, is_description, is_plural, list_up, one_of, tell_name
from tidings.briefs.words import is_in, load_words
from tidings.records import Count

SHARES = ("percent", "change_percent")
PEOPLES = re.compile(r"\w+(?:ans|ese|is)$")


def tell_figures(counts: Sequence[Count]) -> str:
    """Figures that stand apart from the verb: "12 people killed, 3 vehicles"."""
    return list_up([tell_figure(count) for count in counts])


def tell_figure(count: Count) -> str:
    """One figure with what is counted."""
    words = load_words()
    if count.what in SHARES:
        return _tell_share(count)
    if count.what in words.units:
        return f"{_total(count)}{_number(count)} {_frame(count)}{_unit(count, words.units[count.what])}"
    if count.what in words.money:
        return f"{_number(count)} {words.money[count.what]}" + (f" ({count.of})" if count.of else "")
    if count.what in words.harms:
        return " ".join(filter(None, (tell_people(count, ()), words.harms[count.what])))
    thing = count.of or count.what.replace("_", " ")
    return f"{_total(count)}{_number(count)} {_frame(count)}{_noun(count, thing)}"


def _unit(count: Count, names: tuple[str, str]) -> str:
    """A unit by its own name ("provincial capitals"), else with what it is of: "districts (contested)"."""
    if count.of and count.of.islower() and is_plural([count.of]):
        return _noun(count, count.of)
    return names[_is_many(count)] + (f" ({count.of})" if count.of else "")


def tell_people(count: Count, members_of: Sequence[str]) -> str:
    """People with their figure; `members_of` names the side or the people that the figure itself does not name."""
    if count.high == 0 and not count.of and not members_of:
        return "nobody"
    if count.low == count.high == 1 and not count.of and len(members_of) == 1 and not _is_side(members_of[0]):
        return tell_name(members_of[0])
    if _is_bare_plural(count):
        return _bare_plural(count.of, members_of)
    return f"{_total(count)}{_number(count)} {_frame(count)}{_members(count, members_of)}"


def tell_members(names: Sequence[str]) -> str:
    """People without a figure: of a side, its members; a description stays as it is."""
    if not names:
        return "people"
    return list_up([f"members of {tell_name(name)}" if _is_side(name) else tell_name(name) for name in names])


def is_many(counts: Sequence[Count]) -> bool:
    """Whether "were" follows the figures."""
    if len(counts) == 1 and counts[0].high == 0 and not counts[0].of:
        return False
    return len(counts) != 1 or _is_many(counts[0])


def _members(count: Count, members_of: Sequence[str]) -> str:
    if count.of and is_in(count.of.split()[0], load_words().names.determined):
        return f"people ({count.of})"
    if count.of:
        known = set(re.findall(r"\w+", count.of.lower()))
        sides = [name for name in members_of if _is_side(name) and not known & set(re.findall(r"\w+", name.lower()))]
        return _noun(count, count.of) + (f" of {list_up([tell_name(name) for name in sides])}" if sides else "")
    if members_of and all(_is_side(name) for name in members_of):
        sides_told = list_up([tell_name(name) for name in members_of])
        return f"{'members' if _is_many(count) else 'member'} of {sides_told}"
    if len(members_of) == 1 and is_plural(members_of):
        return _noun(count, members_of[0])
    people = "people" if _is_many(count) else "person"
    return f"{people} ({', '.join(members_of)})" if members_of else people


def _bare_plural(of: str | None, members_of: Sequence[str]) -> str:
    """Where the text has a plural and no number: an unstated number of them."""
    if of and PEOPLES.match(of) is None and of[:1].isupper():
        return f"members of {tell_name(of)}"
    return f"an unstated number of {of}" if of else f"an unstated number of {tell_members(members_of)}"


def _is_side(name: str) -> bool:
    """Whether this names a group, not people: "River Guard", but not "Afghans", "two boys" or a person."""
    if is_description(name):
        return not name[:1].islower() and is_in(head_of(name), load_words().names.bodies)
    return PEOPLES.match(name) is None and (tell_name(name) != name or is_plural([name]))


def _noun(count: Count, noun: str) -> str:
    if _is_side(noun):
        return f"{'members' if _is_many(count) else 'member'} of {tell_name(noun)}"
    if not _is_many(count):
        return one_of(noun)
    return noun if is_plural([noun]) or noun[:1].isupper() else _many(noun)


def _many(noun: str) -> str:
    if noun.endswith(("s", "craft", "wheat", "forces")):
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"


def _is_many(count: Count) -> bool:
    return not (count.low == 1 and count.high in (1, None))


def _total(count: Count) -> str:
    """A figure over a period is told as a total, so that nobody adds it to its parts."""
    return "a total of " if count.basis == "cumulative" and count.high != 0 and _is_many(count) else ""


def _frame(count: Count) -> str:
    return f"of {_plain(count.out_of)} " if count.out_of is not None else ""


def _tell_share(count: Count) -> str:
    if count.what == "percent":
        return f"{_number(count)} percent" + (f" of {count.of}" if count.of else "")
    return f"a change of {_number(count)} percent" + (f" in {count.of}" if count.of else "")


def _is_bare_plural(count: Count) -> bool:
    return count.low == 2 and count.high is None and not re.search(r"\d|two|couple|least", count.text)


def _number(count: Count) -> str:
    """The range in words. A vague word of the text ("dozens") is kept as it was printed."""
    low, high, words = count.low, count.high, load_words().figures
    printed = re.findall(r"[a-z]+", count.text.lower())
    if low is not None and high is not None:
        return _tell_range(low, high, count)
    if low is None and high is None:
        return "an unknown number of"
    if low is None or high is None:
        vague = next((word for word in printed if is_in(word, words["vague"])), None)
        if vague is not None and not re.search(r"\d", count.text):
            return _tell_vague(count.text, vague)
    if low is not None:
        return f"more than {_plain(low - 1)}" if _is_above(low, printed) else f"at least {_plain(low)}"
    top = high or 0
    if any(is_in(word, words["below"]) for word in printed):
        return f"fewer than {_plain(top + 1)}"
    return f"up to {_plain(top)}"


def _tell_range(low: float, high: float, count: Count) -> str:
    if high == 0:
        return "no"
    if low == high:
        return _plain(low)
    if count.about:
        return f"about {_plain(round((low + high) / 2))}"
    return f"{_plain(low)}–{_plain(high)}"


def _tell_vague(printed: str, vague: str) -> str:
    """The words of the text, as long as they are few: "dozens of", "several hundred"."""
    told = printed.strip().removesuffix(" of") if len(printed.split()) <= 4 else vague
    is_noun = vague == "handful" or (vague.endswith("s") and vague not in ("several", "numerous"))
    return f"{told} of" if is_noun else told


def _is_above(low: float, printed: Sequence[str]) -> bool:
    above = any(is_in(word, load_words().figures["above"]) for word in printed)
    return above or (low > 10 and (low - 1) % 10 == 0 and not printed)


def _plain(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,}"
