"""Places of names against LGL, TR-News and GeoVirus (one XML form): how far from the true point.

    python -m evals.geoparsing FILE [--json]

`given`: the toponyms are handed in. `end to end`: they are found by the parser as well; a found toponym pairs with the
true one that it overlaps, one to one, and a true one that was not found, or has no point, counts as wrong. True
toponyms without a point are left out of all figures on distance, and count as toponyms in F1. The first candidate is
the answer, even where tidings would leave a claim's place open.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from tidings.gazetteers import Gazetteer, Resolution, Toponym, load_gazetteer, resolve
from tidings.gazetteers.spheres import Position, distance_km
from tidings.gazetteers.spot import spot_toponyms
from tidings.language.parser import SpacyParser
from tidings.language.sentences import split_sentences
from tidings.records import Document

CLOSE_KM = 161.0


class True_(NamedTuple):  # noqa: N801  # a toponym as the annotators have it
    toponym: Toponym
    point: Position | None
    geonameid: int | None


class Article(NamedTuple):
    text: str
    toponyms: list[True_]


class Answer(NamedTuple):
    """One true toponym that has a point, and how far off the answer is; None without an answer."""

    distance_km: float | None
    exact: bool | None


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--json", action="store_true", help="one JSON object on the last line")
    options = arguments.parse_args()
    scores = score(list(read_articles(options.file)), load_gazetteer())
    for part, values in scores.items():
        print(f"{part:11}", *(f"{name} {value:g}" for name, value in values.items()))
    if options.json:
        print(json.dumps(scores))


def read_articles(path: Path) -> Iterator[Article]:
    """Articles with their toponyms; offsets are those of the text."""
    for article in Xml.parse(path).iter("article"):
        yield Article(article.findtext("text") or "", [_read(node) for node in article.iter("toponym")])


def _read(node: Xml.Element) -> True_:
    toponym = Toponym(node.findtext("phrase") or "", int(node.findtext("start") or 0), int(node.findtext("end") or 0))
    tag = node.find("gaztag")
    lat, lon = node.findtext(".//lat"), node.findtext(".//lon")
    number = tag.get("geonameid") if tag is not None else None
    known = tag is not None and lat is not None and lon is not None
    point = (float(lat), float(lon)) if known and lat and lon else None
    return True_(toponym, point, int(number) if number and number.isdigit() else None)


def score(articles: Sequence[Article], gazetteer: Gazetteer) -> dict[str, dict[str, float]]:
    """Figures from 0 to 100, distances in km."""
    given: list[Answer] = []
    ended: list[Answer] = []
    hits = found = wanted = 0
    for article, spotted in zip(articles, spot(articles), strict=True):
        handed = [true.toponym for true in article.toponyms]
        given += answers(article.toponyms, dict(enumerate(resolve(article.text, handed, gazetteer))))
        paired = pair(article.toponyms, resolve(article.text, spotted, gazetteer))
        ended += answers(article.toponyms, paired)
        hits, found, wanted = hits + len(paired), found + len(spotted), wanted + len(article.toponyms)
    return {
        "given": summary(given),
        "end_to_end": {"f1": round(200 * hits / ((found + wanted) or 1), 1)} | summary(ended),
    }


def spot(articles: Sequence[Article]) -> Iterator[list[Toponym]]:
    """The toponyms that tidings finds by itself."""
    documents = [
        Document(id=f"doc-{n}", work=f"wrk-{n}", own_id=str(n), text=article.text) for n, article in enumerate(articles)
    ]
    gazetteer = load_gazetteer()
    for document, sentences in zip(documents, split_sentences(documents, SpacyParser()), strict=True):
        yield list(spot_toponyms(document.text, sentences, gazetteer))


def pair(trues: Sequence[True_], resolutions: Sequence[Resolution]) -> dict[int, Resolution]:
    """By the number of the true toponym, the first resolution that overlaps it and is not taken."""
    taken: set[int] = set()
    paired: dict[int, Resolution] = {}
    for number, true in enumerate(trues):
        for k, resolution in enumerate(resolutions):
            ours = resolution.toponym
            if k not in taken and ours.start < true.toponym.end and true.toponym.start < ours.end:
                paired[number] = resolution
                taken.add(k)
                break
    return paired


def answers(trues: Sequence[True_], resolutions: dict[int, Resolution]) -> Iterator[Answer]:
    """One answer for each true toponym that has a point."""
    for number, true in enumerate(trues):
        if true.point is None:
            continue
        resolution = resolutions.get(number)
        place = resolution.candidates[0].place if resolution and resolution.candidates else None
        if place is None or place.lat is None or place.lon is None:
            yield Answer(None, None if true.geonameid is None else False)
        else:
            exact = None if true.geonameid is None else place.geonameid == true.geonameid
            yield Answer(distance_km((place.lat, place.lon), true.point), exact)


def summary(found: Sequence[Answer]) -> dict[str, float]:
    """Share within 161 km, median distance of those answered, and share of exactly the same entry."""
    distances = [answer.distance_km for answer in found if answer.distance_km is not None]
    close = sum(distance <= CLOSE_KM for distance in distances)
    known = [answer.exact for answer in found if answer.exact is not None]
    return {
        "acc161": round(100 * close / (len(found) or 1), 1),
        "median_km": round(median(distances), 1) if distances else 0.0,
        "exact": round(100 * sum(known) / (len(known) or 1), 1),
    }


if __name__ == "__main__":
    main()
