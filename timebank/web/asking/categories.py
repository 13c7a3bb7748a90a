"""An antenna's own kinds of help: to read, add to, name again and take out of use."""

from typing import Any, ClassVar

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import BooleanField, HiddenField, StringField, TextAreaField

from timebank.auth import COORDINATOR, access, current_actor
from timebank.clock import now
from timebank.domain.channels import LANGUAGES
from timebank.domain.digits import number_in
from timebank.domain.errors import TimebankError
from timebank.models.antenna import Antenna
from timebank.models.category import Category
from timebank.services.asking.categories import add_category, categories_of, change_category, find_category
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once
from timebank.web.here import antenna_here


class CategoryForm(TimebankForm):
    """A kind of help of the antenna's own: its name and its words, a line each, in three languages."""

    version = HiddenField()
    name_nl = StringField(_l("Its name in Dutch"))
    words_nl = TextAreaField(_l("Words in Dutch, one on each line"))
    name_fr = StringField(_l("Its name in French"))
    words_fr = TextAreaField(_l("Words in French, one on each line"))
    name_en = StringField(_l("Its name in English"))
    words_en = TextAreaField(_l("Words in English, one on each line"))
    retired = BooleanField(_l("Nobody can choose this any more"))

    error_fields: ClassVar[dict[str, str]] = {"name": "name_nl"}

    def names(self) -> dict[str, str]:
        """The names by language."""
        return {code: getattr(self, f"name_{code}").data or "" for code in LANGUAGES}

    def words(self) -> dict[str, list[str]]:
        """The words by language."""
        return {code: (getattr(self, f"words_{code}").data or "").splitlines() for code in LANGUAGES}

    @staticmethod
    def told_of(kept: Category) -> dict[str, Any]:
        """The form's answers as they are now."""
        names = {f"name_{code}": kept.names.get(code, "") for code in LANGUAGES}
        words = {f"words_{code}": "\n".join(kept.words.get(code, ())) for code in LANGUAGES}
        return names | words | {"retired": kept.retired, "version": str(kept.version)}


@bp.get("/antennas/<slug>/kinds")
@access(COORDINATOR)
def categories(slug: str) -> str:
    """The common list, and what this antenna added to it."""
    with reading() as session:
        antenna = antenna_here(session, slug)
        views = categories_of(session, antenna.id, retired=True)
        return render_template("categories/list.html", here=antenna, views=views)


@bp.route("/antennas/<slug>/kinds/new", methods=["GET", "POST"])
@access(COORDINATOR)
def new_category(slug: str) -> ResponseReturnValue:
    """Add a kind of the antenna's own."""
    form, actor, status = CategoryForm(), current_actor(), 200
    with reading() as session:
        antenna = antenna_here(session, slug)
    if request.method == "POST":
        try:
            once(form, _code, add_category, antenna.id, form.names(), form.words(), actor=actor, now=now())
            return redirect(url_for("web.categories", slug=slug))
        except TimebankError as error:
            status = show_error(form, error)
    return render_template("categories/edit.html", form=form, here=antenna, kept=None), status


@bp.route("/antennas/<slug>/kinds/<code>/change", methods=["GET", "POST"])
@access(COORDINATOR)
def change_category_page(slug: str, code: str) -> ResponseReturnValue:
    """Give one of the antenna's own other names, or take it out of use."""
    status = 200
    with reading() as session:
        antenna = antenna_here(session, slug)
        kept = find_category(session, antenna.id, code)
    form = CategoryForm(data=CategoryForm.told_of(kept))
    if request.method == "POST":
        try:
            _change(form, antenna, code)
            flash(_("It is changed."), "success")
            return redirect(url_for("web.categories", slug=slug))
        except TimebankError as error:
            status = show_error(form, error)
            form.version.data = str(kept.version)
    return render_template("categories/edit.html", form=form, here=antenna, kept=kept), status


def _change(form: CategoryForm, antenna: Antenna, code: str) -> None:
    version = number_in(form.version.data) or 0
    transact(
        change_category,
        antenna.id,
        code,
        form.names(),
        form.words(),
        retired=bool(form.retired.data),
        version=version,
        actor=current_actor(),
        now=now(),
    )


def _code(made: Category) -> dict[str, str]:
    return {"code": made.code}
