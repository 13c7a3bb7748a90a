"""Releases on the antenna's side: what would be told, the antenna's yes or no, and what was told before."""

from typing import Any
from uuid import UUID

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import RadioField, TextAreaField

from timebank.auth import SIGNED_IN, STAFF, access, current_actor
from timebank.clock import now
from timebank.documents.sheets import as_csv, as_xlsx
from timebank.domain.days import local_day
from timebank.domain.errors import InvalidInputError, TimebankError
from timebank.domain.permissions import may_see_books, require
from timebank.domain.release_states import ReleaseAudience, ReleaseState, ReleaseStep
from timebank.models.release import Release
from timebank.participation.catalogue import last_quarter
from timebank.participation.periods import Period, quarter_of, year_of
from timebank.services.network.antennas import find_antenna
from timebank.services.telling.release_lists import releases_of
from timebank.services.telling.releases import (
    REFUSAL_MAX,
    decide_release,
    find_release,
    period_of,
    prepare_release,
)
from timebank.uow import reading
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, new_token, once
from timebank.web.telling.release_words import (
    AUDIENCE_WORDS,
    STATE_WORDS,
    period_words,
    release_words,
    sheet_of,
    shown_tables,
)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AUDIENCE_CHOICES = [(each.value, words) for each, words in AUDIENCE_WORDS.items()]


class PrepareForm(TimebankForm):
    """Which period, and for whom."""

    period = RadioField(_l("Which figures?"), choices=[], validate_choice=False)
    audience = RadioField(_l("For whom?"), choices=AUDIENCE_CHOICES, default="partner")


class DecideForm(TimebankForm):
    """The antenna's yes, or its no with a word."""

    step = RadioField(
        _l("What do you decide?"),
        choices=[
            ("approve", _l("Yes, these figures may be told")),
            ("refuse", _l("No, we don't tell them")),
        ],
        validate_choice=False,
    )
    refusal = TextAreaField(_l("If not: what is wrong?"))

    def told(self) -> ReleaseStep:
        """The decision.

        Raises:
            InvalidInputError: none was taken, or a no without a word.
        """
        if self.step.data not in ("approve", "refuse"):
            raise InvalidInputError("release_answer", "Choose yes or no.", field="step")
        step = ReleaseStep(self.step.data)
        if step is ReleaseStep.REFUSE and not (self.refusal.data or "").strip():
            raise InvalidInputError("reason_missing", "Say in a few words what is wrong.", field="refusal")
        return step


@bp.route("/antennas/<slug>/releases", methods=["GET", "POST"])
@access(STAFF)
def releases(slug: str) -> ResponseReturnValue:
    """All releases of the antenna, those that wait first; and preparing figures of a period that is over."""
    form, actor, moment, status = PrepareForm(), current_actor(), now(), 200
    with reading() as session:
        antenna = find_antenna(session, slug)
        require(may_see_books(actor, antenna.id), actor, antenna.id)
        g.antenna_id = antenna.id
        periods = _periods(last_quarter(local_day(moment, antenna.timezone)))
    form.period.choices = [(code, period_words(each)) for code, each in periods.items()]
    if request.method == "POST":
        try:
            period, audience = _chosen(form, periods)
            made = once(form, _uid, prepare_release, antenna.id, period, audience, actor=actor, now=moment)
            return redirect(url_for("web.release", uid=made.body["uid"]))
        except TimebankError as error:
            status = show_error(form, error)
    with reading() as session:
        page = render_template(
            "releases/list.html",
            here=antenna,
            form=form,
            found=releases_of(session, antenna.id, actor=actor),
            **_words(),
        )
    return page, status


@bp.route("/releases/<uuid:uid>", methods=["GET", "POST"])
@access(SIGNED_IN)
def release(uid: UUID) -> ResponseReturnValue:
    """One release: its figures, for the antenna also what was withheld, and yes or no."""
    form, actor, status = DecideForm(), current_actor(), 200
    with reading() as session:
        found = find_release(session, uid, actor=actor)
        g.antenna_id = found.antenna_id
        if request.method == "GET" or "change" in request.form:
            return _show(found, form)
        require(may_see_books(actor, found.antenna_id), actor, found.antenna_id)
        try:
            step = form.told()
        except TimebankError as error:
            return _show(found, form, show_error(form, error))
        if "checked" not in request.form:
            return render_template(
                "releases/check.html", release=found, form=form, step=step, token=_token(form), **_words()
            )
    try:
        once(form, _uid, decide_release, uid, step, form.refusal.data or "", actor=actor, now=now())
    except TimebankError as error:
        status = show_error(form, error)
        with reading() as session:
            return _show(find_release(session, uid, actor=actor), form, status)
    flash(_("It is written down."), "success")
    return redirect(url_for("web.releases", slug=found.antenna.slug))


@bp.get("/releases/<uuid:uid>/<any(csv, xlsx):kind>")
@access(SIGNED_IN)
def release_file(uid: UUID, kind: str) -> ResponseReturnValue:
    """The figures of a release as a sheet."""
    with reading() as session:
        found = find_release(session, uid, actor=current_actor())
        header, rows = sheet_of(found)
        title, name = period_words(period_of(found)), f"{found.antenna.slug}-{found.first_on}-{found.last_on}"
    if kind == "csv":
        answer = Response(as_csv(header, rows), content_type="text/csv; charset=utf-8")
    else:
        answer = Response(as_xlsx(title, header, rows), content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer


def _periods(quarter: Period) -> dict[str, Period]:
    """The last quarter and the three before it, and the last two years, by a code for the form."""
    first = quarter.first
    counted = [4 * first.year + (first.month - 1) // 3 - back for back in range(4)]
    quarters = [quarter_of(number // 4, number % 4 + 1) for number in counted]
    last_year = first.year if first.month == 10 else first.year - 1
    chosen = [*quarters, year_of(last_year), year_of(last_year - 1)]
    return {f"{each.first.isoformat()}/{each.last.isoformat()}": each for each in chosen}


def _chosen(form: PrepareForm, periods: dict[str, Period]) -> tuple[Period, ReleaseAudience]:
    period = periods.get(form.period.data or "")
    if period is None:
        raise InvalidInputError("release_period", "Choose a quarter or a year.", field="period")
    if form.audience.data not in {each.value for each in ReleaseAudience}:
        raise InvalidInputError("audience_missing", "Choose for whom.", field="audience")
    return period, ReleaseAudience(form.audience.data)


def _show(found: Release, form: DecideForm, status: int = 200) -> ResponseReturnValue:
    team = may_see_books(current_actor(), found.antenna_id)
    page = render_template(
        "releases/show.html",
        release=found,
        tables=shown_tables(found),
        form=form,
        team=team,
        deciding=team and found.state is ReleaseState.PREPARED,
        refusal_max=REFUSAL_MAX,
        **_words(),
    )
    return page, status


def _words() -> dict[str, Any]:
    return {
        "audiences": AUDIENCE_WORDS,
        "states": STATE_WORDS,
        "period_words": period_words,
        "release_words": release_words,
        "period_of": period_of,
    }


def _token(form: DecideForm) -> str:
    return str(form.request_token.data or new_token())


def _uid(release: Release) -> dict[str, Any]:
    return {"uid": str(release.uid)}
