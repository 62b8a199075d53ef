"""What the command line offers to choose from is what there is: it names it without importing what is heavy."""

from __future__ import annotations

from tidings.cli import brief, chart
from tidings.pictures import PICTURES
from tidings.situations.figures.fold import RULES


def test_every_house_rule_can_be_asked_for() -> None:
    assert brief.RULES == RULES


def test_every_picture_can_be_asked_for() -> None:
    assert tuple(PICTURES) == chart.NAMES
