"""Charts: what is drawn is what stands in the rows, and it can be read without colour and without eyes."""

from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st

from timebank.documents.charts import PAPER_WIDTH, Chart, ChartRow, bar_chart, line_chart

SVG = "{http://www.w3.org/2000/svg}"
HOURS = Chart(
    "Hours by kind of help",
    "Visits come first.",
    ("2026", "2025"),
    (
        ChartRow("A visit", (120, 60), ("120", "60")),
        ChartRow("A lift", (30, None), ("30", "fewer than 10")),
        ChartRow("Paperwork <&>", (0, 30), ("0", "30")),
    ),
)
DRAWERS = (bar_chart, line_chart)
figures = st.integers(0, 10**7) | st.none()
charts = st.lists(
    st.tuples(st.text(st.characters(codec="utf-8", exclude_categories=["C"])), figures, figures)
)


def parsed(drawn):
    return ElementTree.fromstring(str(drawn))


@pytest.mark.parametrize("draw", DRAWERS)
def test_a_chart_has_a_title_and_a_sentence_for_who_cannot_see_it(draw):
    svg = parsed(draw(HOURS, "hours"))
    assert svg.attrib["role"] == "img"
    named = {each.attrib["id"]: each.text for each in svg if "id" in each.attrib}
    assert [named[part] for part in svg.attrib["aria-labelledby"].split()] == [HOURS.title, HOURS.summary]
    assert svg[0].tag == f"{SVG}title"


def test_a_bar_is_as_long_as_its_value_and_one_that_is_not_told_has_only_words():
    svg = parsed(bar_chart(HOURS, "hours"))
    bars = [float(each.attrib["width"]) for each in svg.iter(f"{SVG}rect")][2:]
    visit, last_year, lift, paperwork_last_year = bars
    assert visit == pytest.approx(2 * last_year, abs=0.2) == pytest.approx(4 * lift, abs=0.3)
    assert lift == paperwork_last_year
    assert "fewer than 10" in [each.text for each in svg.iter(f"{SVG}text")]


@pytest.mark.parametrize("draw", DRAWERS)
def test_the_years_differ_by_shape_and_no_colour_is_named(draw):
    shapes = list(parsed(draw(HOURS, "hours")).iter(f"{SVG}rect"))
    assert {each.attrib["fill"] for each in shapes} == {"currentColor", "none"}
    assert {each.attrib["stroke"] for each in shapes} == {"currentColor"}


def test_a_line_has_a_gap_where_a_year_is_not_told():
    rows = tuple(ChartRow(str(2020 + n), (v,), (str(v),)) for n, v in enumerate((10, 20, None, 40, 50)))
    svg = parsed(line_chart(Chart("Members", "They grow.", ("Members",), rows), "members"))
    stretches = [each.attrib["points"].split() for each in svg.iter(f"{SVG}polyline")][2:]
    assert [len(points) for points in stretches] == [2, 2]


@pytest.mark.parametrize("draw", DRAWERS)
@pytest.mark.parametrize("width", [340, PAPER_WIDTH])
@given(rows=charts)
def test_any_rows_are_drawn_within_the_frame(draw, width, rows):
    lines = tuple(ChartRow(label, (one, two), (str(one), str(two))) for label, one, two in rows)
    svg = parsed(draw(Chart("A", "B", ("2026", "2025"), lines), "a", width))
    height = float(svg.attrib["height"])
    for each in svg.iter(f"{SVG}rect"):
        x, y = float(each.attrib["x"]), float(each.attrib["y"])
        assert 0 <= x <= x + float(each.attrib["width"]) <= width + 0.1
        assert 0 <= y <= y + float(each.attrib["height"]) <= height + 0.1
