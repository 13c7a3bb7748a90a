"""Stories: an antenna's list, writing one down with its yes, the teller's own, and withdrawing one."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from timebank.auth import COORDINATOR, SIGNED_IN, access, current_actor
from timebank.clock import now
from timebank.domain.days import local_day
from timebank.domain.digits import number_in
from timebank.domain.errors import TimebankError, WrongStateError
from timebank.domain.permissions import is_coordinator, require
from timebank.intake.health import health_hint
from timebank.models.member import Member
from timebank.models.story import Story
from timebank.services.membership.members import find_member
from timebank.services.network.antennas import find_antenna
from timebank.services.telling.stories import add_story, change_story, find_story, name_of, withdraw_story
from timebank.services.telling.story_checks import WORDS_MAX, StoryDetails, check_story
from timebank.services.telling.story_lists import list_stories, stories_of
from timebank.services.telling.story_photos import photo_of
from timebank.uow import reading, transact
from timebank.web import bp
from timebank.web.context import on_page, text_size
from timebank.web.errors import show_error
from timebank.web.forms import once
from timebank.web.telling.story_forms import USE_WORDS, StoryForm


@bp.get("/antennas/<slug>/stories")
@access(COORDINATOR)
def stories(slug: str) -> str:
    """The antenna's stories: with a yes that holds, and over but not erased yet."""
    with reading() as session:
        antenna = find_antenna(session, slug)
        g.antenna_id = antenna.id
        found = list_stories(session, antenna.id, actor=current_actor(), now=now())
        return render_template(
            "stories/list.html", here=antenna, found=found, uses=USE_WORDS, name_of=name_of
        )


@bp.get("/antennas/<slug>/stories/sheet")
@access(COORDINATOR)
def story_sheet(slug: str) -> str:
    """A sheet to write a story on and to sign, to print."""
    actor = current_actor()
    with reading() as session:
        antenna = find_antenna(session, slug)
        require(is_coordinator(actor, antenna.id), actor, antenna.id)
        return render_template(
            "print/story.html",
            antenna=on_page(antenna, g.lang),
            uses=USE_WORDS,
            text_size="normal" if request.args.get("letters", text_size()) == "normal" else "large",
            screen_back=url_for("web.stories", slug=slug),
        )


@bp.get("/stories")
@access(SIGNED_IN)
def own_stories() -> str:
    """What I told, and what they told for whom I act."""
    with reading() as session:
        found = stories_of(session, actor=current_actor())
        return render_template("stories/mine.html", found=found, uses=USE_WORDS)


@bp.route("/members/<uuid:uid>/story", methods=["GET", "POST"])
@access(COORDINATOR)
def new_story(uid: UUID) -> ResponseReturnValue:
    """Write down what a member told, with their yes; check it; keep it."""
    actor, moment = current_actor(), now()
    with reading() as session:
        member = find_member(session, uid, actor=actor)
        require(is_coordinator(actor, member.antenna_id), actor, member.antenna_id)
        today = local_day(moment, member.antenna.timezone)

    def keep(form: StoryForm, details: StoryDetails) -> UUID:
        made = once(form, _uid, add_story, uid, details, actor=actor, now=moment)
        return UUID(made.body["uid"])

    return _edit(member, StoryForm.for_new(member, actor.name, today), today, keep)


@bp.route("/stories/<uuid:uid>/change", methods=["GET", "POST"])
@access(COORDINATOR)
def change_story_page(uid: UUID) -> ResponseReturnValue:
    """Other words, another use or another end, with a new yes."""
    actor, moment = current_actor(), now()
    with reading() as session:
        story = find_story(session, uid, actor=actor)
        require(is_coordinator(actor, story.antenna_id), actor, story.antenna_id)
        today = local_day(moment, story.antenna.timezone)
        form, member = StoryForm.of(story), story.member
        if story.erased_at is not None:
            raise WrongStateError(state="erased", step="change")

    def keep(form: StoryForm, details: StoryDetails) -> UUID:
        version = number_in(form.version.data) or 0
        transact(change_story, uid, details, version=version, actor=actor, now=moment)
        return uid

    return _edit(member, form, today, keep, story)


@bp.get("/stories/<uuid:uid>")
@access(SIGNED_IN)
def story(uid: UUID) -> str:
    """One story as it stands, and the yes to it."""
    actor = current_actor()
    with reading() as session:
        found = find_story(session, uid, actor=actor)
        g.antenna_id = found.antenna_id
        return render_template(
            "stories/show.html",
            story=found,
            photo=photo_of(session, found),
            name=name_of(found.member.person, found.name_shown),
            coordinator=is_coordinator(actor, found.antenna_id),
            uses=USE_WORDS,
            today=local_day(now(), found.antenna.timezone),
        )


@bp.post("/stories/<uuid:uid>/withdraw")
@access(SIGNED_IN)
def story_withdraw(uid: UUID) -> ResponseReturnValue:
    """The teller doesn't want it any more."""
    actor = current_actor()
    done = transact(withdraw_story, uid, actor=actor, now=now())
    flash(_("The story is withdrawn, and its text is erased. It isn't printed any more."), "success")
    if done.member_id in actor.member_ids or not is_coordinator(actor, done.antenna_id):
        return redirect(url_for("web.own_stories"))
    with reading() as session:
        slug = find_story(session, uid, actor=actor).antenna.slug
    return redirect(url_for("web.stories", slug=slug))


def _edit(
    member: Member,
    form: StoryForm,
    today: date,
    keep: Callable[[StoryForm, StoryDetails], UUID],
    story: Story | None = None,
) -> ResponseReturnValue:
    """The form; then the story as it would stand; then ``keep`` it and show it."""
    g.antenna_id = member.antenna_id
    if request.method == "GET" or "change" in request.form:
        return _form(member, form, story)
    try:
        details = form.told(today)
        check_story(details, today)
        if "checked" not in request.form:
            return _check(member, details)
        uid = keep(form, details)
    except TimebankError as error:
        return _form(member, form, story, show_error(form, error))
    flash(_("The story is kept."), "success")
    return redirect(url_for("web.story", uid=uid))


def _form(
    member: Member, form: StoryForm, story: Story | None = None, status: int = 200
) -> ResponseReturnValue:
    """The form; after a lost race with what stands there now, and its version to save over it."""
    theirs = story if status == 412 else None
    if theirs is not None:
        form.version.data = str(theirs.version)
    return render_template(
        "stories/edit.html", member=member, form=form, story=story, theirs=theirs, most=WORDS_MAX
    ), status


def _check(member: Member, details: StoryDetails) -> str:
    found = (*health_hint(details.words), *health_hint(details.translation))
    return render_template(
        "stories/check.html",
        member=member,
        new=details,
        name=name_of(member.person, details.name_shown),
        uses=USE_WORDS,
        health=list(dict.fromkeys(each.words for each in found)),
        kept=[(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"],
    )


def _uid(made: Story) -> dict[str, Any]:
    return {"uid": str(made.uid)}
