"""Places as a sentence takes them: "Khash (Badakhshan)", "in northern Bosnia", "at the bridge", "on the road"."""

from __future__ import annotations

from collections.abc import Sequence

from tidings.briefs.names import head_of, list_up
from tidings.briefs.words import is_in, load_words


def tell_places(places: Sequence[str]) -> str:
    """The places side by side, with an article where one is only described."""
    return list_up([tell_place(place) for place in places])


def tell_place(place: str) -> str:
    return f"the {place}" if _is_described(place) or _is_body(place) else place


def tell_in_places(places: Sequence[str]) -> str:
    """The places with "in", "at" or "on"; told once where all take the same."""
    if is_in(places[0].split(" ")[0], load_words().places["prepositions"]):
        return list_up(places)
    told = [(_preposition(place), tell_place(place)) for place in places]
    if len({preposition for preposition, _ in told}) == 1:
        return f"{told[0][0]} {list_up([place for _, place in told])}"
    return list_up([f"{preposition} {place}" for preposition, place in told])


def tell_way(preposition: str, places: Sequence[str]) -> str:
    """Where to: "to Goma", "for the river", "across the border", "home"."""
    words = load_words().places
    if is_in(places[0].split(" ")[0], words["prepositions"]):
        return list_up(places)
    if preposition == "to" and is_in(places[0], words["bare"]):
        return list_up(places)
    return f"{preposition} {tell_places(places)}"


def _is_described(place: str) -> bool:
    words = load_words()
    first = place.split(" ", maxsplit=1)[0]
    bare = f"{words.places['bare']} {words.places['prepositions']}"
    if not first[:1].islower() or is_in(first, words.names.determined) or is_in(first, bare):
        return False
    return not _is_region(place)


def _is_body(place: str) -> bool:
    """Whether it is a body by a name of its own: "US embassy (Goma)"."""
    head = head_of(place)
    return " " in place.split(" (", maxsplit=1)[0] and head.islower() and is_in(head, load_words().names.only_one)


def _is_region(place: str) -> bool:
    first, *others = place.split() or [""]
    return is_in(first, load_words().places["regions"]) and bool(others) and others[0][:1].isupper()


def _preposition(place: str) -> str:
    words, head = load_words().places, head_of(place)
    if is_in(head, words["along"]):
        return "on"
    if is_in(head, words["inside"]):
        return "in"
    return "at" if _is_described(place) or is_in(head, words["outside"]) else "in"
