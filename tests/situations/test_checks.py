"""Arithmetic that does not come out is told with its likely cause, and nothing is repaired."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.events.literal import claim, figure
from tests.situations.folding import Row, figures, fold, killed, total
from tidings.records import Claim

HELD: dict[str, Any] = {"what": "district", "act": "territory.hold", "basis": None, "place": "Norland", "of": None}


def checks(*claims: Claim) -> list[Row]:
    return fold(*claims)["figure_checks"]


def told(*claims: Claim) -> list[tuple[str, str, str | None]]:
    return [(row["kind"], row["found"], row["cause"]) for row in checks(*claims)]


def half_year(dead: int, hurt: int, both: int) -> list[Claim]:
    return [
        total("alpha-1", dead),
        total("alpha-1", hurt, what="injured", of=None, at=9),
        total("alpha-1", both, what="casualties", at=19),
    ]


def test_killed_and_injured_that_make_the_casualties_are_not_told() -> None:
    assert told(*half_year(1659, 3524, 5183)) == []


def test_transposed_digits_are_named() -> None:
    claims = half_year(1659, 3254, 5183)
    assert told(*claims) == [
        ("sum", "1,659 killed and 3,254 injured make 4,913, not 5,183 casualties", "transposed digits: 3,254 for 3,524")
    ]
    assert {row["low"] for row in figures(*claims)} == {1659, 3254, 5183}


def test_a_sum_that_is_off_otherwise_has_no_cause() -> None:
    ((_, found, cause),) = told(*half_year(1659, 3000, 5183))
    assert (found, cause) == ("1,659 killed and 3,000 injured make 4,659, not 5,183 casualties", None)


def test_another_reports_casualties_of_the_same_period_check_a_sum_too() -> None:
    dead, hurt, both = half_year(1695, 3524, 5183)
    other = total("beta-1", 5183, what="casualties")
    ((kind, _, cause),) = told(dead, hurt, other)
    assert (kind, cause) == ("sum", "transposed digits: 1,695 for 1,659")
    assert told(dead, hurt, total("beta-1", 5183, what="casualties", last=date(1999, 3, 31))) == []
    assert len(told(dead, hurt, both, other)) == 1


def districts(*numbers: int, frame: int = 407) -> list[Claim]:
    sides: list[dict[str, Any]] = [{"actor": "League"}, {"actor": ("League", "Army")}, {"actor": "Army"}]
    return [
        killed("alpha-1", number, at=9 * n, out_of=frame if n == 0 else None, **HELD, **side)
        for n, (number, side) in enumerate(zip(numbers, sides, strict=False))
    ]


def test_districts_that_do_not_share_out_the_frame_are_told() -> None:
    found = "73 + 120 + 124 make 317, not 407"
    assert told(*districts(73, 120, 124)) == [("frame", found, "transposed digits: 120 for 210, or 124 for 214")]
    right = killed("beta-1", 210, **HELD, actor=("League", "Army"))
    assert told(*districts(73, 120, 124), right) == [("frame", found, "transposed digits: 120 for 210")]
    assert told(*districts(73, 210, 124)) == []
    assert told(*districts(73, 120)) == []


def test_more_than_there_are_is_told() -> None:
    ((kind, found, _),) = told(killed("alpha-1", 41, out_of=34, **HELD, actor="League"))
    assert (kind, found) == ("frame", "41 of 34 are more than there are")


def test_parts_of_a_period_that_do_not_make_the_whole_are_told() -> None:
    spring: dict[str, Any] = {"first": date(1999, 1, 1), "last": date(1999, 3, 31)}
    april: dict[str, Any] = {"first": date(1999, 4, 1), "last": date(1999, 4, 30)}
    part, rest = total("alpha-1", 300, **spring), total("alpha-1", 120, at=9, **april)
    ((kind, found, _),) = told(total("alpha-1", 500, at=19), part, rest)
    assert (kind, found) == ("parts", "300 to 1999-03-31 and 120 from 1999-04-01 make 420, not 500")
    assert told(total("alpha-1", 420, at=19), part, rest) == []
    assert told(total("alpha-1", 500, at=19), total("beta-1", 300, **spring), rest) == []


def test_a_series_that_falls_is_told_and_one_of_another_origin_is_not() -> None:
    before = total("alpha-1", 900, said_by="Relief Board")
    after: dict[str, Any] = {"last": date(1999, 6, 1), "at": 9}
    ((kind, found, cause),) = told(before, total("delta-1", 850, said_by="Relief Board", **after))
    assert (kind, found) == ("series", "900 by 1999-04-30, but 850 by 1999-06-01")
    assert cause is not None
    assert told(before, total("delta-1", 950, said_by="Relief Board", **after)) == []
    assert told(before, total("delta-1", 850, said_by="Harvest Fund", **after)) == []


def test_a_share_that_is_not_that_of_its_numbers_is_told() -> None:
    def share(percent: float) -> Claim:
        counts = (figure("district", 73, 73, out_of=407), figure("percent", percent, percent))
        return claim("alpha-1", "territory.hold", "1999-05-09", actor="League", place="Norland", counts=counts)

    assert told(share(18)) == []
    assert told(share(81)) == [("share", "73 of 407 are 17.9 percent, not 81", "transposed digits: 81 for 18")]
