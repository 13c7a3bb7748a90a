"""Charts as inline SVG: numbers in, a drawing out. ``templates/macros/charts.html`` puts the same as a table under it.

Series differ by shape (filled or outlined, whole or dashed line), never by colour alone, so that a
copy in black and white says the same; the drawing takes the colour of the text around it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from markupsafe import Markup

SCREEN_WIDTH = 340
PAPER_WIDTH = 650
"""The width between the margins of an A4 sheet, in CSS pixels."""

_TEXT = 18
_LETTER = 10.5
"""How wide a letter is at most, so that words have room enough; most are narrower."""
_USUAL_LETTER = 9.0
_BAR = 20
_HEIGHT = 190
_LEFT, _TOP, _BOTTOM = 8.0, 36.0, 34.0
_INK = "currentColor"
_PAPER = "none"


@dataclass(frozen=True)
class ChartRow:
    """One label with a value for each series, and the words that stand for it ('120', 'fewer than 10').

    A value that isn't told is None: then there are only the words.
    """

    label: str
    values: tuple[int | None, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """One or two series (the present one first) over the same rows; ``summary`` says in a sentence what it shows."""

    title: str
    summary: str
    series: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    label_heading: str = ""

    @property
    def most(self) -> int:
        """The largest value, at least 1."""
        return max([1, *(value for row in self.rows for value in row.values if value is not None)])


def bar_chart(chart: Chart, name: str, width: int = SCREEN_WIDTH) -> Markup:
    """Lying bars under their labels, for kinds of something. ``name`` is unique on the page."""
    row_height = _TEXT + 10 + (_BAR + 5) * len(chart.series)
    height = row_height * len(chart.rows) + (0 if len(chart.series) == 1 else 30)
    svg = _svg(chart, name, width, height)
    top = float(_legend(svg, chart, boxes=True))
    words_width = max([4, *(len(words) for row in chart.rows for words in row.words)]) * _LETTER + 14
    full = max(width - words_width, width / 3)
    for row in chart.rows:
        _text(svg, 0, top + _TEXT, _shortened(row.label, width))
        for place, (value, words) in enumerate(zip(row.values, row.words, strict=True)):
            y = top + _TEXT + 8 + place * (_BAR + 5)
            length = 0.0 if value is None else full * value / chart.most
            if length:
                _box(svg, 1, y, max(length, 3), _BAR, filled=place == 0)
            _text(svg, length + 9 if length else 1, y + _BAR - 4, words)
        top += row_height
    return _drawn(svg)


def line_chart(chart: Chart, name: str, width: int = SCREEN_WIDTH) -> Markup:
    """A line over time from 0 up, with a gap where a value isn't told. ``name`` is unique on the page."""
    svg = _svg(chart, name, width, _HEIGHT + (0 if len(chart.series) == 1 else 30))
    shift = float(_legend(svg, chart, boxes=False))
    ground = shift + _HEIGHT - _BOTTOM
    for y in (shift + _TOP, ground):
        _line(svg, [(_LEFT, y), (width - _LEFT, y)], thin=True)
    _text(svg, _LEFT, shift + _TOP - 8, str(chart.most))
    _text(svg, _LEFT, ground - 6, "0")
    places = _across(len(chart.rows), width)
    for number in range(len(chart.series)):
        points = [
            None
            if (value := row.values[number]) is None
            else (x, ground - (ground - shift - _TOP) * value / chart.most)
            for x, row in zip(places, chart.rows, strict=True)
        ]
        for part in _unbroken(points):
            _line(svg, part, dashed=number > 0)
        for point in points:
            if point is not None:
                _box(svg, point[0] - 5, point[1] - 5, 10, 10, filled=number == 0, round_off=number == 0)
    _labels(svg, chart, places, ground + 24, width)
    return _drawn(svg)


def _across(count: int, width: int) -> list[float]:
    first, last = 50.0, width - 30.0
    if count == 1:
        return [(first + last) / 2]
    return [first + (last - first) * place / (count - 1) for place in range(count)]


def _unbroken(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The stretches between gaps, of two points or more."""
    parts: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            parts.append([])
        else:
            parts[-1].append(point)
    return [part for part in parts if len(part) > 1]


def _labels(svg: ElementTree.Element, chart: Chart, places: Sequence[float], y: float, width: int) -> None:
    """As many labels as fit without touching, the last one always among them."""
    room = max((len(row.label) for row in chart.rows), default=1) * _LETTER + 12
    step = max(1, -(-int(room * len(places)) // (width - 40)))
    for back, (x, row) in enumerate(zip(reversed(places), reversed(chart.rows), strict=True)):
        if back % step == 0:
            half = len(row.label) * _LETTER / 2
            _text(svg, min(max(x, half), width - half), y, row.label, middle=True)


def _svg(chart: Chart, name: str, width: int, height: int) -> ElementTree.Element:
    svg = ElementTree.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "chart",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
            "font-size": str(_TEXT),
            "fill": _INK,
        },
    )
    ElementTree.SubElement(svg, "title", {"id": f"{name}-title"}).text = chart.title
    ElementTree.SubElement(svg, "desc", {"id": f"{name}-desc"}).text = chart.summary
    return svg


def _legend(svg: ElementTree.Element, chart: Chart, *, boxes: bool) -> int:
    """Says which shape is which series; how high it is."""
    if len(chart.series) == 1:
        return 0
    x = 1.0
    for number, series in enumerate(chart.series):
        if boxes:
            _box(svg, x, 3, 22, 16, filled=number == 0)
        else:
            _line(svg, [(x, 11), (x + 28, 11)], dashed=number > 0)
            _box(svg, x + 9, 6, 10, 10, filled=number == 0, round_off=number == 0)
        _text(svg, x + 34, 18, series)
        x += 34 + len(series) * _LETTER + 22
    return 30


def _box(
    svg: ElementTree.Element,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    filled: bool,
    round_off: bool = False,
) -> None:
    given = {"x": _n(x), "y": _n(y), "width": _n(width), "height": _n(height)}
    look = {"fill": _INK if filled else _PAPER, "stroke": _INK, "stroke-width": "2"}
    ElementTree.SubElement(svg, "rect", {**given, **look, **({"rx": _n(height / 2)} if round_off else {})})


def _line(
    svg: ElementTree.Element,
    points: Sequence[tuple[float, float]],
    *,
    dashed: bool = False,
    thin: bool = False,
) -> None:
    look = {"fill": _PAPER, "stroke": _INK, "stroke-width": "1" if thin else "3"}
    drawn = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    ElementTree.SubElement(
        svg, "polyline", {"points": drawn, **look, **({"stroke-dasharray": "8 6"} if dashed else {})}
    )


def _text(svg: ElementTree.Element, x: float, y: float, words: str, *, middle: bool = False) -> None:
    given = {"x": _n(x), "y": _n(y), **({"text-anchor": "middle"} if middle else {})}
    ElementTree.SubElement(svg, "text", given).text = words


def _shortened(label: str, width: int) -> str:
    """The label, cut where it would run over the edge; the table under the chart has it whole."""
    most = int(width / _USUAL_LETTER)
    return label if len(label) <= most else f"{label[: most - 1].rstrip()}…"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _drawn(svg: ElementTree.Element) -> Markup:
    return Markup(ElementTree.tostring(svg, encoding="unicode"))  # noqa: S704 - the tree has escaped every text
