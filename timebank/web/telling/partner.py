"""What a partner's staff read, antennas side by side, and the box that another website can show."""

from collections.abc import Collection, Mapping, Sequence

from flask import Response, g, make_response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import PUBLIC, STAFF, access, current_actor
from timebank.documents.charts import line_chart
from timebank.models.antenna import Antenna
from timebank.models.release import Release
from timebank.participation.catalogue import GIVERS, RECEIVERS
from timebank.participation.disclosure.tables import MINUTES
from timebank.services.network.antennas import find_antenna, list_antennas
from timebank.services.telling.release_lists import (
    antennas_of_partner,
    newest_of_all,
    newest_of_partner,
    public_releases,
    told_to_partner,
    told_to_partner_by_antenna,
)
from timebank.services.telling.releases import period_of
from timebank.uow import reading
from timebank.web import bp
from timebank.web.telling.partner_words import added_up, all_antennas
from timebank.web.telling.release_words import (
    MEASURE_WORDS,
    ShownTable,
    figure_words,
    headline,
    overview_of,
    period_words,
    years_of,
)

EMBED_SECURITY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors *"
"""Of the box alone: other websites may show it, and it can do nothing there."""
SIDE_BY_SIDE = (GIVERS, RECEIVERS, MINUTES)


@bp.get("/partner")
@access(STAFF)
def partner() -> str:
    """All antennas of the partner in a minute: the newest figures, this year beside the last, the trend."""
    actor = current_actor()
    with reading() as session:
        antennas = antennas_of_partner(session, actor=actor)
        newest = newest_of_partner(session, actor=actor)
        return render_template(
            "partner/all.html",
            antennas=antennas,
            table=_side_by_side(antennas, newest),
            together=_together(newest.values()),
            all=all_antennas(antennas, told_to_partner_by_antenna(session, actor=actor)),
        )


@bp.get("/guide/partner")
@access(STAFF)
def partner_guide() -> str:
    """How to read an antenna's figures, for who opens them twice a year."""
    return render_template("partner/guide.html")


@bp.get("/partner/<slug>")
@access(STAFF)
def partner_antenna(slug: str) -> str:
    """One antenna in a minute: a sentence, a few figures beside those of a year before, the trend, the releases."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        told = told_to_partner(session, antenna.id, actor=current_actor())
        shown = overview_of(told)
        return render_template(
            "partner/antenna.html",
            here=antenna,
            overview=shown,
            year=overview_of(years_of(told)),
            drawing=None if shown.trend is None else line_chart(shown.trend, "trend"),
            told=list(reversed(told)),
            period_words=period_words,
            period_of=period_of,
        )


@bp.get("/network")
@access(STAFF)
def network() -> str:
    """Antennas side by side, only with the newest figures that each told its partners."""
    with reading() as session:
        newest = newest_of_all(session, actor=current_actor())
        table = _side_by_side(list_antennas(session), newest)
        return render_template("partner/network.html", table=table)


@bp.get("/antennas/<slug>/embed")
@access(PUBLIC)
def embed(slug: str) -> ResponseReturnValue:
    """The antenna in a box for another website: no script, no cookie, nothing to fill in."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        overview = overview_of(public_releases(session, antenna.id))
        response: Response = make_response(
            render_template("antennas/embed.html", here=antenna, overview=overview)
        )
    response.headers["Content-Security-Policy"] = EMBED_SECURITY
    response.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


def _side_by_side(antennas: Sequence[Antenna], newest: Mapping[int, Release]) -> ShownTable:
    """A row for each antenna by name, with its newest figures; never in the order of a figure."""
    rows = []
    for each in antennas:
        if each.id not in newest:
            rows.append((each.name, _("nothing told yet"), *("-" for _measure in SIDE_BY_SIDE)))
            continue
        figures = headline(newest[each.id])
        words = (figure_words(measure, figures[measure]) for measure in SIDE_BY_SIDE)
        rows.append((each.name, period_words(period_of(newest[each.id])), *words))
    heads = (_("Antenna"), _("When"), *(str(MEASURE_WORDS[each]) for each in SIDE_BY_SIDE))
    return ShownTable(_("Antennas"), heads, tuple(rows))


def _together(newest: Collection[Release]) -> tuple[str, ...]:
    """The figures of all antennas added up; nothing where one isn't shown, or they are of different times."""
    if len(newest) < 2 or len({period_of(each) for each in newest}) > 1:
        return ()
    sums = []
    for measure in SIDE_BY_SIDE:
        total = added_up(headline(each)[measure] for each in newest)
        if total.value is None:
            return ()
        sums.append(figure_words(measure, total))
    return (_("All together"), "", *sums)
