"""The geoparsing scorers: figures that one can work out by hand."""

from __future__ import annotations

from pathlib import Path

from evals.geoparsing import answers, pair, read_articles, summary
from evals.places_af import wrong_with_province, wrong_without_cue
from tidings.gazetteers import load_gazetteer, resolve

ARTICLE = """<articles><article docid="1"><text>Rain in Gao. None in Qwxtrazzle or at Mill Lane, Paris.</text><toponyms>
<toponym><start>8</start><end>11</end><phrase>Gao</phrase><gaztag geonameid="2457163"><lat>16.27</lat><lon>-0.04</lon>
<country geonameid="2453866">Mali</country></gaztag></toponym>
<toponym><start>21</start><end>31</end><phrase>Qwxtrazzle</phrase><gaztag><lat>1</lat><lon>1</lon></gaztag></toponym>
<toponym><start>38</start><end>47</end><phrase>Mill Lane</phrase></toponym>
<toponym><start>49</start><end>54</end><phrase>Paris</phrase><gaztag geonameid="1"><lat>33.66</lat><lon>-95.56</lon>
</gaztag></toponym></toponyms></article></articles>"""


def test_a_missing_answer_is_wrong_and_one_without_a_point_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(ARTICLE, encoding="utf-8")
    (article,) = read_articles(path)
    assert [article.text[t.toponym.start : t.toponym.end] == t.toponym.name for t in article.toponyms] == [True] * 4
    found = resolve(article.text, [true.toponym for true in article.toponyms], load_gazetteer())
    given = list(answers(article.toponyms, dict(enumerate(found))))
    assert len(given) == 3
    assert [answer.exact for answer in given] == [True, None, False]
    assert given[1].distance_km is None
    scores = summary(given)
    assert (scores["acc161"], scores["exact"]) == (33.3, 50.0)
    assert scores["median_km"] > 3000  # halfway between Gao and the other Paris


def test_found_toponyms_pair_one_to_one_where_they_overlap(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(ARTICLE, encoding="utf-8")
    (article,) = read_articles(path)
    found = resolve(article.text, [article.toponyms[3].toponym, article.toponyms[0].toponym], load_gazetteer())
    assert {number: r.toponym.name for number, r in pair(article.toponyms, found).items()} == {0: "Gao", 3: "Paris"}
    assert pair(article.toponyms, []) == {}


def test_an_afghan_row_is_right_only_when_all_of_it_is() -> None:
    row = {"name": "Zaranj", "cue": "Nimruz", "kind": "city", "pcode": "AF3401", "geonameid": "1120985"}
    row |= {"lat": "30.96", "lon": "61.86"}
    gazetteer = load_gazetteer()
    assert wrong_with_province(row, gazetteer) is None
    for key, value in (("kind", "district"), ("pcode", "AF3402"), ("geonameid", "5"), ("lat", "34.0")):
        assert wrong_with_province(row | {key: value}, gazetteer)
    assert wrong_without_cue({"name": "Reg", "expect": "ambiguous"}, gazetteer) is None
    assert wrong_without_cue({"name": "Reg", "expect": "AF3011"}, gazetteer)
