"""The photo beside a story: putting it there with a yes, looking at it, and taking it away."""

import base64
from datetime import date
from uuid import UUID

from flask import Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, StringField

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.documents.photos import UPLOAD_MOST, clean_photo
from timebank.domain.errors import InvalidInputError, NotFoundError, TimebankError, WrongStateError
from timebank.domain.permissions import is_coordinator, require
from timebank.models.story import Story
from timebank.services.telling.stories import find_story
from timebank.services.telling.story_photos import ALT_MAX, NewPhoto, photo_of, put_photo, remove_photo
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.asking.ask_forms import day_said
from timebank.web.errors import show_error
from timebank.web.forms import TimebankForm, once


class PhotoForm(TimebankForm):
    """A file, what is to be seen on it, and the yes to it."""

    photo = FileField(_l("The photo"))
    alt = StringField(_l("What is to be seen on it?"))
    agreed = BooleanField(
        _l("They saw this photo, and said yes; so did everyone who can be recognised on it")
    )
    consent_on = StringField(_l("When? (if it wasn't today)"))
    witness = StringField(_l("Who heard the yes?"))

    def told(self) -> NewPhoto:
        """The photo, drawn anew, with its yes.

        Raises:
            InvalidInputError: no file, or one that can't be read, or a day that isn't understood.
        """
        sent = self.photo.data
        if not sent:
            raise InvalidInputError("photo_missing", "Choose a photo.", field="photo")
        consent_on: date | None = day_said(self.consent_on.data or "", "consent_on")
        clean = clean_photo(sent.read(UPLOAD_MOST + 1))
        return NewPhoto(
            clean.jpeg,
            clean.width,
            clean.height,
            alt=self.alt.data or "",
            agreed=bool(self.agreed.data),
            witness=self.witness.data or "",
            consent_on=consent_on,
        )


@bp.route("/stories/<uuid:uid>/photo", methods=["GET", "POST"])
@access(COORDINATOR)
def story_photo(uid: UUID) -> ResponseReturnValue:
    """Put a photo beside a story, or another one in its place."""
    actor = current_actor()
    with reading() as session:
        story = find_story(session, uid, actor=actor)
        require(is_coordinator(actor, story.antenna_id), actor, story.antenna_id)
        g.antenna_id = story.antenna_id
    form = PhotoForm(data={"witness": actor.name})
    if story.erased_at is not None:
        raise WrongStateError(state="erased", step="change")
    if request.method == "GET":
        return _form(story, form)
    try:
        once(form, _uid, put_photo, uid, form.told(), actor=actor, now=now())
    except TimebankError as error:
        return _form(story, form, show_error(form, error))
    flash(_("The photo is kept. It stands beside the story."), "success")
    return redirect(url_for("web.story", uid=uid))


@bp.get("/stories/<uuid:uid>/photo.jpg")
@access(SIGNED_IN)
def story_picture(uid: UUID) -> Response:
    """The photo itself, for the coordinators of its antenna, who told the story, and who acts for them."""
    with reading() as session:
        photo = photo_of(session, find_story(session, uid, actor=current_actor()))
    if photo is None:
        raise NotFoundError
    response = Response(base64.b64decode(photo.jpeg), mimetype="image/jpeg")
    response.headers["Cache-Control"] = "private, no-store"
    return response


@bp.post("/stories/<uuid:uid>/photo/remove")
@access(SIGNED_IN)
def story_photo_remove(uid: UUID) -> ResponseReturnValue:
    """The teller doesn't want the photo any more."""
    transact(remove_photo, uid, actor=current_actor(), now=now())
    flash(_("The photo is erased. It isn't printed any more."), "success")
    return redirect(url_for("web.story", uid=uid))


def _form(story: Story, form: PhotoForm, status: int = 200) -> ResponseReturnValue:
    return render_template("stories/photo.html", story=story, form=form, most=ALT_MAX), status


def _uid(made: Story) -> dict[str, str]:
    return {"uid": str(made.uid)}
